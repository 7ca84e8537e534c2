// What a bench found, printed as it comes and kept as Markdown.

type Row = Readonly<Record<string, string | number>>

export interface Report {
  /** One line of the table that is being made; a row with other columns begins a new table. */
  row(row: Row): void
  /** A sentence or a plan. */
  note(text: string): void
  /** Something is not as it must be: the whole run fails in the end. */
  fail(text: string): void
}

export interface Findings {
  readonly report: Report
  markdown(): string
  readonly failures: readonly string[]
}

export function makeReport(print: (line: string) => void): Findings {
  const parts: string[] = []
  const failures: string[] = []
  let columns = ''
  const add = (line: string) => void parts.push(line)
  return {
    failures,
    markdown: () => parts.join('\n'),
    report: {
      row(row) {
        const names = Object.keys(row)
        if (names.join() !== columns) {
          columns = names.join()
          add(`\n| ${names.join(' | ')} |\n|${names.map(() => '---').join('|')}|`)
          print(names.join('  '))
        }
        const cells = Object.values(row).map(String)
        add(`| ${cells.join(' | ')} |`)
        print(cells.map((cell, i) => cell.padStart(names[i]?.length ?? 0)).join('  '))
      },
      note(text) {
        columns = ''
        add(`\n${text}`)
        print(text)
      },
      fail(text) {
        failures.push(text)
        columns = ''
        add(`\n**${text}**`)
        print(text)
      },
    },
  }
}
