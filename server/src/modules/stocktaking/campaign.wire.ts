import { rightKinds } from '@yizhuan/docket'
import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { outcomes } from './campaign.ts'
import { registers } from './scope.ts'

/** What travels of stock-taking. */

const Words = z.object({ zh: z.string(), en: z.string() })

export const ScopeWire = z.strictObject({
  register: z.enum(registers),
  kind: z.enum(rightKinds).optional(),
  department: text(100).optional(),
  idleYears: z.int().min(0).max(40).optional(),
})

/** A new campaign; whom the law of the place addresses is asked, since no register tells it. */
export const StartCampaignWire = z.strictObject({
  name: text(200),
  scope: ScopeWire,
  dueOn: dayText(),
  leadPerson: idText().optional(),
  level: z.enum(['national', 'provincial', 'city', 'county', 'township']),
  ownership: z.enum(['publicly_owned', 'privately_owned', 'military']),
  research: z.boolean(),
  byChoice: z.boolean(),
})
export type StartCampaignWire = z.input<typeof StartCampaignWire>

export const StockCountWire = z.object({ lines: z.int(), parts: z.int(), most: z.int() })
export type StockCountWire = z.infer<typeof StockCountWire>

export const CampaignQueryWire = z.object({
  state: z.enum(['open', 'closed']).optional(),
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const CampaignFilterWire = z.object({ state: z.enum(['open', 'closed']).optional() })

export const CampaignLineWire = z.object({
  id: z.string(),
  name: z.string(),
  takenOn: z.string(),
  dueOn: z.string(),
  leadName: z.string(),
  state: z.enum(['open', 'closed']),
  lines: z.int(),
  answered: z.int(),
  disposed: z.int(),
})
export type CampaignLineWire = z.infer<typeof CampaignLineWire>
export const CampaignPageWire = z.object({
  items: z.array(CampaignLineWire),
  nextCursor: z.string().optional(),
})

const outcome = z.enum(outcomes)

/** A campaign: of what, by whom, and how far it is. */
export const CampaignWire = CampaignLineWire.extend({
  seq: z.int(),
  scope: ScopeWire,
  startedOn: z.string(),
  closedOn: z.string().nullable(),
  caseId: z.string(),
  caseNumber: z.string(),
  /** By department; null where a record names none. */
  progress: z.array(
    z.object({
      department: z.string().nullable(),
      lines: z.int(),
      answered: z.int(),
      disposed: z.int(),
    }),
  ),
  outcomes: z.array(z.object({ outcome, lines: z.int() })),
  parts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      lines: z.int(),
      answered: z.int(),
      /** By an account of their own, by a link that lives until a day, or not reached yet. */
      reach: z.enum(['account', 'link', 'none']),
      linkUntil: z.string().nullable(),
    }),
  ),
})
export type CampaignWire = z.infer<typeof CampaignWire>

export const StockLineQueryWire = z.object({
  department: z.string().trim().min(1).max(100).optional(),
  outcome: z.enum(['none', ...outcomes]).optional(),
})
export type StockLineQueryWire = z.output<typeof StockLineQueryWire>

/** The lines of an export, of one campaign. */
export const StockLineFilterWire = StockLineQueryWire.extend({ stocktaking: idText() })

const FrozenWire = z.object({
  status: z.string().nullable(),
  filedOn: z.string().nullable(),
  grantedOn: z.string().nullable(),
  idleSince: z.string().nullable(),
  everUsed: z.boolean(),
  isUsed: z.boolean(),
  paidFen: z.string().nullable(),
  nextFeeOn: z.string().nullable(),
  nextFeeFen: z.string().nullable(),
})

/** What an inventor said of a record. */
const SaidWire = z.object({
  name: z.string(),
  score: z.int(),
  most: z.int(),
  scores: z.record(z.string(), z.int()),
  wish: outcome,
  words: z.string().nullable(),
  /** Who entered what was said on paper; none where the inventor said it here. */
  enteredBy: z.string().nullable(),
})

