// Colours of charts. A canvas does not know CSS, and WeChat reads no custom property to a script: what the
// tokens are worth (styles/values.scss) stands here once more, and a test compares the two.

export const PALETTES = {
  light: {
    ink: '#1b2330',
    'ink-faint': '#636d7b',
    line: '#e2e6eb',
    brand: '#1558c0',
    good: '#17693a',
    warn: '#8a4b00',
    mute: '#4e5968',
  },
  dark: {
    ink: '#e9edf2',
    'ink-faint': '#97a2b0',
    line: '#2f3945',
    brand: '#8ab4ff',
    good: '#74d19b',
    warn: '#f2b866',
    mute: '#b3bdc9',
  },
} as const

export type Colour = keyof typeof PALETTES.light
export type Palette = Readonly<Record<Colour, string>>
