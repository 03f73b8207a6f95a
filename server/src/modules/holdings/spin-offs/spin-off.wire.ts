import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../../achievements/achievement.wire.ts'

/** What travels of companies founded on achievements. */

const Words = z.object({ zh: z.string(), en: z.string() })
const linkKinds = ['achievement', 'case', 'contract'] as const

const uscc = z.string().regex(/^[0-9A-Z]{18}$/, {
  error: '统一社会信用代码为 18 位数字或大写字母 / a credit code has 18 digits or capitals',
})
const capital = fenText().refine((fen) => !fen.startsWith('-'), {
  error: '注册资本不得为负 / capital is not negative',
  params: { rule: 'capital-negative' },
})

const LinkRefWire = z.strictObject({ kind: z.enum(linkKinds), id: idText() })

const MemberWire = z.strictObject({
  name: text(100),
  role: text(40),
  way: text(40),
  fromDay: dayText(),
  toDay: dayText().nullable().default(null),
  approvedBy: text(200).nullable().default(null),
  approvedOn: dayText().nullable().default(null),
})

const fields = {
  name: text(200),
  uscc: uscc.nullable(),
  state: text(40),
  stateSince: dayText(),
  foundedOn: dayText().nullable(),
  business: text(2000),
  capitalFen: capital.nullable(),
  holdingId: idText().nullable(),
  links: z.array(LinkRefWire).max(100),
  people: z.array(MemberWire).max(100),
  files: z.array(FileRefWire).max(20),
  remark: text(2000).nullable(),
}

export const NewSpinOffWire = z.strictObject({
  ...fields,
  uscc: fields.uscc.default(null),
  foundedOn: fields.foundedOn.default(null),
  capitalFen: fields.capitalFen.default(null),
  holdingId: fields.holdingId.default(null),
  links: fields.links.default([]),
  people: fields.people.default([]),
  files: fields.files.default([]),
  remark: fields.remark.default(null),
})
export type NewSpinOffWire = z.input<typeof NewSpinOffWire>

export const AmendSpinOffWire = z.strictObject({
  ...z.object(fields).partial().shape,
  reason: text(500),
  expectedSeq: z.int().min(1),
})
export type AmendSpinOffWire = z.input<typeof AmendSpinOffWire>

export const EnteredWire = z.object({ id: z.string() })
export const AmendedWire = z.object({ seq: z.int() })

/** One line of the register. */
export const SpinOffLineWire = z.object({
  id: z.string(),
  name: z.string(),
  uscc: z.string().nullable(),
  state: z.string(),
  stateSince: z.string(),
  foundedOn: z.string().nullable(),
  holdingId: z.string().nullable(),
  /** What the house holds now, by the record of its holding. */
  ownShare: z.string().nullable(),
  people: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      way: z.string(),
      fromDay: z.string(),
      toDay: z.string().nullable(),
      approvedBy: z.string().nullable(),
      approvedOn: z.string().nullable(),
    }),
  ),
})
export type SpinOffLineWire = z.infer<typeof SpinOffLineWire>

/** A company with everything the register holds of it. */
export const SpinOffWire = SpinOffLineWire.extend({
  seq: z.int(),
  business: z.string(),
  capitalFen: z.string().nullable(),
  holding: z.object({ number: z.string(), company: z.string(), stage: z.string() }).nullable(),
  links: z.array(
    z.object({
      kind: z.enum(linkKinds),
      id: z.string(),
      number: z.string().nullable(),
      /** None where the record is closed to who reads. */
      title: z.string().nullable(),
    }),
  ),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  remark: z.string().nullable(),
  /** Who works there on a footing that is approved, and of whom no approval is entered. */
  unapproved: z.array(z.string()),
})
export type SpinOffWire = z.infer<typeof SpinOffWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  state: z.string().max(40).optional(),
}
export const SpinOffFilterWire = z.object(filters)
export type SpinOffFilterWire = z.output<typeof SpinOffFilterWire>

export const SpinOffQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SpinOffQueryWire = z.output<typeof SpinOffQueryWire>

export const SpinOffPageWire = z.object({
  items: z.array(SpinOffLineWire),
  nextCursor: z.string().optional(),
})
export type SpinOffPageWire = z.infer<typeof SpinOffPageWire>

/** The codes of states, roles and footings with their words. */
export const SpinOffListsWire = z.object({
  states: z.record(z.string(), Words),
  roles: z.record(z.string(), Words),
  ways: z.record(z.string(), Words),
})
export type SpinOffListsWire = z.infer<typeof SpinOffListsWire>
