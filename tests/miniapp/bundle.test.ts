// What may be in the built packages: sizes, syntax of old phones, no code made at run time, no schemas of
// the server, no secrets.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { appConfig } from './weapp/app-config.ts'
import { WEAPP_DIST } from './weapp-harness.ts'

const KIB = 1024
const MAIN_LIMIT = 900 * KIB
const SUBPACKAGE_LIMIT = 1024 * KIB
/** Scripts the web page needs before anything shows, uncompressed. */
const FIRST_LOAD_LIMIT = 600 * KIB
/** Files that project.config.json keeps out of the upload, or that are the project file itself. */
const NOT_UPLOADED = /\.LICENSE\.txt$|\.map$|^project\.config\.json$/

const H5_DIST = path.resolve(WEAPP_DIST, '../h5')

const filesOf = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
    .filter((file) => !NOT_UPLOADED.test(file))

const files = filesOf(WEAPP_DIST)
const scripts = files.filter((file) => file.endsWith('.js'))
const read = (file: string) => readFileSync(path.join(WEAPP_DIST, file), 'utf8')

describe('the WeChat build', () => {
  it('keeps the main package within 900 KiB and each subpackage within 1 MiB', () => {
    const roots = appConfig().subPackages.map((one) => one.root)
    const bytes = new Map<string, number>()
    for (const file of files) {
      const root = roots.find((one) => file.startsWith(`${one}/`)) ?? 'main'
      bytes.set(root, (bytes.get(root) ?? 0) + statSync(path.join(WEAPP_DIST, file)).size)
    }
    expect([...bytes.keys()]).toEqual(expect.arrayContaining(['main', ...roots]))
    for (const [root, size] of bytes) {
      expect(size, root).toBeLessThanOrEqual(root === 'main' ? MAIN_LIMIT : SUBPACKAGE_LIMIT)
    }
  })

  it('is written in the syntax of 2017, which phones without updates read', () => {
    expect(scripts.length).toBeGreaterThan(5)
    for (const file of scripts) {
      expect(
        () => parse(read(file), { ecmaVersion: 2017, sourceType: 'script' }),
        file,
      ).not.toThrow()
    }
  })

  it('makes no code from text; the two known probes of libraries stand in their own files', () => {
    const makers = scripts.flatMap((file) =>
      [...read(file).matchAll(/\beval\s*\(|\bnew Function\b|\bFunction\(["'`]/g)].map(
        (match) => `${file}: ${match[0]}`,
      ),
    )
    expect(makers.filter((found) => !/^(vendors|taro|runtime)\.js:/.test(found))).toEqual([])
  })

  it('contains no schema of the contract and none of the server', () => {
    // Words that only schemas hold: TypeBox kinds, patterns and options that types leave no trace of.
    const traces = /additionalProperties|~kind|typebox|\bminLength"?:\s*\d|\$id/
    for (const file of scripts) expect(read(file).match(traces)?.[0], file).toBeUndefined()
  })

  it('leaves the styleguide out, as the web build does', () => {
    expect(appConfig().pages).not.toContain('styleguide/index')
    const page = filesOf(H5_DIST).filter((file) => file.endsWith('.js'))
    expect(
      page.filter((file) =>
        readFileSync(path.join(H5_DIST, file), 'utf8').includes('shown__swatch'),
      ),
    ).toEqual([])
  })

  it('contains no secret', () => {
    const secrets =
      /-----BEGIN|AKIA[0-9A-Z]{16}|appsecret|app_secret|api[_-]?secret|sk_live|eyJ[\w-]{20,}\.eyJ/i
    for (const file of files) expect(read(file).match(secrets)?.[0], file).toBeUndefined()
  })
})

describe('the web build', () => {
  const pages = filesOf(H5_DIST).filter((file) => /\.(js|html)$/.test(file))
  const readPage = (file: string) => readFileSync(path.join(H5_DIST, file), 'utf8')

  it('calls the server it came from, at no address of its own', () => {
    expect(pages.length).toBeGreaterThan(5)
    for (const file of pages) expect(readPage(file), file).not.toMatch(/https?:\/\/(127|localhost)/)
  })

  it('is written in the syntax of 2018, and its start is a light one', () => {
    for (const file of pages.filter((one) => one.endsWith('.js'))) {
      const text = readPage(file)
      expect(() => parse(text, { ecmaVersion: 2018, sourceType: 'script' }), file).not.toThrow()
    }
    const first = [...readPage('index.html').matchAll(/src="\/([^"]+\.js)"/g)].map((m) => m[1])
    const bytes = first.reduce((sum, file) => sum + readPage(file as string).length, 0)
    expect(bytes).toBeLessThan(FIRST_LOAD_LIMIT)
  })

  it('contains no schema of the contract', () => {
    for (const file of pages) expect(readPage(file), file).not.toMatch(/additionalProperties|~kind/)
  })
})
