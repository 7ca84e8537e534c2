// What a test decides about the world around the app, and what it gets to see of it.

/** A request as the app handed it to wx.request. */
export interface WeappRequest {
  readonly url: string
  readonly method: string
  readonly header: Readonly<Record<string, string>>
  /** Text as it goes over the wire. */
  readonly data: string | undefined
}
export interface WeappResponse {
  readonly statusCode: number
  readonly header?: Readonly<Record<string, string>>
  /** Text, or anything that is then sent as JSON. */
  readonly data?: unknown
}
export interface WeappUpload {
  readonly url: string
  readonly filePath: string
  readonly name: string
  readonly header: Readonly<Record<string, string>>
}
/** The app's end of a WebSocket; the test plays the server. */
export interface WeappSocket {
  readonly url: string
  readonly sent: string[]
  open(): void
  message(text: string): void
  close(): void
  onAppClose(listener: () => void): void
}
export interface ChosenFile {
  /** A file on disk. */
  readonly path: string
  readonly size: number
  readonly kind?: 'image' | 'video'
}

/** What a test decides about the world around the app. Thrown errors become failed calls. */
export interface WorldHooks {
  readonly onRequest?: (request: WeappRequest) => Promise<WeappResponse> | WeappResponse
  readonly onUpload?: (upload: WeappUpload) => Promise<WeappResponse> | WeappResponse
  readonly onSocket?: (socket: WeappSocket) => void
  /** Files the person takes from camera or album. */
  readonly onChooseMedia?: () => readonly ChosenFile[]
  /** Answer to a question with two buttons; yes when left out. */
  readonly onModal?: (modal: { title: string; content: string }) => boolean
  /** Code of wx.login. */
  readonly loginCode?: () => string
  /** What the person copied elsewhere. */
  readonly clipboard?: () => string
  /** What the barcode says that is held before the camera; undefined when the person thinks better of it. */
  readonly onScan?: () => string | undefined
  /** `zh_CN` or `en`. */
  readonly language?: string
}
