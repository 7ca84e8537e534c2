// Long work in small steps, so that whoever runs it decides how much of it to do at a time.

/** Work that stops after every small piece of it, and gives its result at the end. */
export type Steps<T> = Generator<void, T, void>

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
