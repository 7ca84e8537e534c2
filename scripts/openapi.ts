// `node scripts/openapi.ts FILE`: writes the API document that the server shows at /docs/json.
import { writeFileSync } from 'node:fs'
import { openApiDocument } from '../server/src/http/openapi.ts'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Name the file to write')
writeFileSync(file, `${JSON.stringify(openApiDocument('https://shop.example'), null, 2)}\n`)
