// Drives the built mini-program without WeChat's tools: start it, look at the page, tap, type, and watch
// or answer its requests. `await launchWeapp({ hooks })`, then `app.tap('登录')`, `await app.see('…')`.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Runtime } from './weapp/runtime.ts'
import { readTemplates, type Template } from './weapp/templates.ts'
import { attributeOf, isHidden, type TreeNode, textOf, walk } from './weapp/tree.ts'
import type { WorldHooks } from './weapp/world.ts'
import { WxStub } from './weapp/wx-stub.ts'

export const WEAPP_DIST = path.resolve(import.meta.dirname, '../../miniapp/dist/weapp')

export interface LaunchOptions {
  readonly hooks?: WorldHooks
  /** First page, without a leading slash. */
  readonly page?: string
  readonly query?: Record<string, string>
  /** The page that the first one leads to by itself. */
  readonly landsOn?: string
  /** What the phone has stored; share one map to start the app again on the same phone. */
  readonly storage?: Map<string, string>
}

/** How long a test waits for something to appear before it fails. */
const PATIENCE_MS = 10_000
/** A page that has not changed for this long, with no request open, is taken as finished. */
const QUIET_MS = 60

/** Starts the app on a fresh phone and opens its first page. */
export async function launchWeapp(options: LaunchOptions = {}): Promise<Weapp> {
  if (!existsSync(path.join(WEAPP_DIST, 'app.js'))) {
    throw new Error('No WeChat build: run `npm run build:weapp` first')
  }
  const stub = new WxStub(options.hooks ?? {}, options.storage ?? new Map())
  const runtime = new Runtime(WEAPP_DIST, stub)
  await runtime.launch(options.page ?? 'pages/home/index', options.query ?? {})
  const app = new Weapp(runtime, stub)
  await app.arrive(options.landsOn ?? runtime.top.route)
  return app
}

interface Found {
  readonly node: TreeNode
  readonly above: readonly TreeNode[]
}

export class Weapp {
  readonly runtime: Runtime
  /** Calls, requests, uploads, sockets and storage. */
  readonly world: WxStub
  private readonly templates: ReadonlyMap<string, Template>

  constructor(runtime: Runtime, world: WxStub) {
    this.runtime = runtime
    this.world = world
    this.templates = readTemplates(path.join(WEAPP_DIST, 'base.wxml'))
  }

  /** Path of the page on screen. */
  get page(): string {
    return this.runtime.top.route
  }

  /** Everything a person can read on the page. */
  get text(): string {
    return this.runtime.roots().map(textOf).join('')
  }

