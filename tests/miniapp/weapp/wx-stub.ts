// A stand-in for WeChat's `wx`: every API by name, each recorded; the few that the app depends on work.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WeappRequest, WeappResponse, WeappSocket, WeappUpload, WorldHooks } from './world.ts'
import { device } from './wx-device.ts'

export interface WxCall {
  readonly name: string
  readonly options: Record<string, unknown>
}

type Options = Record<string, unknown> & {
  success?: (result: object) => void
  fail?: (result: object) => void
  complete?: (result: object) => void
}

/** wx.request knows these and no others; PATCH is not among them. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

/** Names of all functions of `wx`, from WeChat's own type declarations. */
function apiNames(): string[] {
  const root = createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json')
  const types = readFileSync(root.replace('package.json', 'types/wx/lib.wx.api.d.ts'), 'utf8')
  const body = types.slice(types.indexOf('interface Wx {'))
  return [...new Set([...body.matchAll(/^ {8}(\w+)(?:<[^>]*>)?\(/gm)].map((m) => m[1] as string))]
}

export class WxStub {
  readonly calls: WxCall[] = []
  readonly requests: WeappRequest[] = []
  readonly uploads: WeappUpload[] = []
  readonly sockets: WeappSocket[] = []
  readonly storage: Map<string, string>
  /** Requests and uploads that have not been answered yet. */
  pending = 0
  readonly wx: Record<string, unknown> = {}
  private readonly hooks: WorldHooks
  private networkListeners: ((status: object) => void)[] = []

  constructor(hooks: WorldHooks, storage: Map<string, string>) {
    this.hooks = hooks
    this.storage = storage
    for (const name of apiNames()) {
      this.wx[name] = (options: Options = {}) => this.answer(name, options, {})
    }
    Object.assign(
      this.wx,
      device(this.hooks.language ?? 'zh_CN'),
      this.store(),
      this.network(),
      this.dialogs(),
    )
  }

  /** Tells the app that the network went or came back. */
  setOnline(isConnected: boolean): void {
    const status = { isConnected, networkType: isConnected ? 'wifi' : 'none' }
    for (const listener of this.networkListeners) listener(status)
  }

  private record(name: string, options: unknown): void {
    this.calls.push({ name, options: (options ?? {}) as Record<string, unknown> })
  }

  private answer(name: string, options: Options, result: object, failed = false): void {
    this.record(name, options)
    const full = { errMsg: `${name}:${failed ? 'fail' : 'ok'}`, ...result }
    if (typeof options !== 'object' || options === null) return
    // Like WeChat: never within the call itself.
    setTimeout(() => {
      ;(failed ? options.fail : options.success)?.(full)
      options.complete?.(full)
    }, 0)
  }

  private store(): object {
    // WeChat stores what JSON can hold, and gives '' for what is not there.
    const read = (key: string) => {
      const text = this.storage.get(key)
      return text === undefined ? '' : JSON.parse(text)
    }
    return {
      getStorageSync: read,
      setStorageSync: (key: string, value: unknown) =>
        void this.storage.set(key, JSON.stringify(value)),
      removeStorageSync: (key: string) => void this.storage.delete(key),
      clearStorageSync: () => this.storage.clear(),
    }
  }

  private network(): object {
    return {
      onNetworkStatusChange: (listener: (status: object) => void) => {
        this.networkListeners.push(listener)
      },
      offNetworkStatusChange: (listener: (status: object) => void) => {
        this.networkListeners = this.networkListeners.filter((known) => known !== listener)
      },
      request: (options: Options) => this.request(options),
      uploadFile: (options: Options) => this.upload(options),
      connectSocket: (options: Options) => this.connect(options),
      login: (options: Options) =>
        this.answer('login', options, { code: this.hooks.loginCode?.() ?? 'login-code' }),
    }
  }

  private dialogs(): object {
    return {
      showModal: (options: Options & { title?: string; content?: string }) => {
        const { title = '', content = '' } = options
        const yes = this.hooks.onModal?.({ title, content }) ?? true
        this.answer('showModal', options, { confirm: yes, cancel: !yes })
      },
      getClipboardData: (options: Options) =>
        this.answer('getClipboardData', options, { data: this.hooks.clipboard?.() ?? '' }),
      scanCode: (options: Options) => {
        const result = this.hooks.onScan?.()
        this.answer('scanCode', options, { result }, result === undefined)
      },
      chooseMedia: (options: Options) => {
        const files = this.hooks.onChooseMedia?.() ?? []
        const tempFiles = files.map((file) => ({
          tempFilePath: file.path,
          size: file.size,
          fileType: file.kind ?? 'image',
        }))
        const cancelled = tempFiles.length === 0
        this.answer('chooseMedia', options, { tempFiles, type: 'mix' }, cancelled)
      },
    }
  }

  private request(options: Options): object {
    this.record('request', options)
    const method = String(options.method ?? 'GET').toUpperCase()
    if (!METHODS.includes(method)) throw new Error(`wx.request has no method ${method}`)
    const request: WeappRequest = {
      url: String(options.url),
      method,
      header: (options.header ?? {}) as Record<string, string>,
      data: options.data === undefined ? undefined : String(options.data),
    }
    this.requests.push(request)
    return this.exchange('request', options, () => this.hooks.onRequest?.(request))
  }

  private upload(options: Options): object {
    this.record('uploadFile', options)
    const upload: WeappUpload = {
      url: String(options.url),
      filePath: String(options.filePath),
      name: String(options.name),
      header: (options.header ?? {}) as Record<string, string>,
    }
    this.uploads.push(upload)
    const task = this.exchange('uploadFile', options, () => this.hooks.onUpload?.(upload))
    return {
      ...task,
      onProgressUpdate: (listener: (step: object) => void) =>
        setTimeout(() => listener({ progress: 50 }), 0),
    }
  }

  /** Answers a request or upload from the hook; no hook or a thrown error is a dead network. */
  private exchange(
    name: string,
    options: Options,
    ask: () => Promise<WeappResponse> | WeappResponse | undefined,
  ): { abort(): void } {
    let over = false
    this.pending += 1
    const finish = (result: object, failed: boolean) => {
      if (over) return
      over = true
      this.pending -= 1
      ;(failed ? options.fail : options.success)?.(result)
      options.complete?.(result)
    }
    const answered = async () => {
      const response = await ask()
      if (!response) throw new Error('no answer')
      const raw = response.data
      const text = typeof raw === 'string' ? raw : raw === undefined ? '' : JSON.stringify(raw)
      const parse = name === 'request' && (options.dataType ?? 'json') === 'json' && text !== ''
      finish(
        {
          errMsg: `${name}:ok`,
          statusCode: response.statusCode,
          header: response.header ?? {},
          data: parse ? JSON.parse(text) : text,
        },
        false,
      )
    }
    setTimeout(() => {
      answered().catch((error: Error) => finish({ errMsg: `${name}:fail ${error.message}` }, true))
    }, 0)
    return { abort: () => finish({ errMsg: `${name}:fail abort` }, true) }
  }

  private connect(options: Options): object {
    this.record('connectSocket', options)
    const heard: Record<string, ((event: object) => void)[]> = {}
    const tell = (type: string, event: object) => {
      for (const listener of heard[type] ?? []) listener(event)
    }
    const on = (type: string) => (listener: (event: object) => void) => {
      heard[type] = [...(heard[type] ?? []), listener]
    }
    const sent: string[] = []
    const closing: (() => void)[] = []
    const socket: WeappSocket = {
      url: String(options.url),
      sent,
      open: () => tell('open', {}),
      message: (text) => tell('message', { data: text }),
      close: () => tell('close', { code: 1006, reason: '' }),
      onAppClose: (listener) => void closing.push(listener),
    }
    this.sockets.push(socket)
    setTimeout(() => {
      options.success?.({ errMsg: 'connectSocket:ok' })
      setTimeout(() => this.hooks.onSocket?.(socket), 0)
    }, 0)
    return {
      send: ({ data }: { data: string }) => void sent.push(data),
      close: () => {
        for (const listener of closing) listener()
        setTimeout(() => tell('close', { code: 1000, reason: '' }), 0)
      },
      onOpen: on('open'),
      onMessage: on('message'),
      onClose: on('close'),
      onError: on('error'),
    }
  }
}
