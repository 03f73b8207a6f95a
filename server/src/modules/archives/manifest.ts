// What an archive says of itself: the first thing read and the last thing written.
import { z } from 'zod'

export const archiveFormat = 'yizhuan-archive'
export const archiveVersion = 1

/** Where things stand in the container. */
export const places = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  table: (name: string) => `tables/${name}.jsonl`,
  sealed: (name: string) => `sealed/${name}.jsonl`,
  file: (sha256: string) => `files/${sha256}`,
}

const Sum = z.object({
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export const Manifest = z.object({
  format: z.literal(archiveFormat),
  version: z.int().min(1),
  madeAt: z.iso.datetime(),
  institution: z.object({ id: z.uuid(), name: z.string() }),
  /** The schema: what ran, in order, with the hash of each file. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    Sum.extend({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/), type: z.string() })),
      key: z.array(z.string()),
    }),
  ),
  /** Sealed fields under the passphrase; null where none was given and they were left out. */
  sealed: z
    .object({
      kdf: z.object({
        name: z.literal('scrypt'),
        n: z.int().max(131_072),
        r: z.int().max(16),
        p: z.int().max(4),
        salt: z.string(),
      }),
      /** A known text, sealed: opens only with the right passphrase. */
      check: z.string(),
      tables: z.array(Sum.extend({ name: z.string().regex(/^[a-z_]+$/) })),
    })
    .nullable(),
  files: z.object({ count: z.int().min(0), bytes: z.int().min(0) }),
  leftOut: z.record(z.string(), z.string()),
  /** Ed25519, the `x` of a JSON web key: of the installation that made the archive. */
  publicKey: z.string(),
})
export type Manifest = z.infer<typeof Manifest>
export type Sum = z.infer<typeof Sum>