  /** Waits until the page has stopped changing. */
  async settle(): Promise<void> {
    const started = Date.now()
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      const quiet = Date.now() - Math.max(this.runtime.lastPatchAt, started) > QUIET_MS
      if ((quiet && this.world.pending === 0) || Date.now() - started > PATIENCE_MS) break
    }
    this.refuseNodesWithoutTemplate()
  }

  /** Waits until the page shows the text, and fails with what it shows instead. */
  async see(text: string): Promise<void> {
    await this.until(() => this.text.includes(text), `“${text}”`)
  }

  /** Waits until the page no longer shows the text. */
  async lose(text: string): Promise<void> {
    await this.until(() => !this.text.includes(text), `no “${text}”`)
  }

  /** Waits until the page of this path is on screen and drawn. */
  async arrive(page: string): Promise<void> {
    await this.until(() => this.page === page && this.tags().length > 0, `the page ${page}`)
    await this.settle()
  }

  async until(holds: () => boolean, what: string): Promise<void> {
    const started = Date.now()
    while (!holds()) {
      if (Date.now() - started > PATIENCE_MS) {
        const errors = this.runtime.errors.join('\n')
        throw new Error(`Waited for ${what}; ${this.page} shows: ${this.text}\n${errors}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    this.refuseNodesWithoutTemplate()
  }

  /** Taps the element with exactly this text, or else one that begins with it. */
  async tap(text: string, nth = 0): Promise<void> {
    await this.until(() => this.byText(text, nth) !== undefined, `“${text}” to tap`)
    await this.tapNode(this.byText(text, nth) as Found)
  }

  /** Taps an element by class name, for those without words; `nth` counts from 0. */
  async tapClass(name: string, nth = 0): Promise<void> {
    const find = () => [...this.visible()].filter(({ node }) => classesOf(node).includes(name))[nth]
    await this.until(() => find() !== undefined, `element .${name} (${nth})`)
    await this.tapNode(find() as Found)
  }

  /** Types into the field below a label, or with this placeholder. */
  async type(label: string, value: string): Promise<void> {
    await this.until(() => this.fieldOf(label) !== undefined, `the field “${label}”`)
    const field = this.fieldOf(label) as Found
    this.fire(field, 'focus', { value: '' })
    this.fire(field, 'input', { value, cursor: value.length })
    this.fire(field, 'blur', { value })
    await this.settle()
  }

  /** The value a field shows now. */
  valueOf(label: string): unknown {
    const node = this.fieldOf(label)?.node
    if (!node) throw new Error(`No field “${label}” on ${this.page}: ${this.text}`)
    return attributeOf(node, this.templates.get(node.nn), 'value')
  }

  /** Names of native elements on the page, to check that something is drawn. */
  tags(): string[] {
    return [...this.visible()].map(({ node }) => this.templates.get(node.nn)?.tag ?? '?')
  }

  /** Ends the app; call it in afterEach. */
  close(): void {
    this.runtime.close()
  }

  /** Gives an event to a node and to each ancestor that is bound to it, deepest first. */
  private fire({ node, above }: Found, type: string, detail: object): void {
    const path = [...above, node].reverse()
    const bound = path.filter((one) => this.templates.get(one.nn)?.events.has(type))
    if (bound.length === 0) throw new Error(`Nothing listens to ${type} at “${textOf(node)}”`)
    const page = this.runtime.top
    const eh = page.eh as (event: object) => void
    const target = { id: node.sid, dataset: { sid: node.sid } }
    for (const one of bound) {
      const currentTarget = { id: one.sid, dataset: { sid: one.sid } }
      const touches = [{ clientX: 0, clientY: 0, identifier: 0 }]
      const common = { timeStamp: Date.now(), target, currentTarget, touches }
      eh.call(page, { type, detail, changedTouches: touches, ...common })
    }
  }

  private async tapNode(found: Found): Promise<void> {
    const off = [...found.above, found.node].find(
      (one) =>
        attributeOf(one, this.templates.get(one.nn), 'disabled') === true ||
        classesOf(one).includes('button--off'),
    )
    if (off) throw new Error(`“${textOf(off)}” is disabled`)
    this.fire(found, 'tap', {})
    await this.settle()
  }

  private *visible(): Generator<Found> {
    for (const found of walk(this.runtime.roots())) {
      if (![...found.above, found.node].some(isHidden)) yield found
    }
  }

  private byText(text: string, nth: number): Found | undefined {
    // The deepest element that carries the words; what is behind a closed panel is not there.
    const carriers = [...this.visible()].filter(({ node }) => node.v !== undefined)
    const exact = carriers.filter(({ node }) => String(node.v).trim() === text)
    const begins = carriers.filter(({ node }) => String(node.v).trim().startsWith(text))
    const found = exact[nth] ?? begins[nth]
    const parent = found?.above.at(-1)
    return found && parent ? { node: parent, above: found.above.slice(0, -1) } : found
  }

  private fieldOf(label: string): Found | undefined {
    const all = [...this.visible()]
    const isField = ({ node }: Found) =>
      ['input', 'textarea'].includes(this.templates.get(node.nn)?.tag ?? '')
    const byPlaceholder = all.find(
      (one) =>
        isField(one) &&
        attributeOf(one.node, this.templates.get(one.node.nn), 'placeholder') === label,
    )
    if (byPlaceholder) return byPlaceholder
    const at = all.findIndex(({ node }) => String(node.v ?? '').trim() === label)
    return at < 0 ? undefined : all.slice(at).find(isField)
  }

  /** A node without a native template vanishes in WeChat without a word; browsers show it. */
  private refuseNodesWithoutTemplate(): void {
    for (const { node } of walk(this.runtime.roots())) {
      if (!this.templates.has(String(node.nn))) {
        throw new Error(`Node “${node.nn}” (${textOf(node)}) has no template in base.wxml`)
      }
    }
  }
}

const classesOf = (node: TreeNode): string[] => String(node.cl ?? '').split(/\s+/)
