import { z } from 'zod'
import { dayText, emailText, idText, text } from '../../platform/text.ts'
import { postKinds, sealedFields, unitKinds } from './person.ts'

/** What travels of departments, persons and posts. */

const ExpectedSeq = z.int().min(1)

/** A department, or a unit with legal personality of its own. */
export const UnitWire = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  /** What the house calls it in its own systems. */
  code: z.string().nullable(),
  /** The unit it belongs to; null directly below the institution. */
  parentId: z.string().nullable(),
  closedOn: z.string().nullable(),
})
export type UnitWire = z.infer<typeof UnitWire>
export const UnitsWire = z.object({ items: z.array(UnitWire) })
export type UnitsWire = z.infer<typeof UnitsWire>

export const NewUnitWire = z.strictObject({
  name: text(200),
  code: text(40).nullable().optional(),
  kind: z.enum(unitKinds),
  parentId: idText().nullable().optional(),
})
export type NewUnitWire = z.input<typeof NewUnitWire>

export const AmendUnitWire = z.strictObject({
  name: text(200).optional(),
  code: text(40).nullable().optional(),
  kind: z.enum(unitKinds).optional(),
  parentId: idText().nullable().optional(),
  closedOn: dayText().nullable().optional(),
  reason: text(500),
})
export type AmendUnitWire = z.input<typeof AmendUnitWire>

const phone = text(40).regex(/^[\d +()-]{5,40}$/, '须为电话号码 / must be a telephone number')

/** What people fill in of a person; identity card and account are sealed at once. */
const personFields = {
  name: text(100),
  staffNumber: text(40).nullable().optional(),
  unitId: idText().nullable().optional(),
  professionalTitle: text(60).nullable().optional(),
  /** The line of work, by the codes of a list. */
  occupation: text(40).nullable().optional(),
  phone: phone.nullable().optional(),
  email: emailText().nullable().optional(),
  idCard: text(18).nullable().optional(),
  bankName: text(100).nullable().optional(),
  bankAccount: text(40)
    .regex(/^\d[\d ]{7,38}$/, '须为银行账号 / must be an account number')
    .nullable()
    .optional(),
}

export const NewPersonWire = z.strictObject(personFields)
export type NewPersonWire = z.input<typeof NewPersonWire>

export const AmendPersonWire = z.strictObject({
  ...personFields,
  name: text(100).optional(),
  leftOn: dayText().nullable().optional(),
  reason: text(500).optional(),
  expectedSeq: ExpectedSeq.optional(),
})
export type AmendPersonWire = z.input<typeof AmendPersonWire>

/** What somebody may change of their own entry. */
export const AmendMyselfWire = AmendPersonWire.pick({
  phone: true,
  email: true,
  idCard: true,
  bankName: true,
  bankAccount: true,
})
export type AmendMyselfWire = z.input<typeof AmendMyselfWire>

export const PostWire = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(postKinds),
  unit: z.object({ id: z.string(), name: z.string(), kind: z.enum(unitKinds) }).nullable(),
  forTransfer: z.boolean(),
  from: z.string(),
  to: z.string().nullable(),
})
export type PostWire = z.infer<typeof PostWire>

/** A person in the list, with the posts held today. */
export const PersonLineWire = z.object({
  id: z.string(),
  name: z.string(),
  staffNumber: z.string().nullable(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  professionalTitle: z.string().nullable(),
  occupation: z.string().nullable(),
  leftOn: z.string().nullable(),
  posts: z.array(PostWire),
  isChief: z.boolean(),
  holdsLeadingPost: z.boolean(),
})
export type PersonLineWire = z.infer<typeof PersonLineWire>

export const PersonFilterWire = z.strictObject({
  q: text(100).optional(),
  unit: idText().optional(),
  occupation: text(40).optional(),
  state: z.enum(['here', 'left', 'all']).default('here'),
  /** The day on which posts are looked at; today unless told. */
  on: dayText().optional(),
})
export type PersonFilterWire = z.output<typeof PersonFilterWire>

export const PersonQueryWire = PersonFilterWire.extend({
  cursor: idText().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const PersonPageWire = z.object({
  items: z.array(PersonLineWire),
  nextCursor: z.string().optional(),
})
export type PersonPageWire = z.infer<typeof PersonPageWire>

/** One person. What only some may read is null for others: `mayRead` tells the difference. */
export const PersonWire = PersonLineWire.extend({
  seq: z.int(),
  /** Whether the caller may read contact and the ends of identity card and account. */
  mayRead: z.boolean(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  idCardMasked: z.string().nullable(),
  bankName: z.string().nullable(),
  bankAccountMasked: z.string().nullable(),
})
export type PersonWire = z.infer<typeof PersonWire>

export const PersonParamsWire = z.strictObject({ id: idText() })
export const EnteredWire = z.object({ id: z.string() })
export const AmendedWire = z.object({ seq: z.int() })

export const NewPostWire = z.strictObject({
  title: text(100),
  kind: z.enum(postKinds),
  /** Null: a post of the institution itself. */
  unitId: idText().nullable().default(null),
  /** Whether its work is the transfer of achievements. */
  forTransfer: z.boolean().default(false),
  from: dayText(),
  to: dayText().nullable().default(null),
})
export type NewPostWire = z.input<typeof NewPostWire>

/** Ends a post, or annuls one that was entered in error. */
export const EndPostWire = z.strictObject({
  /** First day on which it is no longer held; null annuls it. */
  to: dayText().nullable(),
  reason: text(500),
})
export type EndPostWire = z.input<typeof EndPostWire>
export const PostParamsWire = z.strictObject({ id: idText(), post: idText() })

/** Opens one sealed field for a purpose that is recorded. */
export const RevealWire = z.strictObject({ field: z.enum(sealedFields), purpose: text(500) })
export type RevealWire = z.input<typeof RevealWire>
export const RevealedWire = z.object({ value: z.string() })
export type RevealedWire = z.infer<typeof RevealedWire>

/** Who opened what is sealed, when and why; what was opened stands nowhere. */
export const OpeningWire = z.object({
  key: z.string(),
  at: z.string(),
  by: z.string(),
  field: z.enum([...sealedFields, 'relative', 'objector']),
  purpose: z.string(),
  /** Whose it is; null for somebody who objected from outside. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type OpeningWire = z.infer<typeof OpeningWire>
export const OpeningsWire = z.object({ items: z.array(OpeningWire) })
export type OpeningsWire = z.infer<typeof OpeningsWire>
