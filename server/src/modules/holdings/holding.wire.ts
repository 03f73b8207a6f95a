import { z } from 'zod'
import { dayText, idText } from '../../platform/text.ts'

/** What travels of the equity a house holds. Amounts are whole fen, shares exact fractions. */

export const stages = ['before_market', 'on_market', 'left', 'wound_up'] as const
/** What befalls equity after it was formed. */
export const matters = [
  'transfer',
  'free_allocation',
  'outward_investment',
  'increase',
  'reduction',
  'exit',
  'impairment',
  'liquidation',
] as const
export const heldBy = ['institution', 'platform_company', 'both', 'nobody'] as const

const Words = z.object({ zh: z.string(), en: z.string() })
const ArticleWire = z.object({ source: z.string(), at: z.string(), label: z.string() })

/** A day that comes up: to leave the equity, to pay in, to act in its case. */
const ClockWire = z.object({
  kind: z.enum(['exit', 'pay_in', 'filing', 'case']),
  day: z.string(),
  title: Words,
  article: ArticleWire.nullable(),
  /** A draft, or a text that says in principle, only advises. */
  advisory: z.boolean(),
})
export type ClockWire = z.infer<typeof ClockWire>

/** One line of the single list. */
export const HoldingLineWire = z.object({
  id: z.string(),
  number: z.string(),
  company: z.string(),
  achievement: z.string(),
  achievementId: z.string().nullable(),
  stage: z.enum(stages),
  heldBy: z.enum(heldBy),
  formedOn: z.string(),
  valueFen: z.string(),
  ownCostFen: z.string(),
  ownShare: z.string(),
  worthFen: z.string().nullable(),
  /** The last day of the latest appraisal, once it is over: what it said is no worth of today. */
  worthLapsedOn: z.string().nullable(),
  dividendsFen: z.string(),
  listEntry: z.string().nullable(),
  marketOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  /** The next day that comes up, or the latest that was missed. */
  clock: ClockWire.nullable(),
})
export type HoldingLineWire = z.infer<typeof HoldingLineWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  stage: z.enum(stages).optional(),
  achievement: idText().optional(),
}
export const HoldingFilterWire = z.object(filters)
export type HoldingFilterWire = z.output<typeof HoldingFilterWire>

/** Which of what befell the equity, and of which holdings. */
const lifeFilters = {
  ...filters,
  holding: idText().optional(),
  from: dayText().optional(),
  to: dayText().optional(),
}
export const DividendFilterWire = z.object(lifeFilters)
export const EventFilterWire = z.object({ ...lifeFilters, matter: z.enum(matters).optional() })

export const HoldingQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type HoldingQueryWire = z.output<typeof HoldingQueryWire>

export const HoldingPageWire = z.object({
  items: z.array(HoldingLineWire),
  nextCursor: z.string().optional(),
})
export type HoldingPageWire = z.infer<typeof HoldingPageWire>

const HolderWire = z.object({ name: z.string(), kind: z.string(), share: z.string() })

const PeriodWire = z.object({
  since: z.string(),
  seq: z.int(),
  matter: z.string(),
  holders: z.array(HolderWire),
})
export type PeriodWire = z.infer<typeof PeriodWire>

const EventWire = z.object({
  seq: z.int(),
  on: z.string(),
  matter: z.string(),
  terms: z.string(),
  counterparty: z.string().nullable(),
  round: z
    .object({
      name: z.string().nullable(),
      preMoney: z.string(),
      money: z.string(),
      dilution: z.string(),
    })
    .nullable(),
  result: z
    .object({
      price: z.string(),
      costs: z.string(),
      net: z.string(),
      basis: z.string(),
      result: z.string(),
    })
    .nullable(),
  /** What a part had cost that was allocated free of charge. */
  allocated: z.string().nullable(),
  impairment: z.string().nullable(),
  lossExcluded: z.boolean(),
  diligent: z.boolean().nullable(),
  /** Where what came goes; of what goes to people, what of it was paid out. */
  distribution: z.array(
    z.object({
      to: z.string(),
      name: z.string().nullable(),
      fen: z.string(),
      paid: z.string().nullable(),
    }),
  ),
})

