import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

/** What travels of signatures in files, and of the authorities that an institution trusts. */

/** What was found of one signature, the best first. */
export const signatureStates = [
  'trusted',
  'unknownIssuer',
  'outOfTerm',
  'notWhole',
  'notChecked',
  'broken',
] as const
export type SignatureState = (typeof signatureStates)[number]

/** What was found of a file: what stands worst with its signatures, or that it has none. */
export const fileStates = [...signatureStates, 'none', 'notPdf'] as const
export type FileState = (typeof fileStates)[number]

const CertWords = z.object({
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  subject: z.string(),
  issuer: z.string(),
  serial: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
})

const Stamp = z.object({
  at: z.string().nullable(),
  state: z.enum(['trusted', 'unknownIssuer', 'outOfTerm', 'broken', 'notChecked']),
  by: z.string().nullable(),
})

/** One signature as it was found. */
export const SignatureWire = z.object({
  n: z.int(),
  /** A time stamp over the whole file says when it was, and not who agreed. */
  kind: z.enum(['signature', 'stamp']),
  state: z.enum(signatureStates),
  /** Why it is what it is, where the state does not say it. */
  why: z.string().nullable(),
  subFilter: z.string().nullable(),
  algorithm: z.string().nullable(),
  /** It is about so many bytes from the beginning, of those of the file. */
  covers: z.int().nullable(),
  signer: CertWords.nullable(),
  /** The authority of the list that its certificate leads to. */
  authority: z.string().nullable(),
  /** The time the signer says. */
  statedAt: z.string().nullable(),
  stamp: Stamp.nullable(),
  /** The time it was judged at: of the stamp, else as stated, else the time of the check. */
  judgedAt: z.string().nullable(),
  judgedBy: z.enum(['stamp', 'signer', 'check']).nullable(),
})
export type SignatureWire = z.infer<typeof SignatureWire>

/** A check of a file, kept as it was found. */
export const SignatureCheckWire = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  state: z.enum(fileStates),
  signatures: z.array(SignatureWire),
  at: z.string(),
  by: z.string(),
})
export type SignatureCheckWire = z.infer<typeof SignatureCheckWire>

/** Something of a signed file that somebody should look at; nothing is refused for it. */
export const AskedWire = z.object({
  code: z.enum([
    'partyUnsigned',
    'signedBeforeNoticeEnded',
    'signedBeforeDecision',
    'dayDiffers',
    'expiredSince',
    'timeUnproven',
    'olderList',
  ]),
  /** What it is about: a party, a signer. */
  about: z.string().nullable(),
  day: z.string().nullable(),
  other: z.string().nullable(),
})
export type AskedWire = z.infer<typeof AskedWire>

/** The signatures of a contract: each file that may be its signed text, and what was found of it. */
export const ContractSignaturesWire = z.object({
  files: z.array(
    z.object({
      sha256: z.string(),
      name: z.string(),
      size: z.int(),
      /** Where it is named: filed with the contract, or in the act that signed it. */
      from: z.enum(['filed', 'act']),
      /** The newest check first; those before it stay. */
      checks: z.array(SignatureCheckWire),
      asks: z.array(AskedWire),
    }),
  ),
  mayCheck: z.boolean(),
  /** How many authorities the institution trusts now. */
  authorities: z.int(),
})
export type ContractSignaturesWire = z.infer<typeof ContractSignaturesWire>

export const CheckFileWire = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** An authority whose certificates the institution trusts. */
export const AuthorityWire = CertWords.omit({ name: true, organisation: true }).extend({
  id: z.string(),
  name: z.string(),
  fingerprint: z.string(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  retired: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})
export type AuthorityWire = z.infer<typeof AuthorityWire>

export const AuthoritiesWire = z.object({
  items: z.array(AuthorityWire),
  mayEnter: z.boolean(),
})
export type AuthoritiesWire = z.infer<typeof AuthoritiesWire>

export const EnterAuthorityWire = z.strictObject({
  name: text(100),
  /** The certificate as its authority publishes it: text in PEM. */
  pem: text(20_000),
})
export type EnterAuthorityWire = z.infer<typeof EnterAuthorityWire>

export const RetireAuthorityWire = z.strictObject({ reason: text(500) })
export const AuthorityParamsWire = z.strictObject({ id: idText() })
export const EnteredAuthorityWire = z.object({ id: z.string() })
