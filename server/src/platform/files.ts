import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { badField, Problem } from './problem.ts'

/** A stored file's content: what identifies it and how long it is. */
export interface StoredContent {
  readonly sha256: string
  readonly size: number
}

/** Where the bytes of files lie, by the hash of their content. Knows no institution. */
export interface FileStore {
  /**
   * Stores a stream. The bytes are on disk, under their hash, before this resolves.
   *
   * @throws {Problem}  400 for an empty file, 413 over the limit; nothing is kept then.
   */
  put(content: Readable): Promise<StoredContent>
  /** Reads a file, or undefined when it is not here. */
  read(sha256: string): Promise<ReadStream | undefined>
}

/** The most bytes one file may have. */
export const fileLimitBytes = 20 * 1024 * 1024

/** A store in a folder of this machine. */
export function openFileStore(folder: string, limit = fileLimitBytes): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(content) {
      await mkdir(join(folder, 'incoming'), { recursive: true })
      const incoming = join(folder, 'incoming', randomUUID())
      try {
        const stored = await write(incoming, content, limit)
        await publish(incoming, pathOf(stored.sha256))
        return stored
      } finally {
        await rm(incoming, { force: true })
      }
    },
    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      const found = await stat(pathOf(sha256)).catch(() => undefined)
      return found && createReadStream(pathOf(sha256))
    },
  }
}

async function write(path: string, content: Readable, limit: number): Promise<StoredContent> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) throw tooLarge(limit)
      hash.update(chunk)
      await file.write(chunk)
    }
    if (size === 0) throw emptyFile()
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

async function publish(incoming: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rename(incoming, path)
  // The rename itself must survive a power failure, so its folder is flushed too.
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function emptyFile(): Problem {
  return badField('#/file', 'file-empty', {
    zh: '文件为空（0 字节），请重新选择文件。',
    en: 'The file is empty (0 bytes); choose another file.',
  })
}

/** 413 with the limit in words. */
export function tooLarge(limit: number): Problem {
  const megabytes = Math.floor(limit / 1024 / 1024)
  return new Problem(
    413,
    'file-too-large',
    { zh: '文件过大', en: 'The file is too large' },
    {
      zh: `单个文件不得超过 ${megabytes} MB。`,
      en: `One file may have at most ${megabytes} MB.`,
    },
    {
      facts: { limitBytes: limit },
      errors: [
        {
          pointer: '#/file',
          rule: 'file-limit',
          detail: { zh: `不得超过 ${megabytes} MB`, en: `at most ${megabytes} MB` },
        },
      ],
    },
  )
}
