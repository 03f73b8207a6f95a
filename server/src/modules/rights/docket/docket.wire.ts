import { countries, eventKinds, legalStates, relationKinds, rightFlags } from '@yizhuan/docket'
import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../../platform/text.ts'
import { rightKinds } from '../right.ts'

/** What travels of the docket of a right. */

const decisions = ['keep', 'abandon', 'sell', 'open_licence'] as const

const Words = z.object({ zh: z.string(), en: z.string() })

export const FileRefWire = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(255),
  size: z.int().positive(),
})

/** Papers for a right, or for one of its events. */
export const AttachFilesWire = z.strictObject({
  event: idText().optional(),
  files: z.array(FileRefWire).min(1).max(20),
})
export type AttachFilesWire = z.input<typeof AttachFilesWire>

export const WithdrawFileWire = z.strictObject({ reason: text(300) })
export const FileParamsWire = z.object({ id: idText(), file: idText() })

/** Something that befell a right. */
export const RecordEventWire = z.strictObject({
  kind: z.enum(eventKinds),
  on: dayText(),
  /** Where it is known from. */
  source: text(300),
  ref: text(100).optional(),
  day: dayText().optional(),
  by: z.enum(['electronic', 'mail']).optional(),
  /** The last day to answer, as the notice names it. */
  until: dayText().optional(),
  year: z.int().min(1).max(40).optional(),
  fen: fenText()
    .refine((amount) => BigInt(amount) > 0n, {
      error: '金额须大于零 / the amount must be above nought',
      params: { rule: 'amount-above-nought' },
    })
    .optional(),
  days: z.int().min(1).max(4000).optional(),
  exclusivity: z.enum(['exclusive', 'sole', 'ordinary']).optional(),
  owners: z.int().min(1).max(100).optional(),
  /** The notice, the reply, the receipt. */
  files: z.array(FileRefWire).max(20).optional(),
  /** Why it is recorded although nothing of its kind is expected here. */
  despite: text(500).optional(),
  /** Of a payment: years before it that are open here and said to be paid too, without a receipt. */
  takenAsPaid: z.array(z.int().min(1).max(40)).max(40).optional(),
  expectedSeq: z.int().min(1).optional(),
})
export type RecordEventWire = z.input<typeof RecordEventWire>

export const RecordedEventWire = z.object({ id: z.string(), seq: z.int() })

export const StrikeEventWire = z.strictObject({ reason: text(300) })

export const EventParamsWire = z.object({ id: idText(), event: idText() })

export const ReviewRightWire = z.strictObject({
  year: z.int().min(1).max(40),
  decision: z.enum(decisions),
  reason: text(1000),
})
export type ReviewRightWire = z.input<typeof ReviewRightWire>

export const RelateRightWire = z.strictObject({
  earlier: idText(),
  kind: z.enum(relationKinds),
  /** When the divisional was submitted, or the national phase entered. */
  day: dayText().optional(),
})
export type RelateRightWire = z.input<typeof RelateRightWire>

export const RelationParamsWire = z.object({ id: idText(), earlier: idText() })

const Told = z.object({
  ref: z.string().optional(),
  day: z.string().optional(),
  until: z.string().optional(),
  by: z.enum(['electronic', 'mail']).optional(),
  year: z.int().optional(),
  fen: z.string().optional(),
  days: z.int().optional(),
  exclusivity: z.enum(['exclusive', 'sole', 'ordinary']).optional(),
  owners: z.int().optional(),
})

export const DocketEventWire = z.object({
  id: z.string(),
  kind: z.enum(eventKinds),
  on: z.string(),
  source: z.string(),
  told: Told,
  /** Who recorded it and when; of what only the fields of the register tell, nobody. */
  recorded: z.object({ name: z.string(), at: z.string() }).nullable(),
  struck: z.object({ name: z.string(), at: z.string(), reason: z.string() }).nullable(),
  /** Why it is not expected where it stands. */
  doubt: Words.nullable(),
  /** The state it led to. */
  state: z.enum(legalStates).nullable(),
})
export type DocketEventWire = z.infer<typeof DocketEventWire>

/** Amounts by the readings of the rule on late fees. */
const ByReading = z.record(z.string(), z.string())

