// Preloaded (`--import`) into child processes that were given an IPC channel: the system closes the
// channel whenever and however the parent dies, and then this process ends too.
const patienceMs = 2_000

if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), patienceMs).unref()
  })
  process.channel.unref() // waiting for the parent's death must not keep us alive
}
