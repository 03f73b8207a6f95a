// What the record of a case proves of the duties of those who worked on it (gd-2025#a26.p1.i3): every
// act with its hash under the duty it bears on, and the duties of which nothing is found.
import type { Day } from '@yizhuan/kit'
import { z } from 'zod'
import type { Entry } from '../procedure/entry.ts'
import { code, filledIn, line, onDay, text } from '../procedure/fields.ts'

/** The duties of the diligent, each of which needs a document. */
export const duties = ['decision', 'care', 'supervision', 'own_rules', 'other_duty'] as const
export type Duty = (typeof duties)[number]

/** A document under a duty: an act of the record, or a rule of the institution. */
export const proofItem = z.strictObject({
  duty: code(duties, '职责', 'Duty'),
  what: text('材料', 'Document'),
  on: onDay('日期', 'Day'),
  by: line('办理人', 'By').optional(),
  seq: filledIn(z.int().min(1).optional(), '序号', 'Number'),
  hash: filledIn(z.string().regex(/^[0-9a-f]{64}$/), '哈希', 'Hash'),
  files: filledIn(z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(200), '文件哈希', 'Files'),
})
export type ProofItem = z.infer<typeof proofItem>

const bearsOn: Readonly<Record<Exclude<Duty, 'own_rules' | 'other_duty'>, readonly string[]>> = {
  decision: ['decided', 'planAgreed', 'filingDropped'],
  care: [
    'disclosed',
    'titleRegistered',
    'screened',
    'valueReviewed',
    'negotiationStarted',
    'negotiationLogged',
    'evaluated',
    'appraised',
    'proposed',
    'reviewed',
    'completersNotified',
  ],
  supervision: [
    'milestoneReached',
    'progressReviewed',
    'contractRegistered',
    'registrationReported',
    'reported',
    'receiptRecorded',
    'abnormalityFound',
    'objectionFound',
    'termsChanged',
  ],
}

/** On which duty an act bears. */
export function dutyOf(type: string): Duty {
  const [duty] = Object.entries(bearsOn).find(([, types]) => types.includes(type)) ?? ['other_duty']
  return duty as Duty
}

/** A rule of the institution as it stood on a day. */
export interface OwnRuleProof {
  readonly title: string
  readonly since: Day
  readonly hash: string
}

const toldOnly = '（签约及此前步骤未在平台办理，仅据所附文件）'

/** What a record and the institution's rules prove, and the duties of which they prove nothing. */
export function proofIn(
  entries: readonly Entry[],
  rules: readonly OwnRuleProof[],
  nameOf: (type: string) => string,
): { readonly items: readonly ProofItem[]; readonly gaps: readonly Duty[] } {
  const acts = entries.map(({ seq, type, on, by, hash, files }) => ({
    duty: dutyOf(type),
    // Of what led to a contract taken over the record proves nothing: it was told by papers only.
    what: type === 'contractTakenOver' ? `${nameOf(type)}${toldOnly}` : nameOf(type),
    on,
    by: by.name,
    seq,
    hash,
    files: files.map(({ sha256 }) => sha256),
  }))
  const own = rules.map(({ title, since, hash }) => ({
    duty: 'own_rules' as const,
    what: title,
    on: since,
    hash,
    files: [],
  }))
  const items = [...acts, ...own]
  return { items, gaps: duties.filter((duty) => !items.some((item) => item.duty === duty)) }
}
