// The colours of the look by their numbers: words on every ground can be read, in light and dark, and
// WeChat's own parts wear the same ones.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import theme from '../../../miniapp/src/theme.json' with { type: 'json' }

const values = readFileSync('../miniapp/src/styles/values.scss', 'utf8')

/** The colours that a mixin of values.scss declares. */
function coloursOf(mixin: 'light' | 'dark'): Record<string, string> {
  const body = values.split(`@mixin ${mixin} {`)[1]?.split('\n}')[0] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )
}

/** WCAG 2.1, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a = '', b = ''): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['surface', 'raised', 'ground', 'mute-soft']
const PAIRS = [
  ...['ink', 'ink-soft', 'ink-faint', 'brand', 'bad'].flatMap((word) =>
    GROUNDS.map((ground) => [word, ground] as const),
  ),
  ...['good', 'warn'].flatMap((word) =>
    ['surface', 'raised', 'ground'].map((ground) => [word, ground] as const),
  ),
  ...['brand', 'good', 'warn', 'bad', 'mute'].map((word) => [word, `${word}-soft`] as const),
  ...['ink', 'ink-soft'].map((word) => [word, 'brand-soft'] as const),
  ['on-brand', 'brand'] as const,
]

describe.each(['light', 'dark'] as const)('the %s colours', (mixin) => {
  const colours = coloursOf(mixin)

  it.each(PAIRS)('let %s be read on %s', (word, ground) => {
    expect(contrast(colours[word], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it("are those of WeChat's own parts", () => {
    const { bar, ground, brand, faint } = theme[mixin]
    expect({ bar, ground, brand, faint }).toEqual({
      bar: colours.surface,
      ground: colours.ground,
      brand: colours.brand,
      faint: colours['ink-soft'],
    })
  })
})
