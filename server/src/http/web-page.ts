// Serves the built web page of the mini-program from the same origin as the API.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * Content security policy: the web page uses itself, photos, which may come from an image store, and
 * files that were just chosen on this device (`blob:`).
 */
export const PAGE_MAY_LOAD = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
  mediaSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  connectSrc: ["'self'", 'blob:', 'ws:', 'wss:'],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
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
      preCompressed: true,
      setHeaders: (reply, path) => {
        // File names carry a hash of their content, the page itself does not.
        const hashed = /\.[0-9a-f]{6,}\.(js|css)(\.br|\.gz)?$/.test(path)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  })
}
