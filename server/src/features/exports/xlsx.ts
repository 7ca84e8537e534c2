// A sheet as an Office Open XML workbook, written row by row. The libraries that write workbooks either
// hold the whole of it in memory or have not been looked after for years (exceljs: 2023, with packages that
// are given up); what is needed here is one sheet, six small files in a ZIP. The ZIP is yazl's.
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { harmless, type Kind, type Sheet, serialTime, type Value } from './sheet.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Formats of styles.xml, by kind of column; 1 is the heading. */
const STYLES: Readonly<Record<Kind, number>> = { text: 0, count: 0, yuan: 2, time: 3 }
const WIDTHS: Readonly<Record<Kind, number>> = { text: 22, count: 10, yuan: 12, time: 20 }
/** Longest text of a cell that Excel opens. */
const LONGEST = 32_767

/** The bytes of the workbook. An error of the rows is an error of the stream. */
export function xlsxOf(sheet: Sheet): Readable {
  const zip = new ZipFile()
  const bytes = zip.outputStream as unknown as Readable
  const parts = Object.entries(fixedParts(sheet.name))
  for (const [name, xml] of parts) zip.addBuffer(Buffer.from(HEAD + xml), name)
  const rows = Readable.from(sheetXml(sheet), { objectMode: false })
  rows.on('error', (error) => bytes.destroy(error))
  bytes.on('close', () => rows.destroy())
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml')
  zip.end()
  return bytes
}

async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ kind }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`,
  )
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  yield `<row>${columns.map(({ title }) => textCell(title, 1)).join('')}</row>`
  for await (const row of rows) {
    yield `<row>${columns.map(({ kind }, at) => cell(kind, row[at] ?? null)).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function cell(kind: Kind, value: Value): string {
  if (value === null || value === '') return '<c/>'
  if (kind === 'text') return textCell(harmless(String(value)), 0)
  const number =
    kind === 'time' ? serialTime(String(value)) : kind === 'yuan' ? Number(value) / 100 : value
  return `<c s="${STYLES[kind]}"><v>${number}</v></c>`
}

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`

/** XML has no place for control characters and for halves of characters. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const fixedParts = (name: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
})
