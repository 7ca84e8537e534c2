// The fake WeChat for tests, with codes that make it misbehave.
import type { Answer } from '@shouhou/server/dev/fake-answer.ts'
import { type FakeWechat, startFakeWechat } from '@shouhou/server/dev/fake-wechat.ts'

/** Codes and the broken answers they bring. */
export const BROKEN: Readonly<Record<string, Answer>> = {
  'error-500': { body: 'oops', status: 500 },
  'not-json': { body: '<html>502 Bad Gateway</html>' },
  'not-an-object': { body: '"ok"' },
  'no-openid': { body: { session_key: 'x' } },
  'empty-openid': { body: { openid: '', session_key: 'x' } },
  'openid-number': { body: { openid: 12_345, session_key: 'x' } },
  'too-often': { body: { errcode: 45011, errmsg: 'api minute-quota reach limit' } },
  busy: { body: { errcode: -1, errmsg: 'system error' } },
}

export interface TestWechat extends FakeWechat {
  /** Settings that make an application use it: `testApp(wechat.env)`. */
  readonly env: Record<string, string>
}

/** Stop it in `afterAll`. */
export async function fakeWechat(now?: () => number): Promise<TestWechat> {
  const clock = now ? { now } : {}
  const fake = await startFakeWechat({ instead: (code) => BROKEN[code], ...clock })
  const { url, appId, secret } = fake
  const env = { WECHAT_URL: url, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret }
  return { ...fake, env }
}
