// What is held for other holders is passed on with proof; a deal ends when nothing is held any more.
import { z } from 'zod'
import { code, label, money, text } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { tto } from '../../procedure/roles.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, unsigned, when } from '../step.ts'
import { heldForOthers, moreThanHeldForOthers, othersStanding } from './co-owners.ts'

const data = z.strictObject({
  holder: text('其他权利人', 'Other holder'),
  way: code(['passed_on', 'returned'], '转付或退回', 'Passed on, or given back').default(
    'passed_on',
  ),
  amount: money('金额', 'Amount'),
  proof: text('付款或收款凭证', 'Proof of the payment'),
})

const agreed = z.strictObject({
  othersIncome: code(
    ['through_us', 'on_their_own', 'given_up'],
    '其他权利人的收益',
    'Income of the other holders',
  ),
  agreement: text('约定及依据', 'What was agreed, and where'),
})

const notShared = when(
  (s) => (s.title?.data.holders.length ?? 1) < 2,
  'title-not-shared',
  '权属登记中没有其他权利人。',
  'The record of title has no other holder.',
)
const stillHeld: OutOfOrder = {
  code: 'held-for-others',
  detail: {
    zh: '尚有代其他权利人收取的款项，转付后才能改为不代收。',
    en: 'Something is held for other holders; pass it on before their income comes in elsewhere.',
  },
}

const nothingForOthers = when(
  (s) => othersStanding(s).every(({ due, passedOn }) => due === 0n && passedOn === 0n),
  'nothing-held-for-others',
  '没有为其他权利人代收的款项。',
  'Nothing came in for other holders.',
)

/** What came in for others is theirs: it is passed on before the deal is closed. */
export const othersUnsettled = when(
  (s) => heldForOthers(s) > 0n,
  'others-unsettled',
  '代其他权利人收取的款项尚未全部转付，转付后方可结案。',
  'What came in for other holders is not passed on yet; close after it.',
)

export const coOwnerSteps = {
  // What the record of title left open is agreed after the contract; the shares stay as they are.
  othersIncomeAgreed: {
    label: label('登记其他权利人收益约定', "Record what was agreed on others' income"),
    who: tto,
    data: agreed,
    stage: 'performance',
    ahead: [unsigned, notShared],
    wrongs: [stillHeld],
    wrong: (state, given) =>
      given['othersIncome'] !== 'through_us' && state && heldForOthers(state as CaseState) > 0n
        ? stillHeld
        : undefined,
    changes: (given, { title }) =>
      title ? { title: { ...title, data: { ...title.data, ...incomeOf(given) } } } : {},
  },
  othersSettled: {
    label: label('转付其他权利人', 'Pass on to another holder'),
    who: ['finance'],
    data,
    stage: 'performance',
    ahead: [nothingForOthers],
    needed: (state) => heldForOthers(state) > 0n,
    wrongs: [moreThanHeldForOthers],
    wrong: (state, given) =>
      wrongSettling(state as CaseState | undefined, given as z.infer<typeof data>),
    suggests: (state) => {
      const [first] = othersStanding(state).filter(({ held }) => held > 0n)
      return first ? { holder: first.holder, amount: `${first.held}` } : {}
    },
  },
} as const satisfies Readonly<Record<string, CaseStep>>

const incomeOf = (given: Readonly<Record<string, unknown>>) => {
  const { othersIncome } = given as z.infer<typeof agreed>
  return { othersIncome }
}

/** Nobody is given more than is held for them, nor gives back more than they were given. */
function wrongSettling(state: CaseState | undefined, given: z.infer<typeof data>) {
  const one = state && othersStanding(state).find(({ holder }) => holder === given.holder)
  const most = given.way === 'returned' ? one?.passedOn : one?.held
  return BigInt(given.amount) > (most ?? 0n) || BigInt(given.amount) === 0n
    ? moreThanHeldForOthers
    : undefined
}
