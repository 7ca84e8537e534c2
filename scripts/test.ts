// `npm test`: checks, builds and all tests; ends with the line "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildWhenChanged, TARGETS } from './build.ts'
import { check } from './check.ts'
import { findChromium } from './find-chromium.ts'
import { root } from './project.ts'
import { explain } from './terminal.ts'

interface Count {
  passed: number
  failed: number
}

const howToGetChromium =
  'No Chromium: install it (Debian: apt-get install chromium fonts-wqy-microhei) or set CHROMIUM_PATH.'
const report = join(root, 'tests/artifacts/vitest.json')
const chromium = findChromium()

const total: Count = { passed: 0, failed: (await check()).length + (await build()) }
add(runTests(chromium ? [] : ['--project', '!browser']))
if (!chromium) tellMissingChromium()
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/** Returns how many builds failed. */
async function build(): Promise<number> {
  let failed = 0
  for (const target of TARGETS) {
    await buildWhenChanged(target).catch((error) => {
      console.log(explain(error))
      failed += 1
    })
  }
  return failed
}

/** Runs Vitest with its output shown. A run that fails as a whole counts as one failure. */
function runTests(args: readonly string[]): Count {
  const package_ = createRequire(join(root, 'tests/package.json')).resolve('vitest/package.json')
  const vitest = join(dirname(package_), 'vitest.mjs')
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: join(root, 'tests'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) },
  })
  const counted = readReport()
  const failedAsWhole = status !== 0 && counted.failed === 0
  return failedAsWhole ? { ...counted, failed: 1 } : counted
}

function readReport(): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** Allowed on a person's machine, told loudly; in CI it is a failure. */
function tellMissingChromium(): void {
  console.log(`\n!!! THE BROWSER TESTS DID NOT RUN. ${howToGetChromium}\n`)
  if (process.env.CI && process.env.CI !== 'false') total.failed += 1
}

function add(count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
}
