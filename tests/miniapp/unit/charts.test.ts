// What charts take from elsewhere: colours of the tokens, filters of links.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optionOf } from '../../../miniapp/src/packages/charts/option.ts'
import { PALETTES } from '../../../miniapp/src/packages/charts/palette.ts'
import { filterOf } from '../../../miniapp/src/packages/staff/exports/filter.ts'

const styles = readFileSync(
  join(import.meta.dirname, '../../../miniapp/src/styles/values.scss'),
  'utf8',
)

describe('the palette of charts', () => {
  it.each(['light', 'dark'] as const)('has the colours of the %s tokens', (look) => {
    const [, block = ''] = styles.split(`@mixin ${look} {`)
    const [tokens = ''] = block.split('\n}')
    for (const [name, colour] of Object.entries(PALETTES[look])) {
      expect(tokens, name).toContain(`--${name}: ${colour};`)
    }
  })
})

describe('a chart over days', () => {
  it('shows the chosen day before the others, and gaps where there is nothing', () => {
    const drawing = {
      labels: ['03-01', '03-02'],
      series: [
        { kind: 'bar' as const, colour: 'brand' as const, values: [1, 2] },
        { kind: 'line' as const, colour: 'mute' as const, values: [null, 4] },
      ],
      selected: 1,
      show: String,
    }
    const style = { palette: PALETTES.light, scale: 1.5, animated: false }
    const { series, xAxis } = optionOf(drawing, style)
    const [bars, line] = series
    expect(bars?.data.map(({ itemStyle }) => itemStyle.opacity)).toEqual([0.45, 1])
    expect(line?.data.map(({ value }) => value)).toEqual(['-', 4])
    expect(xAxis.axisLabel.fontSize).toBe(16.5)
  })
})

describe('the filter in a link to an export', () => {
  it('comes along without the order of the list', () => {
    const filter = { status: 'OPEN', due: '4h', sort: 'due' }
    expect(filterOf(JSON.stringify(filter))).toEqual({ status: 'OPEN', due: '4h' })
    expect(filterOf(encodeURIComponent(JSON.stringify(filter)))).toEqual({
      status: 'OPEN',
      due: '4h',
    })
  })

  it.each([undefined, '', 'x', '[]', 'null', '%'])('is none when the link says %j', (text) => {
    expect(filterOf(text)).toEqual({})
  })
})