export const AnnuityWire = z.object({
  year: z.int(),
  isGrantYear: z.boolean(),
  dueOn: z.string(),
  payableUntil: z.string(),
  graceUntil: z.string().nullable(),
  fullFen: z.string(),
  relief: z.object({ kind: z.enum(['reduction', 'openLicence']), share: z.string() }).nullable(),
  feeFen: z.string(),
  state: z.enum(['paid', 'upcoming', 'inGrace', 'missed', 'void']),
  settledOn: z.string().nullable(),
  paidFen: z.string(),
  surchargeFen: ByReading,
  toPayFen: ByReading,
  bands: z.array(z.object({ until: z.string(), shares: ByReading })),
  overpaid: z.object({ fen: z.string(), claimUntil: z.string() }).nullable(),
  verified: z.boolean(),
  cites: z.array(z.string()),
  calendarMissing: z.array(z.int()),
  review: z
    .object({
      decision: z.enum(decisions),
      reason: z.string(),
      decidedOn: z.string(),
      decidedName: z.string(),
    })
    .nullable(),
  batch: z
    .object({ id: z.string(), title: z.string(), state: z.enum(['open', 'paid', 'dropped']) })
    .nullable(),
})
export type AnnuityWire = z.infer<typeof AnnuityWire>

export const DocketClockWire = z.object({
  key: z.string(),
  type: z.enum(['deadline', 'opening', 'notice']),
  title: Words,
  from: z.string(),
  last: z.string(),
  ends: z.string(),
  leadsTo: z.enum(legalStates).nullable(),
  cite: z.string(),
  verified: z.boolean(),
  calendarMissing: z.array(z.int()),
  /** What is to be paid to meet it; `fen` is null where nobody knows how much, `besides` may come on top. */
  fee: z
    .object({
      title: Words,
      fen: z.string().nullable(),
      besides: Words.nullable(),
      isReduced: z.boolean(),
      cite: z.string(),
      verified: z.boolean(),
      batch: z.object({ id: z.string(), title: z.string() }).nullable(),
    })
    .nullable(),
})
export type DocketClockWire = z.infer<typeof DocketClockWire>

export const DeadlineWire = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: z.string(),
  personId: z.string().nullable(),
  personName: z.string(),
  /** Whoever it is with has left: it is to be handed over. */
  hasLeft: z.boolean(),
  state: z.enum(['open', 'done', 'dropped']),
  reason: z.string().nullable(),
  closedOn: z.string().nullable(),
  closedName: z.string().nullable(),
  madeOn: z.string(),
  madeName: z.string(),
})
export type DeadlineWire = z.infer<typeof DeadlineWire>

/** The docket of a right as it stands today. */
export const DocketWire = z.object({
  today: z.string(),
  state: z.enum(legalStates),
  since: z.string().nullable(),
  ending: z.enum(['unpaid', 'expired', 'waived', 'cancelled', 'secrecyLost']).nullable(),
  isOurs: z.boolean(),
  endedByStatus: z.boolean(),
  /** It came into the register after its term: when it was renewed nobody recorded. */
  isRenewalUnknown: z.boolean(),
  owners: z.int(),
  flags: z.array(z.object({ flag: z.enum(rightFlags), since: z.string() })),
  events: z.array(DocketEventWire),
  priorityOn: z.string().nullable(),
  term: z
    .object({ from: z.string(), endsOn: z.string(), cite: z.string(), verified: z.boolean() })
    .nullable(),
  annuities: z.array(AnnuityWire),
  assumedThrough: z.int().nullable(),
  readings: z.array(z.object({ id: z.string(), label: Words, isTaken: z.boolean() })),
  rationale: Words.nullable(),
  loss: z
    .object({
      year: z.int(),
      lostFrom: z.string(),
      restoreUntil: z.string().nullable(),
      obstacleUntil: z.string().nullable(),
      requestFen: z.string().nullable(),
      cite: z.string(),
    })
    .nullable(),
  clocks: z.array(DocketClockWire),
  /** Papers of the right and of its events. */
  files: z.array(
    z.object({
      id: z.string(),
      eventId: z.string().nullable(),
      name: z.string(),
      sha256: z.string(),
      size: z.int(),
      addedOn: z.string(),
      addedName: z.string(),
    }),
  ),
  /** Deadlines that people set themselves; open ones first. */
  deadlines: z.array(DeadlineWire),
  /** The country or office abroad whose fees and periods are not kept. */
  abroad: z.enum(countries).nullable(),
  /** Filed abroad, and nothing says that the examination for secrecy was asked for before. */
  isUnexamined: z.boolean(),
  /** The deadline over which the application was lost, and nobody had decided to let it go. */
  neglect: z.object({ title: Words, ends: z.string() }).nullable(),
  family: z.object({
    members: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        country: z.enum(countries).nullable(),
        number: z.string().nullable(),
        title: z.string(),
        status: z.string().nullable(),
        filedOn: z.string().nullable(),
      }),
    ),
    links: z.array(
      z.object({
        rightId: z.string(),
        earlierId: z.string(),
        kind: z.enum(relationKinds),
        onDay: z.string().nullable(),
      }),
    ),
  }),
  /** Why no open licence can be declared now; empty when it can. */
  againstOpenLicence: z.array(Words),
  /** What can be recorded of a right of this kind, and whether it is expected now. */
  possible: z.array(z.object({ kind: z.enum(eventKinds), isExpected: z.boolean() })),
  /** The names of what is cited. */
  sources: z.record(z.string(), Words),
})
export type DocketWire = z.infer<typeof DocketWire>