export const StockLineWire = z.object({
  id: z.string(),
  rightId: z.string().nullable(),
  achievementId: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  department: z.string().nullable(),
  inventors: z.array(z.string()),
  frozen: FrozenWire,
  said: z.array(SaidWire),
  outcomeBefore: outcome.nullable(),
  outcome: outcome.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** The procedure that carries the disposition out, and the case that does. */
  procedure: z.string().nullable(),
  followCase: z.object({ id: z.string(), number: z.string(), status: z.string() }).nullable(),
})
export type StockLineWire = z.infer<typeof StockLineWire>

/** A page of the lines of a campaign; they stand still, so a place among them is a number. */
export const StockLinePageQueryWire = StockLineQueryWire.extend({
  cursor: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const StockLinesWire = z.object({
  items: z.array(StockLineWire),
  nextCursor: z.int().optional(),
})

/** The lines of campaigns about one right or achievement. */
export const StockLinesAboutQueryWire = z
  .object({ right: idText().optional(), achievement: idText().optional() })
  .refine(({ right, achievement }) => (right === undefined) !== (achievement === undefined), {
    error: '请指定一项专利或成果 / name one right or one achievement',
    path: ['right'],
    params: { rule: 'one-subject' },
  })
export const StockLinesAboutWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      stocktaking: z.string(),
      name: z.string(),
      takenOn: z.string(),
      outcome: outcome.nullable(),
      decidedOn: z.string().nullable(),
    }),
  ),
})
export type StockLinesAboutWire = z.infer<typeof StockLinesAboutWire>

/** What becomes of some lines, decided alike. The conditions are those of the case. */
export const DisposeWire = z.strictObject({
  lines: z.array(idText()).min(1).max(200),
  outcome,
  reason: text(1000),
  decidedBy: text(100),
  manager: text(200).optional(),
  rightsSettled: z.boolean().optional(),
  incomePayer: z.enum(['manager_pays', 'institution_pays', 'payer_unsaid']).optional(),
  evaluated: z.boolean().optional(),
  approved: z.boolean().optional(),
})
export type DisposeWire = z.input<typeof DisposeWire>

/** What a disposition would change, before anything is written. */
export const PreviewWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      from: outcome.nullable(),
      to: outcome,
      wishes: z.array(outcome),
      warnings: z.array(Words),
    }),
  ),
})
export type PreviewWire = z.infer<typeof PreviewWire>

export const FollowWire = z.strictObject({ caseNumber: text(60) })
export const CloseWire = z.strictObject({ summary: text(2000) })

export const CampaignParamsWire = z.object({ id: idText() })
export const LineParamsWire = z.object({ id: idText(), line: idText() })
export const PartParamsWire = z.object({ id: idText(), part: idText() })
export const PartLinkWire = z.object({ url: z.string(), until: z.string() })
export type PartLinkWire = z.infer<typeof PartLinkWire>
export const RemindedWire = z.object({ told: z.int() })

/** A part as its inventor sees it. */
export const MyPartWire = z.object({
  campaign: z.string(),
  part: z.string(),
  campaignName: z.string(),
  institution: z.string(),
  name: z.string(),
  dueOn: z.string(),
  isOpen: z.boolean(),
  outcomes: z.array(z.object({ code: outcome, label: Words })),
  criteria: z.array(z.object({ code: z.string(), label: Words, levels: z.array(Words) })),
  lines: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      kind: z.string(),
      answer: z
        .object({
          scores: z.record(z.string(), z.int()),
          wish: outcome,
          words: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
})
export type MyPartWire = z.infer<typeof MyPartWire>
export const MyPartsWire = z.object({
  items: z.array(
    MyPartWire.pick({
      campaign: true,
      part: true,
      campaignName: true,
      dueOn: true,
      isOpen: true,
    }).extend({
      lines: z.int(),
      answered: z.int(),
    }),
  ),
})
export type MyPartsWire = z.infer<typeof MyPartsWire>

export const AnswerPartWire = z.strictObject({
  line: idText(),
  scores: z.record(z.string().max(40), z.int().min(0).max(20)),
  wish: outcome,
  words: text(1000).optional(),
})
export type AnswerPartWire = z.input<typeof AnswerPartWire>

export const LinkParamsWire = z.object({
  institution: idText(),
  token: z.string().min(20).max(100),
})
