// What was typed, read exactly. Everything wrong is told at once, each at its field.
import { add, compare, type Day, day, type Fen, type Ratio, ratio, type Words } from '@yizhuan/kit'
import { ownShare } from './course.ts'
import { type FieldProblem, mustMakeWhole, readingFields } from './fields.ts'
import { type Payment, readPayments } from './payments.ts'
import type { MemberTyped, Scenario } from './scenario.ts'

/** A member as read. */
export interface Member extends Omit<MemberTyped, 'share' | 'other'> {
  readonly share: Ratio
  readonly other: Fen
}

/** A scenario as read. */
export interface ScenarioRead {
  readonly mode: string
  readonly pricing: string
  readonly day: Day
  /** All that comes in, whoever it belongs to. */
  readonly income: Fen
  readonly payments: readonly Payment[]
  readonly partners: readonly Ratio[]
  readonly byRule: boolean
  readonly viaCompany: boolean
  readonly company: Ratio
  readonly costs: readonly { readonly kind: string; readonly amount: Fen }[]
  readonly contributors: Ratio
  readonly tto: Ratio
  readonly staff: Ratio
  readonly stake: Ratio
  readonly equity: Ratio
  readonly members: readonly Member[]
  readonly relief: Scenario['relief']
  readonly staffShare: Scenario['staffShare']
}

/** Reads a scenario, or tells every field that cannot be read. */
export function readScenario(
  typed: Scenario,
): ScenarioRead | { problems: readonly FieldProblem[] } {
  const { problems, wrong, read, money, share } = readingFields()
  const nothing = 0n as Fen
  const payments = readPayments(typed.payments, wrong)
  const isAtOnce = typed.payments.length === 0
  const found: ScenarioRead = {
    mode: typed.mode,
    pricing: typed.pricing,
    relief: typed.relief,
    staffShare: typed.staffShare,
    day: read('day', () => day(typed.day, 'day'), '2000-01-01' as Day),
    income: isAtOnce
      ? money('income', typed.income)
      : (payments.reduce((sum, { amount }) => sum + amount, 0n) as Fen),
    payments,
    partners: typed.partners.map((each, at) => share(`partners[${at}]`, each)),
    ...{ byRule: typed.byRule, viaCompany: typed.viaCompany },
    company: typed.viaCompany ? share('company', typed.company) : ratio(0),
    costs: typed.costs.map(({ kind, amount }, at) => ({
      kind,
      amount: money(`costs[${at}]`, amount),
    })),
    contributors: share('contributors', typed.contributors),
    tto: share('tto', typed.tto),
    staff: share('staff', typed.staff),
    stake: share('stake', typed.stake),
    equity: share('equity', typed.equity),
    members: typed.members.map((member, at) => ({
      award: member.award,
      isChief: member.isChief,
      share: share(`members[${at}]`, member.share),
      other: member.other === '' ? nothing : money(`other[${at}]`, member.other),
    })),
  }
  if (problems.length === 0) checkSums(typed, found, wrong)
  return problems.length > 0 ? { problems } : found
}

function checkSums(
  typed: Scenario,
  found: ScenarioRead,
  wrong: (field: string, text: Words) => void,
): void {
  const last = typed.payments.length - 1
  if (found.income === 0n)
    wrong(last < 0 ? 'income' : `payments[${last}]`, {
      zh: '收入须大于 0',
      en: 'the income must be above zero',
    })
  if (found.partners.length > 0 && ownShare(found.partners).n <= 0n) {
    wrong(`partners[${found.partners.length - 1}]`, {
      zh: '其他权利人的份额合计应小于 100%，本单位须有份额',
      en: 'the other holders together must have less than 100%, so that a share is left here',
    })
  }
  if (found.mode === 'equity_contribution' && found.stake.n === 0n) {
    wrong('stake', {
      zh: '作价占股比例须大于 0',
      en: 'the share of the company must be above zero',
    })
  }
  if (!found.byRule && compare(add(found.contributors, found.tto), ratio(1)) > 0) {
    wrong('tto', {
      zh: '与贡献人员的比例合计超过 100%',
      en: 'together with the share of the contributors it is more than 100%',
    })
  }
  if (found.members.length > 0) mustMakeWhole(found.members, wrong)
}
