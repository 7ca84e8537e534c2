// `npm run dev`: the server restarts when its code changes, the web page rebuilds itself.
import { spawnTaro } from './build.ts'
import { onClose, runLauncher } from './closing.ts'
import { openDatabase } from './database.ts'
import { fillWhenEmpty } from './demo-data.ts'
import { startServer } from './server-process.ts'
import { chooseSettings, claimPort } from './server-settings.ts'
import { withWechat } from './stand-in-wechat.ts'

await runLauncher(async () => {
  const settings = await chooseSettings()
  const env = await withWechat({ ...settings, DATABASE_URL: await openDatabase() })
  await claimPort(Number(settings.PORT))
  await startServer(env, ['--watch'])
  const address = `http://127.0.0.1:${settings.PORT}`
  const accounts = await fillWhenEmpty(env, address)
  watchWebPage(address)
  console.error(
    `API ${address}, docs ${address}/docs, web page http://127.0.0.1:10086\n${accounts}`,
  )
})

function watchWebPage(apiOrigin: string): void {
  const child = spawnTaro('styleguide', ['--watch'], {
    env: { ...process.env, NODE_ENV: 'development', API_ORIGIN: apiOrigin },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onClose(async () => void child.kill())
}
