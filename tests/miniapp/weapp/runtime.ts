// WeChat's logic layer in a bare V8 context: no window, no document, no fetch, no Intl, no eval. Loads the
// built files, keeps the page stack, and carries setData to the tree of each page.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { applyPatch, type TreeNode } from './tree.ts'
import type { WxStub } from './wx-stub.ts'

type Hook = (...args: unknown[]) => unknown

export interface PageInstance extends Record<string, unknown> {
  readonly route: string
  readonly data: Record<string, unknown>
}

/** Globals that WeChat does not have, or not on Android. */
const MISSING = ['Intl', 'WebAssembly', 'WeakRef', 'FinalizationRegistry']

export class Runtime {
  readonly stack: PageInstance[] = []
  /** What the app wrote with console.error, and errors that escaped from it. */
  readonly errors: string[] = []
  /** When the newest patch arrived, epoch ms. */
  lastPatchAt = 0
  private readonly dist: string
  private readonly context: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly pages = new Map<string, Record<string, unknown>>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private closed = false
  private readonly tabs: readonly string[]
  private app: Record<string, Hook> = {}
  private loading: ((config: Record<string, unknown>) => void) | null = null

  constructor(dist: string, stub: WxStub) {
    this.dist = dist
    const config = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
    this.tabs = (config.tabBar?.list ?? []).map((tab: { pagePath: string }) => tab.pagePath)
    Object.assign(stub.wx, this.navigation())
    this.context = vm.createContext(this.globals(stub.wx), {
      codeGeneration: { strings: false, wasm: false },
    })
    for (const name of MISSING) vm.runInContext(`delete globalThis.${name}`, this.context)
  }

  /** Runs app.js and opens the first page. */
  async launch(route: string, query: Record<string, string>): Promise<void> {
    this.require('app.js')
    const options = { path: route, query, scene: 1001, referrerInfo: {} }
    this.app.onLaunch?.(options)
    this.app.onShow?.(options)
    await this.push(route, query)
  }

  get top(): PageInstance {
    const page = this.stack.at(-1)
    if (!page) throw new Error('No page is open')
    return page
  }

  roots(page: PageInstance = this.top): readonly TreeNode[] {
    return ((page.data.root as TreeNode | undefined)?.cn ?? []) as readonly TreeNode[]
  }

  /** The app goes behind, or comes to the front again. */
  show(inFront: boolean): void {
    const call = inFront ? 'onShow' : 'onHide'
    this.app[call]?.({ path: this.top.route, query: {}, scene: 1001 })
    ;(this.top[call] as Hook | undefined)?.call(this.top)
  }

  /** What WeChat would send when the person shares the page on screen. */
  share(): { readonly title?: string; readonly path?: string } | undefined {
    const card = (this.top.onShareAppMessage as Hook | undefined)?.call(this.top, {
      from: 'button',
    })
    return card as { title?: string; path?: string } | undefined
  }

  /** Stops everything that would still run in the context. */
  close(): void {
    this.closed = true
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }

  private globals(wx: object): Record<string, unknown> {
    const later =
      (start: typeof setTimeout | typeof setInterval) =>
      (run: Hook, ms?: number, ...args: unknown[]) => {
        const timer = start(() => {
          if (this.closed) return
          try {
            run(...args)
          } catch (error) {
            this.errors.push(String((error as Error).stack ?? error))
          }
        }, ms)
        if (this.closed) clearTimeout(timer)
        else this.timers.add(timer)
        return timer
      }
    return {
      wx,
      App: (config: Record<string, Hook>) => {
        this.app = config
      },
      Page: (config: Record<string, unknown>) => this.loading?.(config),
      Component: () => undefined,
      Behavior: (config: unknown) => config,
      getApp: () => this.app,
      getCurrentPages: () => [...this.stack],
      console: {
        ...console,
        log: () => undefined,
        warn: () => undefined,
        error: (...parts: unknown[]) => this.errors.push(parts.map(String).join(' ')),
      },
      setTimeout: later(setTimeout),
      setInterval: later(setInterval),
      clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
      clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
    }
  }

