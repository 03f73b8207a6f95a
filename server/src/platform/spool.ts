import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

/**
 * Writes a file that is read once and gone then.
 *
 * It is whole before the first byte is answered: what goes wrong while it is made is an answer, not half
 * a file, and whoever reads slowly holds no transaction open.
 */
export async function spooled(
  dataFolder: string,
  write: (to: Writable) => Promise<void>,
): Promise<ReadStream> {
  const folder = join(dataFolder, 'spool')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  const remove = () => rm(path, { force: true })
  try {
    const out = createWriteStream(path, { flags: 'wx', mode: 0o600 })
    const done = finished(out)
    // Told below; a disk that is full must not end the process meanwhile.
    done.catch(() => undefined)
    await Promise.race([write(out), done.then(() => undefined)])
    out.end()
    await done
    const content = createReadStream(path)
    content.once('close', () => void remove())
    return content
  } catch (error) {
    await remove()
    throw error
  }
}
