// What the law of one place would say of a deal that is only thought of. Everything is found by the
// kernel as it is for live cases: the money block, its floors and caps, the findings and verdicts.
import { type Day, type Fen, groupBy, mul, type Ratio, ratio, roundUp } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  assessMoney,
  type Facts,
  type InstitutionReading,
  type InstitutionRule,
  isRatio,
  type Law,
  type MoneyBlock,
  parameterAt,
  parseFacts,
  type ShareLine,
  shareLimitsOn,
  type TaxTable,
  taxOnTop,
} from '@yizhuan/law'
import { limitOf, type SplitRule } from '@yizhuan/money'
import { totalOfMoney } from '../transfer-case/cumulative.ts'
import { chiefsBarredBy } from './chiefs.ts'
import { courseOf, type Instalment, type Parts, partsTogether, type Waiting } from './course.ts'
import type { Member, ScenarioRead } from './reading.ts'
import { type CompanyForecast, companyOf } from './stakes.ts'

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
  /** Payment by payment. */
  readonly course: readonly Instalment[]
  /** Who has what of all of them; undefined where nothing is shared out. */
  readonly parts: Parts | undefined
  readonly members: readonly MemberOutcome[]
  /** Who would hold what; undefined where no equity is contributed. */
  readonly company: CompanyForecast | undefined
  /** Whether the reduced taxation of a cash reward is open: "unknown" shows both outcomes. */
  readonly relief: 'yes' | 'no' | 'unknown'
  /** Nothing is left to share out: the costs take all of the income. */
  readonly isUsedUp: boolean
}

/** What an institution adds: how it shares out, its own stricter numbers, the readings it chose. */
export interface OfHouse {
  /** How it shares out, where the scenario goes by it. */
  readonly split?: SplitRule | undefined
  readonly rules?: readonly InstitutionRule[]
  readonly chosen?: readonly InstitutionReading[]
}

/** The act whose verdict tells whether a cash reward is counted in part, and the part that counts. */
const RELIEF = { act: 'claimCashRelief', counted: 'cash.counted' } as const

/**
 * Works a scenario out under one law.
 *
 * @param readings  looked through instead of the documented ones.
 * @param house     what the house adds to the law, each from its day on.
 */
export function outcomeOf(
  law: Law,
  scenario: ScenarioRead,
  table: TaxTable | undefined,
  readings: Readonly<Record<string, string>> = {},
  { split, rules = [], chosen = [] }: OfHouse = {},
): Outcome {
  const { day, members } = scenario
  const outlook = (asOf: Day) => ({ asOf, readings, rules, chosen })
  const course = courseOf(
    scenario,
    {
      // First what is left to share out, then the same facts with the shares in amounts.
      money: (waiting, on, parts) =>
        assessMoney(law, factsOf(law, factsWith(scenario, waiting, parts)), outlook(on)),
      limits: (net, on) =>
        shareLimitsOn(law, on, rules)
          .filter(({ isAdvisory }) => !isAdvisory)
          .map((limit) => limitOf(limit, net)),
    },
    scenario.byRule ? split : undefined,
  )
  // All payments together: each is held against its own bounds above, the whole once more.
  const parts = partsTogether(course, members.length)
  const income = course.reduce((sum, one) => sum + one.income, 0n) as Fen
  const whole = { income, costs: scenario.costs }
  const assessment = assess(law, factsOf(law, factsWith(scenario, whole, parts)), outlook(day))
  const money = assessment.money && byEachDay(assessment.money, course)
  const company = companyOf(scenario, chiefsBarredBy(law, scenario, outlook(day)))
  const relief = reliefOf(scenario, assessment)
  const counted = parameterAt(law.layers, RELIEF.counted, day, rules)?.value
  const part = counted !== undefined && isRatio(counted) ? counted : undefined
  return {
    ...{ assessment, money, course, parts, relief, company },
    members: parts
      ? members.map((member, at) =>
          memberOutcome(member, byYear(course, at), { table, relief, part }),
        )
      : [],
    isUsedUp: money?.net !== undefined && !parts,
  }
}

type FactsJson = Readonly<Record<string, unknown>>

/** As far as the law has words for them. */
function factsOf(law: Law, facts: FactsJson): Facts {
  const known = Object.entries(facts).filter(([id]) => Object.hasOwn(law.vocabulary, id))
  return parseFacts(law, Object.fromEntries(known))
}

const factsWith = (
  scenario: ScenarioRead,
  waiting: Waiting,
  parts: Parts | undefined,
): FactsJson => ({
  ...dealFacts(scenario, waiting),
  ...(parts && planFacts(scenario, parts)),
})

