import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import type { TestApp } from '../../../platform/testing/app.ts'
import { ZipWriter } from '../../../platform/zip-stream.ts'
import type { Manifest } from '../manifest.ts'
import { openArchive, type Verified, verifyArchive } from '../open-archive.ts'
import { type Restored, restoreArchive } from '../restore-archive.ts'
import { writeArchive } from '../write-archive.ts'

export const passphrase = 'an example of a passphrase'

/** A folder of archives for a test. */
export interface Moving {
  leave(from: TestApp, institution: string, name: string, secret?: string | null): Promise<Manifest>
  verify(name: string): Promise<Verified>
  arrive(
    to: Pick<TestApp, 'context' | 'database'>,
    name: string,
    secret?: string | null,
  ): Promise<Restored>
  partsOf(name: string): Promise<Map<string, Buffer>>
  pack(name: string, parts: ReadonlyMap<string, Buffer>): Promise<void>
  end(): void
}

/** Writes archives of one application and brings them into another. */
export function moving(): Moving {
  const folder = mkdtempSync(join(tmpdir(), 'yizhuan-archive-'))
  const path = (name: string) => join(folder, `${name}.zip`)
  const written = async <Made>(
    name: string,
    write: (out: ReturnType<typeof createWriteStream>) => Promise<Made>,
  ) => {
    const out = createWriteStream(path(name))
    const made = await write(out)
    out.end()
    await finished(out)
    return made
  }
  const opened = async <Found>(
    name: string,
    work: (archive: Awaited<ReturnType<typeof openArchive>>) => Promise<Found>,
  ) => {
    const archive = await openArchive(path(name))
    try {
      return await work(archive)
    } finally {
      archive.close()
    }
  }
  return {
    leave: (from, institution, name, secret = passphrase) =>
      written(name, (out) =>
        writeArchive(
          from.context,
          { institution, ...(secret !== null && { passphrase: secret }) },
          out,
        ),
      ),
    verify: (name) => opened(name, verifyArchive),
    arrive: ({ context, database }, name, secret = passphrase) =>
      opened(name, (archive) =>
        restoreArchive(context, database.ownerUrl, archive, secret ?? undefined),
      ),
    async partsOf(name) {
      const zip = await openPromise(path(name))
      const parts = new Map<string, Buffer>()
      for await (const entry of zip.eachEntry()) {
        parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
      }
      return parts
    },
    pack: (name, parts) =>
      written(name, async (out) => {
        const zip = new ZipWriter(out, { large: true })
        for (const [part, bytes] of parts) await zip.add(part, [bytes])
        await zip.end()
      }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