const DividendWire = z.object({
  seq: z.int(),
  on: z.string(),
  year: z.string(),
  total: z.string(),
  resolution: z.string(),
  parts: z.array(z.object({ name: z.string(), isOwn: z.boolean(), fen: z.string() })),
  received: z.string(),
})

/** What a matter's file is expected to hold, and what is filed with the act it belongs to. */
const DocumentWire = z.object({
  matter: z.string(),
  id: z.string(),
  label: Words,
  articles: z.array(ArticleWire),
  act: z.string(),
  files: z.array(z.string()),
})

/** One holding with its whole life. */
export const HoldingWire = HoldingLineWire.extend({
  today: z.string(),
  uscc: z.string().nullable(),
  transferCase: z.string().nullable(),
  registeredCapitalFen: z.string().nullable(),
  tax: z.object({ option: z.string(), filing: z.string().nullable() }).nullable(),
  certificate: z.string().nullable(),
  stay: z.string().nullable(),
  marketBasis: z.string().nullable(),
  windingUp: z
    .object({ on: z.string(), stage: z.string(), body: z.string(), document: z.string() })
    .nullable(),
  periods: z.array(PeriodWire),
  events: z.array(EventWire),
  /** What was decided and waits to be carried out. */
  pending: z
    .object({
      seq: z.int(),
      on: z.string(),
      matter: z.string(),
      terms: z.string(),
      ownShareAfter: z.string().nullable(),
    })
    .nullable(),
  dividends: z.array(DividendWire),
  dividendsReceived: z.array(
    z.object({ on: z.string(), year: z.string().nullable(), fen: z.string() }),
  ),
  appraisals: z.array(
    z.object({
      on: z.string(),
      agency: z.string(),
      of: z.string(),
      value: z.string(),
      validUntil: z.string(),
    }),
  ),
  assessments: z.array(
    z.object({ on: z.string(), period: z.string(), singly: z.boolean(), outcome: z.string() }),
  ),
  payIns: z.array(
    z.object({
      holder: z.string(),
      subscribed: z.string(),
      paid: z.string(),
      open: z.string(),
      lastDay: z.string().nullable(),
      /** Whether the last day is that of the law, not of the articles. */
      byLaw: z.boolean(),
      isLate: z.boolean(),
    }),
  ),
  /** By which law subscribed capital has a last day; none where no law at hand says so for its day. */
  payInLaw: z.object({ years: z.int(), article: ArticleWire, verified: z.boolean() }).nullable(),
  clocks: z.array(ClockWire),
  documents: z.array(DocumentWire),
  spinOff: z.object({ id: z.string(), name: z.string(), state: z.string() }).nullable(),
})
export type HoldingWire = z.infer<typeof HoldingWire>

/** One line of who held what from which day on. */
export const CapTableFilterWire = z.object({ holding: idText().optional() })
export type CapTableFilterWire = z.output<typeof CapTableFilterWire>

const period = { from: dayText(), to: dayText() }
export const PortfolioFilterWire = z.object(period)
export type PortfolioFilterWire = z.output<typeof PortfolioFilterWire>

const sums = {
  count: z.int(),
  formed: z.int(),
  value: z.string(),
  /** Of what is held at the end of the period. */
  cost: z.string(),
  /** None where nobody appraised any of it. */
  worth: z.string().nullable(),
  /** Of how many of them nobody appraised anything. */
  unappraised: z.int(),
  /** Of how many the latest appraisal no longer held at the end of the period. */
  lapsed: z.int(),
  dividends: z.string(),
  net: z.string(),
  gains: z.string(),
  losses: z.string(),
  lossesExcluded: z.string(),
  allocated: z.string(),
}
export const PortfolioGroupWire = z.object({
  heldBy: z.enum(heldBy),
  stage: z.enum(stages),
  ...sums,
})
export type PortfolioGroupWire = z.infer<typeof PortfolioGroupWire>

/** The holdings as a whole over a period, by who holds and how far they are; nobody is scored singly. */
export const PortfolioWire = z.object({
  ...period,
  groups: z.array(PortfolioGroupWire),
  total: z.object(sums),
  articles: z.array(ArticleWire),
})
export type PortfolioWire = z.infer<typeof PortfolioWire>