const feeFilters = {
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(rightKinds).optional(),
  department: z.string().trim().min(1).max(100).optional(),
  state: z.enum(['upcoming', 'inGrace', 'missed']).optional(),
  review: z.enum(['open', 'batched', ...decisions]).optional(),
  dueBy: dayText().optional(),
}
export const FeeFilterWire = z.object(feeFilters)
export type FeeFilterWire = z.output<typeof FeeFilterWire>

/** One unpaid fee, as the list of fees shows it. */
export const FeeLineWire = z.object({
  right: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  departments: z.array(z.string()),
  year: z.int(),
  dueOn: z.string(),
  payableUntil: z.string(),
  graceUntil: z.string().nullable(),
  state: z.enum(['upcoming', 'inGrace', 'missed']),
  fullFen: z.string(),
  feeFen: z.string(),
  surchargeFen: ByReading,
  toPayFen: ByReading,
  decision: z.enum(decisions).nullable(),
  decidedName: z.string().nullable(),
  batchId: z.string().nullable(),
  verified: z.boolean(),
})
export type FeeLineWire = z.infer<typeof FeeLineWire>

export const FeeListWire = z.object({
  today: z.string(),
  readings: z.array(z.object({ id: z.string(), label: Words, isTaken: z.boolean() })),
  items: z.array(FeeLineWire),
  totalFen: z.string(),
  /** Of the whole list: patents in force whose fees nobody counts here; the total is at least what is known. */
  uncounted: z.int(),
})
export type FeeListWire = z.infer<typeof FeeListWire>

export const ForecastQueryWire = z.object({
  // As far as the fees of a right are counted ahead.
  years: z.coerce.number().int().min(1).max(6).default(5),
})

/** What the fees come to, by calendar year and kind. `givenUp` is the part decided to be let go. */
export const ForecastWire = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      rights: z.int(),
      feesFen: z.string(),
      givenUpFen: z.string(),
      /** What was stated for the year, and what approved batches take of it. */
      budgetFen: z.string().nullable(),
      committedFen: z.string(),
      kinds: z.array(z.object({ kind: z.string(), rights: z.int(), feesFen: z.string() })),
      /** Other fees: what is known of them, and of how many it is not the whole, or nothing. */
      others: z.object({
        fees: z.int(),
        feesFen: z.string(),
        unknown: z.int(),
        atLeast: z.int(),
      }),
    }),
  ),
  /** What is late and can still be paid, with what is added today. */
  lateFen: z.string(),
  /** Patents in force whose fees nobody counts here. */
  uncounted: z.int(),
})
export type ForecastWire = z.infer<typeof ForecastWire>

/** A deadline that somebody sets for a right. */
export const SetDeadlineWire = z.strictObject({
  /** The client's own: sent twice it is set once. */
  id: idText().optional(),
  title: text(200),
  dueOn: dayText(),
  /** Who does it: an entry of the register of people, or a name. */
  person: idText().optional(),
  personName: text(100),
})
export type SetDeadlineWire = z.input<typeof SetDeadlineWire>

export const MoveDeadlineWire = z
  .strictObject({
    dueOn: dayText(),
    /** Whoever it is handed over to; it stays with whom it is where this is left out. */
    person: idText().optional(),
    personName: text(100).optional(),
    reason: text(500),
  })
  .refine(({ person, personName }) => person === undefined || personName !== undefined, {
    path: ['personName'],
    error: '移交给某人时须写明姓名 / give the name of whoever it is handed over to',
    params: { rule: 'named-heir' },
  })
export type MoveDeadlineWire = z.input<typeof MoveDeadlineWire>

export const CloseDeadlineWire = z.strictObject({
  state: z.enum(['done', 'dropped']),
  reason: text(500),
})
export type CloseDeadlineWire = z.input<typeof CloseDeadlineWire>

export const DeadlineParamsWire = z.object({ id: idText(), deadline: idText() })

/** How the docket stands. `lost` counts rights that ended over a fee or a deadline while nobody had decided to let them go: it should be nought. */
export const DocketFiguresWire = z.object({
  today: z.string(),
  soon: z.int(),
  late: z.int(),
  missed: z.int(),
  unreviewed: z.int(),
  /** Deadlines within a month, clocks and own ones alike; and those over, unmet, that cost the right or are still open. */
  deadlines: z.int(),
  overdue: z.int(),
  lost: z.int(),
  lostThisYear: z.int(),
})
export type DocketFiguresWire = z.infer<typeof DocketFiguresWire>
