// A small stand-in for the API for tests of the app's own behaviour: answers by `METHOD /path`, 404 else.
// Journeys pass requests on to the real server instead (`passThrough`).
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { WeappRequest, WeappResponse, WeappSocket, WorldHooks } from './world.ts'

type Answer = WeappResponse | object | ((request: WeappRequest) => WeappResponse | object)

/** Hooks that answer from a table; a plain object is a 200 with that body. */
export function answering(table: Readonly<Record<string, Answer>>): WorldHooks {
  return {
    onRequest(request) {
      const route = `${request.method} ${new URL(request.url).pathname.replace(/^\/v1/, '')}`
      const answer = table[route]
      if (!answer) return { statusCode: 404, data: { code: 'not-found', title: '没有找到' } }
      const given = typeof answer === 'function' ? answer(request) : answer
      return 'statusCode' in given ? (given as WeappResponse) : { statusCode: 200, data: given }
    },
  }
}

/**
 * Hooks that carry requests, uploads and sockets to a running server, whatever address the build has.
 * @param origin `http://127.0.0.1:4711`
 */
export function passThrough(
  origin: string,
): Required<Pick<WorldHooks, 'onRequest' | 'onUpload' | 'onSocket'>> {
  const address = (url: string) => origin + url.slice(new URL(url).origin.length)
  const answerOf = async (response: Response): Promise<WeappResponse> => ({
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    data: await response.text(),
  })
  return {
    async onRequest({ url, method, header, data }) {
      return answerOf(
        await fetch(address(url), {
          method,
          headers: header,
          ...(data === undefined ? {} : { body: data }),
        }),
      )
    },
    async onUpload({ url, filePath, name, header }) {
      const form = new FormData()
      form.append(name, new Blob([await readFile(filePath)]), path.basename(filePath))
      return answerOf(await fetch(address(url), { method: 'POST', headers: header, body: form }))
    },
    onSocket(socket: WeappSocket) {
      const wire = new WebSocket(address(socket.url).replace(/^http/, 'ws'))
      wire.onopen = () => socket.open()
      wire.onmessage = (event) => socket.message(String(event.data))
      wire.onclose = () => socket.close()
      socket.onAppClose(() => wire.close())
    },
  }
}
