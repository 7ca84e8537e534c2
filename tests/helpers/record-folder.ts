// Vitest global setup: where the answers seen by all test files of one run are kept.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the recorded answers. */
    recordFolder: string
    /** False when only some files or names run: then it proves nothing that an answer was not seen. */
    wholeRun: boolean
  }
}

// Every project calls this setup, each with its own copy of this module; they share one folder.
const shared = globalThis as { shouhouRecords?: { users: number; folder: string } }

export default function setup(project: TestProject): () => void {
  shared.shouhouRecords ??= { users: 0, folder: mkdtempSync(join(tmpdir(), 'shouhou-records-')) }
  const { shouhouRecords: records } = shared
  records.users += 1
  project.provide('recordFolder', records.folder)
  project.provide('wholeRun', isWhole(project))
  return () => {
    records.users -= 1
    if (records.users > 0) return
    delete shared.shouhouRecords
    rmSync(records.folder, { recursive: true, force: true })
  }
}

/** Browser tests may be left out where there is no Chromium: no answer is seen only there. */
function isWhole({ vitest, globalConfig }: TestProject): boolean {
  const { filenamePattern } = vitest as { filenamePattern?: string[] }
  const projects = globalConfig.project.filter((name) => name !== '!browser')
  return !filenamePattern?.length && !globalConfig.testNamePattern && projects.length === 0
}
