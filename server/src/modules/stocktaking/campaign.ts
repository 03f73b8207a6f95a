import type { Words } from '@yizhuan/kit'
import type { AssessmentForm } from '@yizhuan/law'
import { ipOutcomes } from '@yizhuan/procedures'

/** What becomes of a record after a stock; the case of the campaign knows them by the same names. */
export type Outcome = (typeof ipOutcomes)[number]
export const outcomes = ipOutcomes

export const outcomeWords = {
  keep: { zh: '保留', en: 'Keep' },
  licence: { zh: '许可', en: 'License' },
  transfer: { zh: '转让', en: 'Sell' },
  open_licence: { zh: '开放许可', en: 'Open licence' },
  trust: { zh: '托管', en: 'Trusteeship' },
  abandon: { zh: '放弃', en: 'Abandon' },
} as const satisfies Record<Outcome, Words>

/** How a record stood on the day of the stock. */
export interface Frozen {
  readonly status: string | null
  readonly filedOn: string | null
  readonly grantedOn: string | null
  readonly idleSince: string | null
  readonly everUsed: boolean
  readonly isUsed: boolean
  readonly paidFen: string | null
  readonly nextFeeOn: string | null
  readonly nextFeeFen: string | null
}

/** The level that was chosen for each question of the self-assessment. */
export type Scores = Readonly<Record<string, number>>

/** What the scores add up to, and the most they could. */
export function scoreOf(form: AssessmentForm, scores: Scores) {
  const sum = (points: readonly number[]) => points.reduce((all, one) => all + one, 0)
  return {
    score: sum(form.criteria.map(({ code }) => scores[code] ?? 0)),
    most: sum(form.criteria.map(({ levels }) => levels.length - 1)),
  }
}

/** The first question without a level of the form. */
export function missingScore(form: AssessmentForm, scores: Scores): string | undefined {
  return form.criteria.find(({ code, levels }) => {
    const level = scores[code]
    return level === undefined || levels[level] === undefined
  })?.code
}

/** The procedure that carries a disposition out; keeping needs none, a trusteeship is its own register. */
export const procedureFor: Readonly<Partial<Record<Outcome, string>>> = {
  licence: 'transfer',
  transfer: 'transfer',
  open_licence: 'transfer',
  abandon: 'abandonment',
}

/** What to see before a disposition is taken: the law of the case says the rest. */
export function warningsOf(outcome: Outcome, { isUsed }: Pick<Frozen, 'isUsed'>): readonly Words[] {
  if (!isUsed) return []
  if (outcome === 'abandon')
    return [
      {
        zh: '仍有许可、合同或项目在进行，放弃前须先了结。',
        en: 'A licence, contract or case is still running; settle it before giving the right up.',
      },
    ]
  if (outcome === 'open_licence' || outcome === 'transfer' || outcome === 'trust')
    return [
      {
        zh: '仍有许可、合同或项目在进行，请核对是否冲突。',
        en: 'A licence, contract or case is still running; check that they agree.',
      },
    ]
  return []
}

/** Somebody of the house with an account. */
export interface Colleague {
  readonly person: string
  readonly name: string
}

/**
 * Whose page a part is: of the one account that bears the name. Where two bear it nobody is guessed, and
 * the part is reached by a link.
 */
export function personNamed(name: string, colleagues: readonly Colleague[]): string | null {
  const bearers = colleagues.filter((one) => one.name === name)
  return bearers.length === 1 ? (bearers[0]?.person ?? null) : null
}
