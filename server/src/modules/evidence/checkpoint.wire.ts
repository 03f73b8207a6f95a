import { z } from 'zod'
import { dayCursor, dayText, idText } from '../../platform/text.ts'

/** What travels of checkpoints; the same JSON is a file that anybody can check. */

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Base64Url = z.string().regex(/^[\w-]{1,200}$/)

/** What is signed, as canonical JSON: sorted keys, no blanks. */
export const StatementWire = z.object({
  institution: z.string().max(60),
  day: dayText(),
  madeAt: z.string().max(40),
  /** How many chains the tree holds. */
  size: z.int(),
  root: Hash,
  /** SHA-256 of the statement before; zeros for the first. */
  previous: Hash,
})
export type StatementWire = z.infer<typeof StatementWire>

/** A statement with its signature (Ed25519, base64url). */
export const CheckpointWire = z.object({
  statement: StatementWire,
  signature: Base64Url,
  publicKey: Base64Url,
})
export type CheckpointWire = z.infer<typeof CheckpointWire>

/** The way from the head of one chain to the signed root. */
export const InclusionProofWire = CheckpointWire.extend({
  leaf: z.object({ chain: z.string().max(200), seq: z.int().min(1), hash: Hash }),
  path: z.array(z.object({ side: z.enum(['left', 'right']), hash: Hash })).max(64),
})
export type InclusionProofWire = z.infer<typeof InclusionProofWire>

/** A published checkpoint with the name of its institution. */
export const PublishedCheckpointWire = CheckpointWire.extend({ institutionName: z.string() })

/** Newest first; `cursor` is what the page before answered. */
export const CheckpointQueryWire = z.strictObject({
  institution: idText().optional(),
  cursor: dayCursor().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** A page of checkpoints, and the key that signs them now. */
export const CheckpointPageWire = z.object({
  publicKey: z.string(),
  items: z.array(PublishedCheckpointWire),
  nextCursor: z.string().optional(),
})
export type CheckpointPageWire = z.infer<typeof CheckpointPageWire>

/** The public key of this installation. */
export const PublicKeyWire = z.object({
  algorithm: z.literal('Ed25519'),
  publicKey: z.string(),
  /** The same key as most tools read it. */
  pem: z.string(),
})