  /** CommonJS as WeChat does it: browser names are there as parameters and undefined. */
  private require(file: string): unknown {
    const name = file.endsWith('.js') ? file : `${file}.js`
    const known = this.modules.get(name)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(name, module)
    const code = readFileSync(path.join(this.dist, name), 'utf8')
    const head =
      '(function(require,module,exports,global,__wxConfig,window,document,self,location,navigator){'
    const run = vm.runInContext(`${head}${code}\n})`, this.context, { filename: name }) as Hook
    const within = (wanted: string) =>
      this.require(path.posix.join(path.posix.dirname(name), wanted))
    run(within, module, module.exports, {}, {})
    return module.exports
  }

  private navigation(): Record<string, unknown> {
    const go =
      (move: (route: string, query: Record<string, string>) => Promise<void>) =>
      (options: { url: string; success?: Hook; fail?: Hook; complete?: Hook }) => {
        const [route = '', text = ''] = options.url.replace(/^\//, '').split('?')
        const query = Object.fromEntries(
          text
            .split('&')
            .filter(Boolean)
            .map((pair) => pair.split('=').map(decodeURIComponent)),
        )
        move(route, query).then(
          () => options.success?.({ errMsg: 'ok' }),
          (error: Error) => {
            this.errors.push(`${options.url}: ${error.message}`)
            options.fail?.({ errMsg: `fail ${error.message}` })
          },
        )
      }
    return {
      navigateTo: go((route, query) => this.push(route, query)),
      redirectTo: go(async (route, query) => {
        this.pop()
        await this.push(route, query)
      }),
      reLaunch: go(async (route, query) => {
        while (this.stack.length > 0) this.pop()
        await this.push(route, query)
      }),
      switchTab: go((route) => this.switchTab(route)),
      navigateBack: (options: { delta?: number; success?: Hook } = {}) => {
        for (let n = options.delta ?? 1; n > 0 && this.stack.length > 1; n--) this.pop()
        this.call(this.top, 'onShow')
        options.success?.({ errMsg: 'ok' })
      },
    }
  }

  private call(page: PageInstance, hook: string, ...args: unknown[]): unknown {
    return (page[hook] as Hook | undefined)?.apply(page, args)
  }

  private pop(): void {
    const page = this.stack.pop()
    if (page) this.call(page, 'onUnload')
  }

  /** Tab pages live on behind each other; here each visit starts afresh, which is stricter. */
  private async switchTab(route: string): Promise<void> {
    if (!this.tabs.includes(route)) throw new Error(`${route} is not a tab page`)
    while (this.stack.length > 0) this.pop()
    await this.push(route, {})
  }

  private async push(route: string, query: Record<string, string>): Promise<void> {
    const previous = this.stack.at(-1)
    if (previous) this.call(previous, 'onHide')
    const page = this.instance(route, query)
    this.stack.push(page)
    await this.call(page, 'onLoad', query)
    this.call(page, 'onShow')
    this.call(page, 'onReady')
  }

  private instance(route: string, query: Record<string, string>): PageInstance {
    let config = this.pages.get(route)
    if (!config) {
      this.loading = (loaded) => {
        config = loaded
      }
      this.require(`${route}.js`)
      this.loading = null
      if (!config) throw new Error(`${route} registers no page`)
      this.pages.set(route, config)
    }
    const data = structuredClone(config.data ?? {}) as Record<string, unknown>
    const setData = (patch: Record<string, unknown>, done?: () => void) => {
      applyPatch(data, JSON.parse(JSON.stringify(patch)))
      this.lastPatchAt = Date.now()
      if (done) setTimeout(done, 0)
    }
    return { ...config, data, setData, route, __route__: route, options: query }
  }
}
