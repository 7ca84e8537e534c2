// Sends bytes through the one way in, in pieces as a network would, and shows what came of it.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Accepted, acceptMedia } from '@shouhou/server/media/accept.ts'
import { createPhotos, type Photos } from '@shouhou/server/media/photo.ts'
import type { MediaRefusalCode, Refused } from '@shouhou/server/media/refusals.ts'
import type { Declared } from '@shouhou/server/media/sniff.ts'
import { withWorkspace } from '@shouhou/server/media/workspace.ts'

export type Outcome = {
  /** The code of the refusal, or what it was accepted as. */
  verdict: MediaRefusalCode | 'photo' | 'video'
  outcome: Accepted | Refused
  full: Buffer
  thumb: Buffer
  /** Names in the folder of uploads afterwards: must be none. */
  left: string[]
}

export type Sending = {
  declared?: Declared
  photos?: Photos
  chunkBytes?: number
  signal?: AbortSignal
}

const shared = createPhotos({ queue: 1000 })

export async function accept(body: Buffer, sending: Sending = {}): Promise<Outcome> {
  const tempRoot = await mkdtemp(join(tmpdir(), 'uploads-test-'))
  const source = Readable.from(pieces(body, sending.chunkBytes ?? 65_536), { objectMode: false })
  try {
    const seen = await withWorkspace(tempRoot, async (dir) => {
      const outcome = await acceptMedia({ source, dir, ...sending }, sending.photos ?? shared)
      const read = (file: { path: string } | undefined) =>
        file ? readFile(file.path) : Buffer.alloc(0)
      return outcome.ok
        ? {
            outcome,
            verdict: outcome.kind,
            full: await read(outcome.full),
            thumb: await read(outcome.thumb),
          }
        : { outcome, verdict: outcome.refusal.code, full: Buffer.alloc(0), thumb: Buffer.alloc(0) }
    })
    return { ...seen, left: await readdir(tempRoot) }
  } finally {
    await rm(tempRoot, { recursive: true })
  }
}

function* pieces(body: Buffer, size: number) {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}
