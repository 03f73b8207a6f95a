// What is held for other holders is passed on with proof; a deal ends when nothing is held any more.
import { z } from 'zod'
import { code, label, money, text } from '../../procedure/fields.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, when } from '../step.ts'
import { heldForOthers, moreThanHeldForOthers, othersStanding } from './co-owners.ts'

const data = z.strictObject({
  holder: text('其他权利人', 'Other holder'),
  way: code(['passed_on', 'returned'], '转付或退回', 'Passed on, or given back').default(
    'passed_on',
  ),
  amount: money('金额', 'Amount'),
  proof: text('付款或收款凭证', 'Proof of the payment'),
})

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

/** Nobody is given more than is held for them, nor gives back more than they were given. */
function wrongSettling(state: CaseState | undefined, given: z.infer<typeof data>) {
  const one = state && othersStanding(state).find(({ holder }) => holder === given.holder)
  const most = given.way === 'returned' ? one?.passedOn : one?.held
  return BigInt(given.amount) > (most ?? 0n) || BigInt(given.amount) === 0n
    ? moreThanHeldForOthers
    : undefined
}
