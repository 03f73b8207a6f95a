// What the law of one place would say of a deal that is only thought of. Everything is found by the
// kernel as it is for live cases: the money block, its floors and caps, the findings and verdicts.
import { allocate, type Fen, mul, type Ratio, ratio, roundDown, roundUp } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  isRatio,
  type Law,
  type MoneyBlock,
  type Outlook,
  parameterAt,
  parseFacts,
  type TaxTable,
  taxOnTop,
} from '@yizhuan/law'
import type { Member, ScenarioRead } from './reading.ts'

/** What one member would have: before tax, and after it as far as packs hold a table. */
export interface MemberOutcome {
  readonly award: Member['award']
  readonly amount: Fen
  /** Estimates; absent for equity, and where no table is at hand. */
  readonly afterTax?: {
    /** Counted in full as wages; absent where the relief is certain. */
    readonly full?: Fen
    /** Counted in the part that the relief allows; absent where there is none. */
    readonly reduced?: Fen
  }
}

/** What the law of one place makes of a scenario. */
export interface Outcome {
  readonly assessment: Assessment
  readonly money: MoneyBlock | undefined
  readonly members: readonly MemberOutcome[]
  /** Whether the reduced taxation of a cash reward is open: "unknown" shows both outcomes. */
  readonly relief: 'yes' | 'no' | 'unknown'
  /** Nothing is left to share out: the costs take all of the income. */
  readonly isUsedUp: boolean
}

/** The act whose verdict tells whether a cash reward is counted in part, and the part that counts. */
const RELIEF = { act: 'claimCashRelief', counted: 'cash.counted' } as const

/** Works a scenario out under one law; `readings` are looked through instead of the documented ones. */
export function outcomeOf(
  law: Law,
  scenario: ScenarioRead,
  table: TaxTable | undefined,
  readings: Readonly<Record<string, string>> = {},
): Outcome {
  const { day } = scenario
  const outlook = { asOf: day, readings }
  const deal = dealFacts(law, scenario)
  // First what is left to share out, then the same facts with the shares in amounts.
  const net = assessed(law, deal, outlook).money?.net
  const isUsedUp = net !== undefined && net <= 0n
  const parts = net === undefined || isUsedUp ? undefined : partsOf(net, scenario)
  const facts = parts ? { ...deal, ...planFacts(scenario, parts) } : deal
  const assessment = assessed(law, facts, outlook)
  const relief = reliefOf(scenario, assessment)
  const counted = parameterAt(law.layers, RELIEF.counted, day)?.value
  const part = counted !== undefined && isRatio(counted) ? counted : undefined
  return {
    assessment,
    money: assessment.money,
    members: (parts?.members ?? []).map((amount, at) =>
      memberOutcome(scenario.members[at], amount, { table, relief, part }),
    ),
    relief,
    isUsedUp,
  }
}

type FactsJson = Readonly<Record<string, unknown>>

function assessed(law: Law, facts: FactsJson, outlook: Outlook): Assessment {
  const known = Object.entries(facts).filter(([id]) => Object.hasOwn(law.vocabulary, id))
  return assess(law, parseFacts(law, Object.fromEntries(known)), outlook)
}

/** The deal itself: a public hospital that does research, as every scenario supposes. */
function dealFacts(law: Law, scenario: ScenarioRead): FactsJson {
  const { mode, pricing, income, costs, relief, equity } = scenario
  return {
    matter: 'deal',
    institutionOwnership: 'public',
    doesHealthResearch: true,
    mode,
    pricing,
    grossIncome: String(income),
    contractPrice: String(income),
    costs: costs.map(({ kind, amount }) => ({ kind, amount: String(amount) })),
    taxReliefApplied: relief !== 'no',
    ...(relief === 'yes' && { taxReliefConfirmed: true }),
    ...(mode === 'equity_contribution' && {
      contributorsEquityShare: `${equity.n}/${equity.d}`,
    }),
    ...(law.vocabulary['staffTakesShare'] && { staffTakesShare: false }),
  }
}

interface Parts {
  readonly contributors: Fen
  readonly tto: Fen
  readonly staff: Fen
  readonly institution: Fen
  readonly members: readonly Fen[]
}

/** Shares in whole fen: what somebody is owed is rounded up, what the office takes down. */
function partsOf(net: Fen, { contributors, tto, staff, members }: ScenarioRead): Parts {
  const of = (share: Ratio) => mul(ratio(net), share)
  const least = (a: bigint, b: bigint) => (a < b ? a : b)
  const people = least(roundUp(of(contributors)), net) as Fen
  const office = least(roundDown(of(tto)), net - people) as Fen
  const shares = members.map(({ share }) => share)
  return {
    contributors: people,
    tto: office,
    staff: roundUp(mul(ratio(office), staff)) as Fen,
    institution: (net - people - office) as Fen,
    members: shares.length > 0 ? allocate(people, shares).parts : [],
  }
}

function planFacts({ members }: ScenarioRead, parts: Parts): FactsJson {
  const cash = members.reduce(
    (total, { award }, at) => (award === 'cash' ? total + (parts.members[at] ?? 0n) : total),
    0n,
  )
  return {
    toContributors: String(parts.contributors),
    toTto: String(parts.tto),
    toTtoStaff: String(parts.staff),
    toInstitution: String(parts.institution),
    cashReward: String(cash),
    hasChiefs: members.some(({ isChief }) => isChief),
    ...(members.length > 0 && {
      recipients: members.map(({ award, isChief }, at) => ({
        who: String(at + 1),
        isInventor: true,
        isChief,
        holdsLeadingPost: isChief,
        award,
        amount: String(parts.members[at] ?? 0n),
      })),
    }),
  }
}

/** The word of the law first: what it forbids nobody can confirm. */
function reliefOf({ relief }: ScenarioRead, { actions }: Assessment): Outcome['relief'] {
  const verdict = actions[RELIEF.act]?.can
  if (relief === 'no' || verdict === undefined || verdict === 'no') return 'no'
  return relief === 'yes' ? 'yes' : 'unknown'
}

function memberOutcome(
  member: Member | undefined,
  amount: Fen,
  tax: {
    readonly table: TaxTable | undefined
    readonly relief: Outcome['relief']
    readonly part: Ratio | undefined
  },
): MemberOutcome {
  const { award = 'cash', other = 0n as Fen } = member ?? {}
  const { table, relief, part } = tax
  if (award !== 'cash' || !table) return { award, amount }
  const after = (counted: Fen) => (amount - taxOnTop(table, other, counted)) as Fen
  return {
    award,
    amount,
    afterTax: {
      ...(relief !== 'yes' && { full: after(amount) }),
      ...(relief !== 'no' && part && { reduced: after(roundUp(mul(ratio(amount), part)) as Fen) }),
    },
  }
}
