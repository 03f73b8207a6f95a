import { addDays, type Day, daysBetween, rollForward } from '@yizhuan/kit'
import { type Facts, isRatio, type Law, parameterAt, type Row, type Value } from '@yizhuan/law'

// Six rules of Guangdong as a programmer would write them into a service: no missing facts, no
// explanation, no article, no day on which another law applied. Only the numbers come from the pack.

/** Each rule by the norm that says the same. */
export const RULES = {
  contributors: 'gd.allocation.contributors',
  tto: 'gd.allocation.tto',
  whole: 'gd.allocation.whole',
  chiefs: 'gd.allocation.chiefs',
  notice: 'gd.notice.period',
  report: 'gd.report.in-time',
} as const

type Answers = Readonly<Record<keyof typeof RULES, 'met' | 'breached' | 'pending'>>

const DEDUCTED = new Set<Value | undefined>([
  'tax',
  'appraisal',
  'listing_fee',
  'auction_commission',
  'third_party',
  'other_direct',
])

/** The six rules on the facts of one case: the facts are unwrapped beforehand, the rules run each time. */
export function floorOf(law: Law, facts: Facts, asOf: Day): () => Answers {
  const number = (id: string) => {
    const value = parameterAt(law.layers, id, asOf)?.value
    if (!isRatio(value)) throw new Error(`The pack has no ${id}.`)
    return value
  }
  const fen = (value: Value | undefined) => (isRatio(value) ? value.n : 0n)
  const rows = (id: string) => (facts[id] ?? []) as readonly Row[]
  const costs = rows('costs').map(({ kind, amount }) => ({ kind, amount: fen(amount) }))
  const recipients = rows('recipients').map(({ isChief, award }) => ({ isChief, award }))
  const deal = {
    gross: fen(facts['grossIncome']),
    contributors: fen(facts['toContributors']),
    tto: fen(facts['toTto']),
    institution: fen(facts['toInstitution']),
    noticeOn: facts['noticeOn'] as Day,
    noticeEndedOn: facts['noticeEndedOn'] as Day,
    signedOn: facts['signedOn'] as Day,
    reportedOn: facts['reportedOn'] as Day,
  }
  const [floor, ceiling] = [number('inventor.floor'), number('tto.ceiling')]
  const [noticeDays, reportDays] = [
    Number(number('notice.days').n),
    Number(number('report.days').n),
  ]
  const met = (holds: boolean) => (holds ? 'met' : 'breached')

  return () => {
    let net = deal.gross
    for (const { kind, amount } of costs) if (DEDUCTED.has(kind)) net -= amount
    const lastDay = rollForward(addDays(deal.noticeOn, noticeDays), law.calendar)
    const due = rollForward(addDays(deal.signedOn, reportDays), law.calendar)
    return {
      contributors: met(deal.contributors * floor.d >= net * floor.n),
      tto: met(deal.tto * ceiling.d <= net * ceiling.n),
      whole: met(deal.contributors + deal.tto + deal.institution === net),
      chiefs: met(!recipients.some(({ isChief, award }) => isChief && award === 'equity')),
      notice: deal.noticeEndedOn >= lastDay && daysBetween(lastDay, asOf) > 0 ? 'met' : 'pending',
      report: met(deal.reportedOn <= due),
    }
  }
}
