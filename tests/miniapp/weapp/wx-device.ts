// What `wx` says about the phone and the app: an iPhone of usual size, whatever is asked.

/** The part of `wx` that answers at once. `language` is `zh_CN` or `en`. */
export function device(language: string): object {
  const screen = { pixelRatio: 2, screenWidth: 375, screenHeight: 812, statusBarHeight: 44 }
  const size = { windowWidth: 375, windowHeight: 724, screenTop: 88, safeArea: {} }
  const app = { language: language, version: '8.0.50', theme: 'light' }
  const all = {
    ...screen,
    ...size,
    ...app,
    SDKVersion: '3.6.0',
    platform: 'ios',
    model: 'iPhone',
  }
  const query = () => {
    const chain: Record<string, unknown> = {}
    const rect = { width: 0, height: 0, top: 0, left: 0, right: 0, bottom: 0 }
    const results: unknown[] = []
    for (const step of ['in', 'select', 'selectAll', 'selectViewport']) chain[step] = () => chain
    for (const ask of ['boundingClientRect', 'scrollOffset', 'fields', 'node', 'context']) {
      chain[ask] = (...args: unknown[]) => {
        results.push(rect)
        const back = args.at(-1)
        if (typeof back === 'function') setTimeout(() => back(rect), 0)
        return chain
      }
    }
    chain.exec = (back?: (answers: unknown[]) => void) => void setTimeout(() => back?.(results), 0)
    return chain
  }
  return {
    canIUse: () => true,
    getSystemInfoSync: () => all,
    getAppBaseInfo: () => all,
    getDeviceInfo: () => all,
    getWindowInfo: () => all,
    getSystemSetting: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'test', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, left: 281, width: 87, height: 32 }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {} }),
    createSelectorQuery: query,
    nextTick: (then: () => void) => setTimeout(then, 0),
  }
}
