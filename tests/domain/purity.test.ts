// The rules run in the server, in the web page and inside WeChat: no clock, no chance, no new runtime.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../shared/src/domain/', import.meta.url))
/** Matching questions runs on the server alone, so its files may use what Node has. */
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.startsWith('faq-'))

/** The source without comments and texts. */
const codeOf = (name: string): string =>
  readFileSync(folder + name, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')

const FORBIDDEN: readonly [what: string, pattern: RegExp][] = [
  ['a clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bset(Timeout|Interval)\b/],
  ['chance', /\bMath\.random\b|\bcrypto\b/],
  ['exceptions', /\bthrow\b/],
  ['what WeChat lacks', /\bIntl\b|\btoLocale|\bAbortController\b|\bstructuredClone\b|\(\?<[=!]/],
  [
    'what old phones lack',
    /\.(at|flatMap|flat|replaceAll|toSorted|toReversed|findLast)\(|fromEntries/,
  ],
  ['the surroundings', /\bprocess\.|\bglobalThis\b|\bconsole\b|\bwindow\.|\bwx\./],
]

describe.each(files)('%s', (name) => {
  it.each(FORBIDDEN)('is free of %s', (_, pattern) => {
    expect(codeOf(name).match(pattern)?.[0]).toBeUndefined()
  })

  it('imports only its neighbours', () => {
    const imports = [...codeOf(name).matchAll(/from '([^']+)'/g)].map(([, path]) => path)
    expect(imports.filter((path) => !/^\.\/[a-z-]+\.ts$/.test(path ?? ''))).toEqual([])
  })
})
