import { z } from 'zod'
import { emailText, idText, text } from '../../platform/text.ts'
import { CreateAchievementWire } from '../achievements/achievement.wire.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Labels = z.record(z.string(), Words)

/** The lists by which achievements are disclosed, and the packs that speak here. */
export const DisclosureListsWire = z.object({
  speaking: z.array(z.object({ pack: z.string(), status: z.string(), title: Words })),
  kinds: z.object({
    fields: z.array(z.object({ pack: z.string(), cite: z.string(), codes: Labels })),
    kinds: z.array(
      z.object({
        code: z.string(),
        scale: z.string(),
        as: z.record(z.string(), z.string()),
        may: z.record(z.string(), z.array(z.string())),
      }),
    ),
  }),
  groups: z.array(
    z.object({
      pack: z.string(),
      cite: z.string(),
      groups: z.array(z.object({ fact: z.string(), told: z.array(z.string()), label: Words })),
    }),
  ),
  documents: z.object({
    kinds: Labels,
    funding: Labels,
    wanted: z.array(
      z.object({
        pack: z.string(),
        cite: z.string(),
        by: z.record(z.string(), z.array(z.string())),
      }),
    ),
  }),
  publications: Labels,
  /** Of which kinds evaluations are. */
  evaluations: z.array(z.object({ code: z.string(), label: Words })),
  maturity: z.array(
    z.object({
      code: z.string(),
      label: Words,
      cite: Words,
      verified: z.boolean(),
      levels: z.array(z.object({ level: z.int(), label: Words, evidence: Words })),
    }),
  ),
  /** By when the office answers, and how long a link to an inventor lives: settings, not law. */
  answerWorkdays: z.int(),
  linkDays: z.int(),
})
export type DisclosureListsWire = z.infer<typeof DisclosureListsWire>

const InventorStandingWire = z.object({
  place: z.int(),
  name: z.string(),
  share: z.string().nullable(),
  status: z.enum(['confirmed', 'disputed', 'asked', 'expired', 'stale', 'unasked']),
  on: z.string().nullable(),
  expiresOn: z.string().nullable(),
  /** What was said with a dispute; for the office and whoever disclosed. */
  words: z.string().nullable(),
  /** Where the link was mailed and what became of it; for the office and whoever disclosed. */
  mail: z
    .object({
      to: z.string(),
      state: z.enum(['waits', 'sent', 'failed']),
      trouble: z.string().nullable(),
    })
    .nullable(),
  /** The address that the register of people has, for the office. */
  email: z.string().nullable(),
})
export type InventorStandingWire = z.infer<typeof InventorStandingWire>

const RecordWire = z.object({ id: z.string(), number: z.string(), title: z.string() })

/** What a disclosure lacks of what the texts of the place want, and of what its inventors say. */
export const LackingWire = z.object({
  texts: z.array(
    z.object({
      what: z.enum(['groups', 'papers']),
      pack: z.string(),
      cite: z.string(),
      isDraft: z.boolean(),
      items: z.array(Words),
    }),
  ),
  unconfirmed: z.array(z.string()),
  /** Whether whoever accepts it nevertheless says why. */
  asksWhy: z.boolean(),
})
export type LackingWire = z.infer<typeof LackingWire>

/** Where a disclosure is, and all that goes with it. */
export const ProgressWire = z.object({
  today: z.string(),
  intake: z.enum(['submitted', 'returned', 'accepted', 'merged']).nullable(),
  questions: z.string().nullable(),
  /** Whether the caller disclosed it. */
  mine: z.boolean(),
  /** Whether links can be mailed: the operator has named a server for it. */
  canMail: z.boolean(),
  steps: z.array(
    z.object({
      code: z.enum(['submitted', 'confirmed', 'reviewed', 'titled', 'filed', 'granted', 'case']),
      state: z.enum(['done', 'now', 'next', 'stopped']),
      on: z.string().nullable(),
      by: z.string().nullable(),
      whose: z.enum(['author', 'inventors', 'office']).nullable(),
      count: z.int().nullable(),
      of: z.int().nullable(),
    }),
  ),
  inventors: z.array(InventorStandingWire),
  lacking: LackingWire,
  /** Disputes of people who were left out since. */
  formerDisputes: z.array(
    z.object({ name: z.string(), on: z.string(), words: z.string().nullable() }),
  ),
  holders: z.array(z.object({ name: z.string(), share: z.string() })),
  isDisputed: z.boolean(),
  novelty: z.array(
    z.object({
      place: Words,
      cite: Words,
      verified: z.boolean(),
      kind: z.string(),
      publishedOn: z.string(),
      lastDay: z.string(),
      isGrace: z.boolean(),
      /** The first filing, elsewhere perhaps, whose priority keeps it open until the last day. */
      priorityOf: z.string().nullable(),
      state: z.enum(['open', 'filed', 'lost', 'waived']),
    }),
  ),
  mergedInto: RecordWire.nullable(),
  mergedFrom: z.array(RecordWire),
  cases: z.array(
    RecordWire.extend({ procedure: z.string(), stage: z.string(), status: z.string() }),
  ),
})
export type ProgressWire = z.infer<typeof ProgressWire>

