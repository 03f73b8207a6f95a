import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { App } from './module.ts'
import { notFound } from './problem.ts'

/** What is worth compressing on the way; fonts and pictures are compressed already. */
const compressible: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Serves the built web client: its files, and its page for every address that is not one of ours.
 *
 * Names below `assets/` carry a hash of their content and are kept for a year; the page never is.
 */
export async function serveWeb(app: App, folder: string): Promise<void> {
  const files = filesOf(folder)
  if (files.size > 0) {
    await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false })
  }
  const packed = gzippedFiles(folder)
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request.url)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads || path.startsWith('api/')) throw notFound()
    if (path.startsWith('assets/') && files.has(path)) {
      reply.header('cache-control', 'public, max-age=31536000, immutable')
      const type = compressible[extname(path)]
      const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
      if (!type || !takesGzip) return reply.sendFile(path)
      reply.header('vary', 'accept-encoding').header('content-encoding', 'gzip').type(type)
      return reply.send(await packed(path))
    }
    if (files.has(path) && path !== 'index.html') {
      return reply.header('cache-control', 'no-cache').sendFile(path)
    }
    // The address of a page may hold a dot, as that of a norm does.
    const isPage = !/\.(js|mjs|css|map|json|txt|xml|svg|png|jpe?g|gif|ico|webp|woff2?)$/i.test(path)
    if (!isPage || !files.has('index.html')) throw notFound()
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

function pathOf(url: string): string {
  const path = url.split(/[?#]/)[0] ?? '/'
  try {
    return decodeURIComponent(path).replace(/^\/+/, '')
  } catch {
    return ''
  }
}

function filesOf(folder: string): Set<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const paths = files.map((file) => relative(folder, join(file.parentPath, file.name)))
    return new Set(paths.map((path) => path.split(sep).join('/')))
  } catch {
    // Not built: the API alone is served, and pages answer 404.
    return new Set()
  }
}

/** Compresses each file once; there are few, and their names change with their content. */
function gzippedFiles(folder: string): (path: string) => Promise<Buffer> {
  const done = new Map<string, Promise<Buffer>>()
  return (path) => {
    const packed = done.get(path) ?? readFile(join(folder, path)).then(promisify(gzip))
    done.set(path, packed)
    return packed
  }
}
