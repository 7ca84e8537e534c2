// Writes every text file of a built web page a second and third time, compressed as well as can be:
// done once here, the server only picks what the browser understands.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'

const TEXT = /\.(html|js|css|svg|json)$/
/** Below this many bytes a header is all that would be saved. */
const WORTH_IT = 1_000

/** Leaves `x.br` and `x.gz` beside each text file `x` of the folder. */
export async function compressPage(folder: string): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name))
  await Promise.all(files.map(({ parentPath, name }) => compress(join(parentPath, name))))
}

async function compress(file: string): Promise<void> {
  const text = readFileSync(file)
  if (text.length < WORTH_IT) return
  const brotli = { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: text.length } }
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(text, brotli))
  writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }))
}
