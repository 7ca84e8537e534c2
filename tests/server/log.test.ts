// What goes into the log, and what must not.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { makeLog } from '@shouhou/server/log.ts'
import { describe, expect, test } from 'vitest'

/** Everything that is written while `work` logs. */
function lines(work: (log: ReturnType<typeof makeLog>) => void): string {
  const written: string[] = []
  work(makeLog('info', { write: (line) => written.push(line) }))
  return written.join('')
}

describe('the log', () => {
  test('guarantee: a failed query is told without its values and without the connection', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (phone)=(13800138000) already exists',
      client: { password: 'secret' },
    })
    const error = Object.assign(
      new Error('Failed query: insert … params: 13800138000', { cause }),
      {
        params: ['13800138000'],
      },
    )
    const text = lines((log) => log.error({ err: error }, 'request failed'))
    expect(text).not.toContain('13800138000')
    expect(text).not.toContain('secret')
    expect(JSON.parse(text).err).toMatchObject({ cause: { code: '23505' } })
  })

  test('guarantee: a request is told by its path, without query and headers', () => {
    const req = {
      id: '1',
      method: 'GET',
      url: '/v1/media/1?signature=abc',
      headers: { authorization: 'Bearer abc' },
    }
    const text = lines((log) => log.info({ req }, 'request'))
    expect(text).not.toContain('abc')
    expect(JSON.parse(text).req.path).toBe('/v1/media/1')
  })

  test('a process whose log nobody reads any more still ends', async () => {
    const script = `
      import { makeLog } from ${JSON.stringify(import.meta.resolve('@shouhou/server/log.ts'))}
      const log = makeLog('info')
      process.stdin.resume().once('end', () => {
        for (let line = 0; line < 100; line++) log.info('to nobody')
        process.exit(3)
      })`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: 20_000, // else it would stay for ever
    })
    child.stdout.destroy()
    await once(child.stdout, 'close')
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([3, null])
  }, 30_000)
})
