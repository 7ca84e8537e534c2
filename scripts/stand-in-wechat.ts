// Without a mini-program of its own an installation to look at has no WeChat: ours answers instead,
// over the same wire protocol. Its openids are of an app that does not exist, so nobody real is met.
import { startFakeWechat } from '../server/src/dev/fake-wechat.ts'
import { onClose } from './closing.ts'
import type { Environment } from './server-settings.ts'

/** The settings with a WeChat: the given one, or the stand-in, which runs as long as we do. */
export async function withWechat<E extends Environment>(settings: E): Promise<E> {
  if (settings.WECHAT_APP_ID) return settings
  const fake = await startFakeWechat()
  onClose(() => fake.stop())
  return {
    ...settings,
    WECHAT_URL: fake.url,
    WECHAT_APP_ID: fake.appId,
    WECHAT_APP_SECRET: fake.secret,
  }
}
