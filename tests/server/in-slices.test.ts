// Long work lets others go first.
import { inSlices } from '@shouhou/server/in-slices.ts'
import { finish } from '@shouhou/shared/domain/steps'
import { expect, test } from 'vitest'

/** As long as a slice may be, and a little more. */
function busy(): void {
  const until = performance.now() + 10
  while (performance.now() < until);
}

function* work(done: string[]) {
  for (const step of ['one', 'two', 'three']) {
    busy()
    done.push(step)
    yield
  }
  return done.length
}

test('work in slices lets what others asked for happen between its steps', async () => {
  const done: string[] = []
  setImmediate(() => done.push('somebody else'))
  expect(await inSlices(work(done))).toBe(4)
  expect(done.indexOf('somebody else')).toBeLessThan(done.indexOf('three'))
})

test('work at once gives the same result', () => {
  expect(finish(work([]))).toBe(3)
})

test('work that fails fails for whoever waits', async () => {
  // biome-ignore lint/correctness/useYield: it fails before its first step.
  function* failing() {
    throw new Error('no')
  }
  await expect(inSlices(failing())).rejects.toThrow('no')
})
