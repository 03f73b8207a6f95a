import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'

/** What travels of training and certificates. */

const File = z.strictObject({
  name: text(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
})

export const NewCredentialWire = z.strictObject({
  kind: text(40),
  title: text(200),
  issuer: text(200).nullable().default(null),
  number: text(80).nullable().default(null),
  issuedOn: dayText(),
  /** The last day on which it is good; null where it has no end. */
  validUntil: dayText().nullable().default(null),
  /** How many hours a training took. */
  hours: z.coerce.number().int().min(1).max(10_000).nullable().default(null),
  /** The certificate itself, uploaded before. */
  file: File.nullable().default(null),
})
export type NewCredentialWire = z.input<typeof NewCredentialWire>

export const CredentialWire = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string(),
  validUntil: z.string().nullable(),
  hours: z.int().nullable(),
  file: z.object({ name: z.string(), sha256: z.string(), size: z.int() }).nullable(),
  isExpired: z.boolean(),
})
export type CredentialWire = z.infer<typeof CredentialWire>
export const CredentialsWire = z.object({ items: z.array(CredentialWire) })
export type CredentialsWire = z.infer<typeof CredentialsWire>

export const CredentialParamsWire = z.strictObject({ id: idText(), credential: idText() })
export const AnnulCredentialWire = z.strictObject({ reason: text(500) })
export const CredentialEnteredWire = z.object({ id: z.string() })