/** The deal itself: a public hospital that does research, as every scenario supposes. */
function dealFacts(scenario: ScenarioRead, { income, costs }: Waiting): FactsJson {
  const { mode, pricing, relief, equity, viaCompany } = scenario
  return {
    matter: 'deal',
    institutionOwnership: 'public',
    doesHealthResearch: true,
    mode,
    pricing,
    grossIncome: String(income),
    contractPrice: String(scenario.income),
    costs: costs.map(({ kind, amount }) => ({ kind, amount: String(amount) })),
    taxReliefApplied: relief !== 'no',
    ...(relief === 'yes' && { taxReliefConfirmed: true }),
    ...(viaCompany && { viaPlatformCompany: true }),
    ...(mode === 'equity_contribution' && {
      contributorsEquityShare: `${equity.n}/${equity.d}`,
    }),
    ...staffFacts[scenario.staffShare],
  }
}

/** Whether transfer staff share in the income beside the office's part, and by agreement (gd-2025#a20.p1). */
const staffFacts: Readonly<Record<ScenarioRead['staffShare'], FactsJson>> = {
  unknown: {},
  no: { staffTakesShare: false },
  agreed: { staffTakesShare: true, staffAgreementSigned: true },
  unagreed: { staffTakesShare: true, staffAgreementSigned: false },
}

function planFacts({ members, viaCompany }: ScenarioRead, parts: Parts): FactsJson {
  const cash = members.reduce(
    (total, { award }, at) => (award === 'cash' ? total + (parts.members[at] ?? 0n) : total),
    0n,
  )
  return {
    toContributors: String(parts.contributors),
    toTto: String(parts.office + parts.company),
    ...(viaCompany && { toOffice: String(parts.office), toCompany: String(parts.company) }),
    toTtoStaff: String(parts.staff),
    toInstitution: String(parts.institution + parts.department),
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

/**
 * The bounds of the whole: each payment is held against the law of its own day, which may be another by then;
 * so the exact bounds are added up and rounded once, as in a case.
 */
function byEachDay(money: MoneyBlock, course: readonly Instalment[]): MoneyBlock {
  const blocks = course.flatMap(({ shared }) => (shared ? [shared.money] : []))
  if (blocks.length === 0) return money
  const { limits } = totalOfMoney(blocks)
  // A bound that no payment meets any more is none of the whole either.
  const inTotal = (line: ShareLine): readonly ShareLine[] => {
    const total = limits.find(({ id, bound }) => id === line.id && bound === boundOf(line))
    return total ? [{ ...line, amount: total.limit as Fen, difference: total.room as Fen }] : []
  }
  return { ...money, floors: money.floors.flatMap(inTotal), caps: money.caps.flatMap(inTotal) }
}

const boundOf = ({ rounding }: ShareLine) => (rounding === 'up' ? 'floor' : 'ceiling')

/** What one member has, year by year of payment: each is taxed with the other income of its year. */
function byYear(course: readonly Instalment[], member: number): readonly Fen[] {
  const years = groupBy(
    course.filter(({ shared }) => shared),
    ({ on }) => on.slice(0, 4),
  )
  return [...years.values()].map(
    (all) =>
      all.reduce((sum, { shared }) => sum + (shared?.parts.members[member] ?? 0n), 0n) as Fen,
  )
}

/** The word of the law first: what it forbids nobody can confirm. */
function reliefOf({ relief }: ScenarioRead, { actions }: Assessment): Outcome['relief'] {
  const verdict = actions[RELIEF.act]?.can
  if (relief === 'no' || verdict === undefined || verdict === 'no') return 'no'
  return relief === 'yes' ? 'yes' : 'unknown'
}

function memberOutcome(
  { award, other }: Member,
  years: readonly Fen[],
  tax: {
    readonly table: TaxTable | undefined
    readonly relief: Outcome['relief']
    readonly part: Ratio | undefined
  },
): MemberOutcome {
  const amount = years.reduce((sum, year) => sum + year, 0n) as Fen
  const { table, relief, part } = tax
  if (award !== 'cash' || !table) return { award, amount }
  const after = (countedOf: (year: Fen) => Fen) =>
    years.reduce<bigint>(
      (left, year) => left - taxOnTop(table, other, countedOf(year)),
      amount,
    ) as Fen
  return {
    award,
    amount,
    afterTax: {
      ...(relief !== 'yes' && { full: after((year) => year) }),
      ...(relief !== 'no' &&
        part && { reduced: after((year) => roundUp(mul(ratio(year), part)) as Fen) }),
    },
  }
}
