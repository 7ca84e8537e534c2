// What stands in a file: nothing that a spreadsheet would calculate, and XML that every reader takes.
import { inflateRawSync } from 'node:zlib'
import { csvOf } from '@shouhou/server/features/exports/csv.ts'
import type { Sheet, Value } from '@shouhou/server/features/exports/sheet.ts'
import { xlsxOf } from '@shouhou/server/features/exports/xlsx.ts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const sheetOf = (rows: readonly (readonly Value[])[]): Sheet => ({
  name: '表',
  columns: [
    { title: '文字', kind: 'text' },
    { title: '元', kind: 'yuan' },
    { title: '数', kind: 'count' },
    { title: '时间', kind: 'time' },
  ],
  rows: (async function* () {
    yield* rows
  })(),
})

async function csv(rows: readonly (readonly Value[])[]): Promise<string> {
  let text = ''
  for await (const line of csvOf(sheetOf(rows))) text += line
  return text
}

async function sheetXml(rows: readonly (readonly Value[])[]): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of xlsxOf(sheetOf(rows))) chunks.push(chunk as Buffer)
  return entryOf(Buffer.concat(chunks), 'xl/worksheets/sheet1.xml')
}

/** One entry of a ZIP, found by its central directory. */
function entryOf(zip: Buffer, wanted: string): string {
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const size = zip.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((n) => zip.readUInt16LE(at + n)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    if (zip.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      return inflateRawSync(zip.subarray(start, start + size)).toString('utf8')
    }
    at += 46 + name + extra + comment
  }
  throw new Error(`No ${wanted}`)
}

/** What people have sent to make a spreadsheet calculate. */
const FORMULAS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","点我")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '=1+1";=2+2',
  '"=1+1"',
  '=DDE("cmd";"/C calc";"x")',
]

describe('a cell of text', () => {
  test.each(FORMULAS)('with %j is never calculated', async (formula) => {
    const [, row] = parse(await csv([[formula, null, null, null]]), { bom: true }) as string[][]
    const shown = row?.[0] ?? ''
    expect(shown === formula || shown === `'${formula}`).toBe(true)
    expect(shown).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/)
    const xml = await sheetXml([[formula, null, null, null]])
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('t="inlineStr"')
  })

  test('stays as it is otherwise', async () => {
    for (const text of ['蓝色马克杯', "it's", '1-2', 'a=b', '100%', '李*明']) {
      const [, row] = parse(await csv([[text, null, null, null]]), { bom: true }) as string[][]
      expect(row?.[0]).toBe(text)
    }
  })

  test('guarantee: whatever it holds, CSV reads back the same cells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (texts) => {
        const rows = parse(await csv(texts.map((text) => [text, 1, 2, null])), { bom: true })
        const read = (rows as string[][]).slice(1).map(([text]) => text)
        expect(read).toHaveLength(texts.length)
        read.forEach((text, at) => {
          expect([texts[at], `'${texts[at]}`]).toContain(text)
        })
      }),
    )
  })

  test('guarantee: whatever it holds, a workbook stays well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const inside = (await sheetXml([[text, 1, 2, null]])).split('preserve">').at(-1) ?? ''
        const told = inside.slice(0, inside.indexOf('</t>'))
        expect(told).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows none of them.
        expect(told).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
      }),
      { numRuns: 50 },
    )
  })
})

test('amounts, counts and times are numbers, in yuan and in the time of China', async () => {
  const row = ['x', -123_456, 7, '2026-03-01T04:00:00.000Z']
  expect(await csv([row])).toBe('\ufeff文字,元,数,时间\r\nx,-1234.56,7,2026-03-01 12:00:00\r\n')
  const xml = await sheetXml([row])
  expect(xml).toContain('<v>-1234.56</v>')
  expect(xml).toContain('<v>7</v>')
  // 2026-03-01 is day 46082; noon is half of it.
  expect(xml).toContain('<v>46082.5</v>')
})
