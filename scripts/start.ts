// `npm start`: everything on one machine with one command. Reads top to bottom.
import { readConfig } from '../server/src/config.ts'
import { buildWhenChanged } from './build.ts'
import { runLauncher } from './closing.ts'
import { openDatabase } from './database.ts'
import { fillWhenEmpty } from './demo-data.ts'
import { webDir } from './project.ts'
import { startServer } from './server-process.ts'
import { chooseSettings, claimPort } from './server-settings.ts'
import { withWechat } from './stand-in-wechat.ts'

await runLauncher(async () => {
  const settings = { WEB_DIR: webDir, ...(await chooseSettings()) }
  // With a stand-in for what is not known yet, so that every wrong setting is told before any work.
  readConfig({ DATABASE_URL: 'postgresql://not-started-yet', ...settings })
  const databaseUrl = await openDatabase()
  await claimPort(Number(settings.PORT))
  if (settings.WEB_DIR === webDir) await buildWhenChanged('h5')
  const env = await withWechat({ ...settings, DATABASE_URL: databaseUrl })
  await startServer(env)
  const address = `http://127.0.0.1:${settings.PORT}`
  const accounts = await fillWhenEmpty(env, address)
  console.error(`
Shouhou is ready.
  Web page   ${address}/
  API docs   ${address}/docs
${accounts}
Ctrl-C stops it.`)
})
