// Checks of the files in git that no other tool makes.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'

/** The lockfile must install from any registry, so it names none. */
export async function findRegistryAddresses(): Promise<string[]> {
  const lines = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8').split('\n')
  return lines.filter((line) => /\btarball:|resolution:.*https?:/.test(line))
}

/** A path of somebody's machine works nowhere else and says where it was written. */
export async function findMachinePaths(): Promise<string[]> {
  const paths = /(?:^|[\s"'`(=:])(\/(?:work|root|home\/\w+|Users\/\w+)\/[\w.-]+)/
  return trackedFiles().flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    return lines.flatMap((line, index) => {
      const found = paths.exec(line)
      return found ? [`${file}:${index + 1} names ${found[1]}`] : []
    })
  })
}

function trackedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const isText = (file: string) => !/\.(png|jpe?g|webp|mp4|heic|ico|woff2?|bin)$/i.test(file)
  return list
    .split('\n')
    .filter((file) => file !== '' && isText(file) && existsSync(join(root, file)))
}
