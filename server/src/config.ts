// Environment to one frozen typed object. The only reader of process.env; every problem is listed
// at once, and secrets are never printed. docs/configuration.md is generated from CONFIG_FIELDS.

interface Field<T> {
  readonly env: string
  readonly help: string
  readonly secret?: true
  /** Shown in the document; a field without a default must be set. */
  readonly fallback?: string
  /** Returns the value, or a sentence about what is wrong. */
  readonly parse: (text: string) => { value: T } | { wrong: string }
}

const asText = (text: string) => ({ value: text })
const asInt = (min: number, max: number) => (text: string) => {
  const n = Number(text)
  return Number.isInteger(n) && n >= min && n <= max
    ? { value: n }
    : { wrong: `must be a whole number from ${min} to ${max}` }
}
const asUrl = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)
    ? { value: text.replace(/\/$/, '') }
    : { wrong: `must be an address starting with ${protocols.map((p) => `${p}//`).join(' or ')}` }
const asChoice =
  <const T extends string>(choices: readonly T[]) =>
  (text: string) =>
    (choices as readonly string[]).includes(text)
      ? { value: text as T }
      : { wrong: `must be one of ${choices.join(', ')}` }
const asSmtp = (text: string) => (text === '' ? { value: '' } : asUrl(['smtp:', 'smtps:'])(text))
/** 32 random bytes as 64 hexadecimal digits: a key nobody can guess. */
const asKey = (text: string) =>
  /^[0-9a-f]{64}$/i.test(text) && new Set(text.toLowerCase()).size > 6
    ? { value: Buffer.from(text, 'hex') }
    : { wrong: 'must be 64 random hexadecimal digits (openssl rand -hex 32)' }

const field = <T>(f: Field<T>) => f

export const CONFIG_FIELDS = {
  databaseUrl: field({
    env: 'DATABASE_URL',
    help: 'PostgreSQL 15 or newer',
    secret: true,
    parse: asUrl(['postgres:', 'postgresql:']),
  }),
  host: field({ env: 'HOST', help: 'Address to listen on', fallback: '127.0.0.1', parse: asText }),
  port: field({ env: 'PORT', help: 'Port to listen on', fallback: '8080', parse: asInt(0, 65535) }),
  publicUrl: field({
    env: 'PUBLIC_URL',
    help: 'Address under which shoppers reach this server',
    fallback: 'http://127.0.0.1:8080',
    parse: asUrl(['http:', 'https:']),
  }),
  role: field({
    env: 'PROCESS_ROLE',
    help: '`all` serves and works in one process; in production run `api` and `worker` apart',
    fallback: 'all',
    parse: asChoice(['all', 'api', 'worker']),
  }),
  probePort: field({
    env: 'PROBE_PORT',
    help: 'Port of the probes of a process that only works (`PROCESS_ROLE=worker`); 0 opens none',
    fallback: '0',
    parse: asInt(0, 65535),
  }),
  poolMax: field({
    env: 'DATABASE_POOL',
    help: 'Database connections of this process',
    fallback: '10',
    parse: asInt(1, 200),
  }),
  preparedStatements: field({
    env: 'DATABASE_PREPARED',
    help: '`off` behind a pooler that gives every transaction another connection (pgbouncer)',
    fallback: 'on',
    parse: asChoice(['on', 'off']),
  }),
  tokenKey: field({
    env: 'TOKEN_KEY',
    help: 'Signs access and refresh tokens, tickets and photo addresses',
    secret: true,
    parse: asKey,
  }),
  personalKey: field({
    env: 'PERSONAL_DATA_KEY',
    help: 'Encrypts phones, names and addresses where they rest; losing it loses them',
    secret: true,
    parse: asKey,
  }),
  storage: field({
    env: 'STORAGE',
    help: 'Where photos rest: a local folder, or a service that speaks S3',
    fallback: 'local',
    parse: asChoice(['local', 's3']),
  }),
  storageDir: field({
    env: 'STORAGE_DIR',
    help: 'Folder of the local storage',
    fallback: './.data/files',
    parse: asText,
  }),
  s3Endpoint: field({
    env: 'S3_ENDPOINT',
    help: 'Address of the S3 service',
    fallback: '',
    parse: asText,
  }),
  s3Region: field({ env: 'S3_REGION', help: 'Region', fallback: 'us-east-1', parse: asText }),
  s3Addressing: field({
    env: 'S3_ADDRESSING',
    help: 'How the bucket is named: `path` (endpoint/bucket), or `host` (bucket.endpoint), which OSS and COS demand',
    fallback: 'path',
    parse: asChoice(['path', 'host']),
  }),
  s3Bucket: field({
    env: 'S3_BUCKET',
    help: 'Bucket, of its own: what no upload refers to is removed',
    fallback: '',
    parse: asText,
  }),
  s3AccessKey: field({
    env: 'S3_ACCESS_KEY',
    help: 'Access key',
    fallback: '',
    secret: true,
    parse: asText,
  }),
  s3SecretKey: field({
    env: 'S3_SECRET_KEY',
    help: 'Secret key',
    fallback: '',
    secret: true,
    parse: asText,
  }),
  wechatUrl: field({
    env: 'WECHAT_URL',
    help: 'Base address of the WeChat service API',
    fallback: 'https://api.weixin.qq.com',
    parse: asUrl(['http:', 'https:']),
  }),
  wechatAppId: field({
    env: 'WECHAT_APP_ID',
    help: 'AppID of the mini-program',
    fallback: '',
    parse: asText,
  }),
  wechatSecret: field({
    env: 'WECHAT_APP_SECRET',
    help: 'AppSecret of the mini-program',
    fallback: '',
    secret: true,
    parse: asText,
  }),
  smsSender: field({
    env: 'SMS_SENDER',
    help: 'Sends one-time codes and notices: `aliyun`; `log` prints them, for development; `off` sends none',
    fallback: 'off',
    parse: asChoice(['aliyun', 'log', 'off']),
  }),
  aliyunSmsUrl: field({
    env: 'ALIYUN_SMS_URL',
    help: 'Address of the Alibaba Cloud SMS service',
    fallback: 'https://dysmsapi.aliyuncs.com',
    parse: asUrl(['http:', 'https:']),
  }),
  aliyunAccessKeyId: field({
    env: 'ALIYUN_ACCESS_KEY_ID',
    help: 'Access key of Alibaba Cloud, allowed to send SMS and nothing else',
    fallback: '',
    parse: asText,
  }),
  aliyunAccessKeySecret: field({
    env: 'ALIYUN_ACCESS_KEY_SECRET',
    help: 'Its secret',
    fallback: '',
    secret: true,
    parse: asText,
  }),
  smsSignName: field({
    env: 'SMS_SIGN_NAME',
    help: 'Approved signature of short messages',
    fallback: '',
    parse: asText,
  }),
  smsCodeTemplate: field({
    env: 'SMS_CODE_TEMPLATE',
    help: 'Approved template of one-time codes, with the variable `code`',
    fallback: '',
    parse: asText,
  }),
  smsNoticeTemplate: field({
    env: 'SMS_NOTICE_TEMPLATE',
    help: 'Approved template of notices, with the variables `shop`, `title` and `no`; empty sends none by SMS',
    fallback: '',
    parse: asText,
  }),
  smtpUrl: field({
    env: 'SMTP_URL',
    help: '`smtp://user:password@host:587` or `smtps://…:465`; empty sends no e-mail',
    fallback: '',
    secret: true,
    parse: asSmtp,
  }),
  mailFrom: field({
    env: 'MAIL_FROM',
    help: 'Sender of e-mails: an address, or `Name <address>`',
    fallback: '',
    parse: asText,
  }),
  webDir: field({
    env: 'WEB_DIR',
    help: 'Built web page to serve; empty serves none',
    fallback: '',
    parse: asText,
  }),
  corsOrigins: field({
    env: 'CORS_ORIGINS',
    help: 'Other origins whose pages may call the API, separated by commas',
    fallback: '',
    parse: (text: string) => ({ value: text.split(',').filter((o) => o !== '') }),
  }),
  trustProxy: field({
    env: 'TRUSTED_PROXIES',
    help: 'Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas',
    fallback: '',
    parse: (text: string) => ({ value: text.split(',').filter((o) => o !== '') }),
  }),
  requestsPerMinute: field({
    env: 'REQUESTS_PER_MINUTE',
    help: 'General limit for one caller',
    fallback: '600',
    parse: asInt(1, 1_000_000),
  }),
  logLevel: field({
    env: 'LOG_LEVEL',
    help: 'Least severe line that is logged',
    fallback: 'info',
    parse: asChoice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  }),
} as const

type Fields = typeof CONFIG_FIELDS
type ValueOf<F> = F extends { parse: (text: string) => infer R }
  ? Extract<R, { value: unknown }> extends { value: infer V }
    ? V
    : never
  : never
export type Config = { readonly [K in keyof Fields]: ValueOf<Fields[K]> }

/** Thrown with one sentence for each setting that is wrong. */
export class ConfigProblem extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((p) => `  - ${p}`).join('\n')}`)
    this.problems = problems
  }
}

/** Settings that one value of another setting makes necessary. */
const NEEDED_WHEN: readonly {
  readonly when: (values: Readonly<Record<string, unknown>>) => boolean
  readonly because: string
  readonly needed: readonly (keyof Fields)[]
}[] = [
  {
    when: ({ storage }) => storage === 's3',
    because: 'STORAGE is s3',
    needed: ['s3Endpoint', 's3Bucket', 's3AccessKey', 's3SecretKey'],
  },
  {
    when: ({ smsSender }) => smsSender === 'aliyun',
    because: 'SMS_SENDER is aliyun',
    needed: ['aliyunAccessKeyId', 'aliyunAccessKeySecret', 'smsSignName', 'smsCodeTemplate'],
  },
  {
    when: ({ smtpUrl }) => smtpUrl !== undefined && smtpUrl !== '',
    because: 'SMTP_URL is set',
    needed: ['mailFrom'],
  },
]

const missingTogether = (values: Readonly<Record<string, unknown>>): string[] =>
  NEEDED_WHEN.filter(({ when }) => when(values)).flatMap(({ because, needed }) =>
    needed
      .filter((name) => values[name] === '')
      .map((name) => `${CONFIG_FIELDS[name].env} is needed when ${because}`),
  )

/** Reads the environment; throws {@link ConfigProblem} listing everything that is wrong at once. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, f] of Object.entries(CONFIG_FIELDS) as [string, Field<unknown>][]) {
    const text = env[f.env] ?? f.fallback
    if (text === undefined) {
      problems.push(`${f.env} is not set: ${f.help}`)
      continue
    }
    const result = f.parse(text)
    if ('wrong' in result) problems.push(`${f.env} ${result.wrong}`)
    else values[name] = result.value
  }
  problems.push(...missingTogether(values))
  if (problems.length > 0) throw new ConfigProblem(problems)
  return Object.freeze(values) as Config
}
