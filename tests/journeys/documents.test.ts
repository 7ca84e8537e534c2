// The documents name files, commands and each other; what they name must exist.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'))
const documents = [...markdownIn('.'), ...markdownIn('docs').map((name) => `docs/${name}`)]
const textOf = (document: string) => readFileSync(join(root, document), 'utf8')
const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts)

/** A heading as it is addressed behind a `#`. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

function leadsSomewhere(document: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? document : join(dirname(document), file)
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || anchorsOf(textOf(target)).includes(anchor)
}

test.each(documents)('every link of %s leads somewhere', (document) => {
  const text = textOf(document)
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((m) => m[1] ?? m[2] ?? '')
  const own = links.filter((link) => !/^https?:/.test(link))
  expect(own.filter((link) => !leadsSomewhere(document, link))).toEqual([])
})

test.each(documents)('every file and command that %s names exists', (document) => {
  const words = [...textOf(document).matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)
  const inside = /^(shared|server|miniapp|tests|scripts|docs|bench)\/[\w./-]+$/
  const files = words.filter((word) => inside.test(word) && !word.includes('/dist'))
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  const commands = [...textOf(document).matchAll(/npm run ([a-z0-9:]+)/g)].map((m) => m[1] ?? '')
  expect(commands.filter((name) => !scripts.includes(name))).toEqual([])
})

test('English and Chinese README say the same: headings, files and rows of tables', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((name) => {
    const text = textOf(name)
    return {
      headings: text.match(/^#+ /gm),
      rows: text.match(/^\|/gm)?.length,
      files: text.match(/[\w./-]+\.(ts|tsx|png)\b/g),
    }
  })
  expect(chinese).toEqual(english)
})

test('the pictures are small', () => {
  const folder = join(root, 'docs/images')
  const large = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 150_000)
  expect(large).toEqual([])
})
