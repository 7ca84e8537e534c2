// `npm run check`: everything that is found without running the product.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findMachinePaths, findRegistryAddresses } from './check-files.ts'
import { root } from './project.ts'
import { runSteps, type Step } from './run-steps.ts'

const types = ['server', 'miniapp', 'tests', 'scripts', 'shared', 'bench'].map(
  (folder): Step => ({ name: `types of ${folder}`, run: ['tsc', '-p', folder] }),
)

const cruise = ['shared/src', 'server/src', 'miniapp/src', 'tests', 'scripts', 'bench']

const steps: Step[] = [
  { name: 'format and lint', run: ['biome', 'ci', '--colors=off', '.'] },
  ...types,
  {
    name: 'import rules',
    run: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      ...cruise,
    ],
  },
  { name: 'nothing unused', run: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'generated documents', run: [process.execPath, 'scripts/docs.ts', '--check'] },
  { name: 'lockfile names no registry', run: findRegistryAddresses },
  { name: 'no path of a machine', run: findMachinePaths },
]

/** Returns the names of the checks that failed. */
export async function check(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shouhou-openapi-'))
  try {
    const failed = await runSteps(steps)
    return [...failed, ...(await checkApiDocument(join(folder, 'openapi.json')))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function checkApiDocument(file: string): Promise<string[]> {
  if (!existsSync(join(root, 'scripts/openapi.ts'))) return []
  const failed = await runSteps([
    { name: 'API document written', run: [process.execPath, 'scripts/openapi.ts', file] },
  ])
  if (failed.length > 0) return failed
  return runSteps([{ name: 'API document', run: ['redocly', 'lint', file] }])
}

if (import.meta.main) {
  const failed = await check()
  if (failed.length > 0) {
    console.log(`Failed: ${failed.join(', ')}`)
    process.exitCode = 1
  }
}
