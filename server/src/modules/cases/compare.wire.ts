import { z } from 'zod'
import { LapseWire } from '../../platform/lapse.wire.ts'
import { dayText, idText } from '../../platform/text.ts'

/** What travels of a comparison: the same cases looked at in two ways. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Cite = z.object({ source: z.string(), at: z.string() })

/** `own`: as the institution is judged; `place`: without its own rules; else a pack, as `cn@r2`. */
const law = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*(@r\d{1,4})?$/)
/** An interpretation and the reading to look through. */
const reading = z
  .string()
  .max(160)
  .regex(/^[\w.-]+:[\w-]+$/)

/** Two ways to look: under which law, on which day, by which reading. */
export const CompareQueryWire = z.strictObject({
  before: law.default('own'),
  after: law.default('place'),
  beforeDay: dayText().optional(),
  afterDay: dayText().optional(),
  beforeReading: reading.optional(),
  afterReading: reading.optional(),
})
export type CompareQueryWire = z.input<typeof CompareQueryWire>

export const CompareOneParamsWire = z.strictObject({ id: idText() })

/** What one side was looked at with. */
const Side = z.object({
  law: z.string(),
  asOf: z.string(),
  packs: z.array(
    z.object({ id: z.string(), title: Words, revision: z.int(), isDraft: z.boolean() }),
  ),
  isDraft: z.boolean(),
  /** Laws not in force on its day: that nothing is broken then is no leave. */
  lapses: z.array(LapseWire),
})

/** What is found of one topic on one side. */
const Cell = z.object({
  norm: z.string(),
  title: Words,
  status: z.string(),
  due: z.string().nullable(),
  opens: z.string().nullable(),
  cite: Cite.nullable(),
  isDraft: z.boolean(),
  isOwnRule: z.boolean(),
  /** The numbers it rests on, as people read them. */
  values: z.array(
    z.object({ label: Words, value: Words, provenance: z.string(), verified: z.boolean() }),
  ),
})
export type CellWire = z.infer<typeof Cell>

const Row = z.object({
  topic: z.string(),
  differs: z.boolean(),
  before: Cell.nullable(),
  after: Cell.nullable(),
})
export type CompareRowWire = z.infer<typeof Row>

const Bound = z.object({
  id: z.string(),
  label: Words,
  isFloor: z.boolean(),
  value: Words,
  amount: z.string(),
  cite: Cite,
})

const Money = z.object({ net: z.string().nullable(), bounds: z.array(Bound) })
export type CompareMoneyWire = z.infer<typeof Money>

/** Readings that may be looked through on a side. */
const Choice = z.object({
  id: z.string(),
  question: Words,
  choices: z.array(z.object({ id: z.string(), text: Words })),
})

const both = { before: Side, after: Side, readings: z.array(Choice) }

/** One case, topic by topic; what differs comes first. */
export const CompareOneWire = z.object({
  ...both,
  number: z.string(),
  title: z.string(),
  rows: z.array(Row),
  money: z.object({ before: Money.nullable(), after: Money.nullable() }),
})
export type CompareOneWire = z.infer<typeof CompareOneWire>

/** Every live case: how many differ, in which topics, and each of them with its differences. */
export const CompareAllWire = z.object({
  ...both,
  looked: z.int(),
  topics: z.array(z.object({ topic: z.string(), title: Words, cases: z.int() })),
  items: z.array(
    z.object({ id: z.string(), number: z.string(), title: z.string(), rows: z.array(Row) }),
  ),
})
export type CompareAllWire = z.infer<typeof CompareAllWire>
