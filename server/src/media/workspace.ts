// One private folder per upload, always removed: whatever goes wrong, no bytes stay behind.
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const PREFIX = 'upload-'

/**
 * Runs `work` with a new empty folder below `tempRoot` (made if missing, readable by the server's
 * user only) and removes the folder and all in it afterwards, also when `work` throws.
 */
export async function withWorkspace<T>(
  tempRoot: string,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  await mkdir(tempRoot, { recursive: true, mode: 0o700 })
  const dir = await mkdtemp(join(tempRoot, PREFIX))
  try {
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 })
  }
}

/**
 * Removes the workspaces that a killed process left behind: those last touched before `before`
 * (UTC; leave a margin longer than the longest upload). Returns how many.
 */
export async function sweepWorkspaces(tempRoot: string, before: Date): Promise<number> {
  const names = await readdir(tempRoot).catch(() => [])
  let removed = 0
  for (const name of names.filter((candidate) => candidate.startsWith(PREFIX))) {
    const path = join(tempRoot, name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || found.mtime >= before) continue
    await rm(path, { recursive: true, force: true })
    removed += 1
  }
  return removed
}
