// What of the office's part is the platform company's is another person's money (gd-2025#a19.p1): it is owed with the
// payout, passed on with proof, given back where the distribution is reversed, and shown until all of it is settled.
import { z } from 'zod'
import { code, label, line, money } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, when } from '../step.ts'

const data = z.strictObject({
  way: code(['passed_on', 'returned'], '转付或退回', 'Passed on, or given back').default(
    'passed_on',
  ),
  amount: money('金额', 'Amount'),
  proof: line('付款或收款凭证', 'Proof of the payment', 200),
})
type Settling = z.infer<typeof data>

/** How the platform company stands: its part of what was distributed, and what it was given of that. */
export interface CompanyStanding {
  readonly due: bigint
  readonly passedOn: bigint
  /** Still to be passed on; below nought it has to give back. */
  readonly held: bigint
}

/** What the distributions that stand give the platform company, and what became of it. */
export function companyStanding({
  distributions,
  acts,
}: Pick<CaseState, 'distributions' | 'acts'>): CompanyStanding {
  const due = distributions.reduce((sum, { plan }) => sum + BigInt(plan.data.toCompany ?? 0), 0n)
  const passedOn = (acts['companyPartSettled'] ?? []).reduce((sum, { data: told }) => {
    const { way, amount } = told as Settling
    return sum + (way === 'returned' ? -1n : 1n) * BigInt(amount)
  }, 0n)
  return { due, passedOn, held: due - passedOn }
}

const nothingForCompany = when(
  (s) => {
    const { due, passedOn } = companyStanding(s)
    return due === 0n && passedOn === 0n
  },
  'nothing-for-company',
  '已发放的分配中没有归平台公司的部分。',
  'Nothing of what was distributed is the platform company’s.',
)

/** What is the company's is settled both ways before the deal is closed. */
export const companyUnsettled = when(
  (s) => companyStanding(s).held !== 0n,
  'company-part-unsettled',
  '归平台公司的部分尚未全部转付，或者冲回后尚未退回，办妥后方可结案。',
  'The part of the platform company is not passed on in full, or not given back since a reversal; close after it.',
)

const moreThanDue: OutOfOrder = {
  code: 'more-than-company-part',
  detail: {
    zh: '归平台公司待转付（或待退回）的没有这么多，请核对金额。',
    en: 'Not that much is to be passed on to the platform company, or given back by it; check the amount.',
  },
}

export const companySteps = {
  companyPartSettled: {
    label: label('转付平台公司', 'Pass on to the platform company'),
    who: ['finance'],
    data,
    stage: 'performance',
    ahead: [nothingForCompany],
    // It is owed from the payout on: before it nothing was the company's.
    rests: ({ distributions }) => [distributions[0]?.payment.on],
    needed: (state) => companyStanding(state).held !== 0n,
    wrongs: [moreThanDue],
    wrong: (state, given) => wrongSettling(state as CaseState | undefined, given as Settling),
    suggests: (state) => {
      const { held } = companyStanding(state)
      if (held === 0n) return {}
      return held > 0n
        ? { way: 'passed_on', amount: `${held}` }
        : { way: 'returned', amount: `${-held}` }
    },
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** It is given no more than is its, and gives back no more than it was given. */
function wrongSettling(state: CaseState | undefined, { way, amount }: Settling) {
  if (!state) return undefined
  const { passedOn, held } = companyStanding(state)
  const most = way === 'returned' ? passedOn : held
  return BigInt(amount) === 0n || BigInt(amount) > most ? moreThanDue : undefined
}