const expected = { expectedSeq: z.int().min(1) }

export const ReturnWire = z.strictObject({ ...expected, questions: text(4000) })
export const AcceptWire = z.strictObject({
  ...expected,
  /** Why it is accepted although something is lacking. */
  despite: text(500).nullable().default(null),
})
export const ResubmitWire = CreateAchievementWire.extend(expected)
export type ResubmitWire = z.input<typeof ResubmitWire>

/** How it stands after a step. */
export const SteppedWire = z.object({ seq: z.int() })

/** Whom to ask, by their places in the team. */
const place = z.int().min(0).max(99)

export const AskWire = z.strictObject({
  places: z.array(place).min(1).max(100),
  /** To whom of them the link is mailed as well, and where. */
  mails: z
    .array(z.strictObject({ place, to: emailText() }))
    .max(100)
    .optional(),
})
export type AskWire = z.infer<typeof AskWire>

/** The links, each shown this once. */
export const LinksWire = z.object({
  links: z.array(
    z.object({
      place: z.int(),
      name: z.string(),
      url: z.string(),
      expiresOn: z.string(),
      /** The address it is mailed to, by its ends. */
      mailedTo: z.string().nullable(),
    }),
  ),
})
export type LinksWire = z.infer<typeof LinksWire>

/** The address of a link. */
export const LinkParamsWire = z.strictObject({
  institution: idText(),
  token: z.string().regex(/^[\w-]{43}$/),
})

/** What an inventor sees behind a link: what they are to agree with, and no more. */
export const ConfirmationWire = z.object({
  state: z.enum(['open', 'answered', 'expired', 'replaced', 'changed']),
  institution: z.string(),
  number: z.string(),
  title: z.string(),
  name: z.string(),
  place: z.int(),
  team: z.array(z.object({ name: z.string(), share: z.string().nullable() })),
  askedOn: z.string(),
  expiresOn: z.string(),
  answer: z.enum(['confirmed', 'disputed']).nullable(),
  answeredOn: z.string().nullable(),
})
export type ConfirmationWire = z.infer<typeof ConfirmationWire>

export const AnswerWire = z
  .strictObject({
    answer: z.enum(['confirmed', 'disputed']),
    words: text(2000).optional(),
  })
  .refine(({ answer, words }) => answer === 'confirmed' || words !== undefined, {
    path: ['words'],
    error: '有异议请写明理由 / say what you disagree with',
    params: { rule: 'dispute-without-words' },
  })
export type AnswerWire = z.input<typeof AnswerWire>

/** Records that may be the same. */
export const DuplicatesWire = z.object({
  items: z.array(
    RecordWire.extend({
      /** From 0 to 100: how much of the titles is alike. */
      likeness: z.int(),
      /** Numbers of rights that both name. */
      numbers: z.array(z.string()),
    }),
  ),
})
export type DuplicatesWire = z.infer<typeof DuplicatesWire>

/** A title as somebody types it, and the record that it is of already. */
export const SimilarQueryWire = z.strictObject({ title: text(300), own: idText().optional() })

/** Records under a similar title. */
export const SimilarWire = z.object({ items: z.array(RecordWire) })
export type SimilarWire = z.infer<typeof SimilarWire>

export const MergeWire = z.strictObject({ ...expected, into: idText(), reason: text(500) })
export const PartWire = z.strictObject({ ...expected, reason: text(500) })

export const AchievementParamsWire = z.object({ id: idText() })
