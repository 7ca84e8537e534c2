// Serves the built web page of the mini-program from the same origin as the API.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * Content security policy of the page in `dir`: it uses itself, photos (which may come from an image
 * store), files that were just chosen on this device (`blob:`), and the scripts written in its own HTML.
 */
export function pagePolicy(dir: string) {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...inlineScripts(dir)],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
    mediaSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    connectSrc: ["'self'", 'blob:', 'ws:', 'wss:'],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  }
}

/** Taro writes the script that fits the page to the screen into the HTML; named by its hash it may run. */
function inlineScripts(dir: string): string[] {
  const page = join(dir, 'index.html')
  if (dir === '' || !existsSync(page)) return []
  const scripts = readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')
  return [...scripts].map(([, text = '']) => `'sha256-${hash(text)}'`)
}

/** `dir` empty or not built yet: nothing is served, the API works all the same. */
export async function useWebPage(app: FastifyInstance, dir: string): Promise<void> {
  if (dir === '' || !existsSync(join(dir, 'index.html'))) return
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, policy: 'infrastructure' }
    })
    await scope.register(fastifyStatic, {
      root: dir,
      prefix: '/',
      wildcard: false,
      setHeaders: (reply, path) => {
        // File names carry a hash of their content, the page itself does not.
        const hashed = /\.[0-9a-f]{6,}\.(js|css)$/.test(path)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  })
}
