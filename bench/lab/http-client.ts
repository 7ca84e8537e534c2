// A small HTTP/1.1 client over one kept connection: it must cost little, for it shares the machine with
// what it measures. Answers must carry a content-length, as all of ours do.
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: string
}

export interface HttpClient {
  send(method: string, path: string, headers?: string, body?: string): Promise<Answer>
  close(): void
}

/** Length of head and body of the answer in `text`; null while some of it is missing. */
function measure(bytes: Buffer): { head: string; from: number; to: number } | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const to = end + 4 + length
  return bytes.length < to ? null : { head, from: end + 4, to }
}

/** Opens one connection to 127.0.0.1; requests on it go one after the other. */
export async function openClient(port: number, fixedHeaders = ''): Promise<HttpClient> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((done, failed) => socket.once('connect', done).once('error', failed))
  let waiting: { done: (a: Answer) => void; failed: (e: Error) => void } | undefined
  let received: Buffer[] = []
  socket.on('data', (chunk) => {
    received.push(chunk)
    const bytes = received.length === 1 ? chunk : Buffer.concat(received)
    const whole = measure(bytes)
    if (!whole) return
    received = []
    const status = Number(whole.head.slice(9, 12))
    waiting?.done({ status, body: bytes.toString('utf8', whole.from, whole.to) })
  })
  socket.on('error', (error) => waiting?.failed(error))
  socket.on('close', () => waiting?.failed(new Error('the server closed the connection')))
  return {
    send: (method, path, headers = '', body = '') =>
      new Promise((done, failed) => {
        waiting = { done, failed }
        const content =
          body === ''
            ? ''
            : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
        socket.write(
          `${method} ${path} HTTP/1.1\r\nhost: bench\r\n${fixedHeaders}${headers}${content}\r\n${body}`,
        )
      }),
    close: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}
