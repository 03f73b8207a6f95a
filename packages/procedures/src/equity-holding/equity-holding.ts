// Equity that came from an achievement: formed, listed, held, and left (procedures of the single list,
// gd-2025 articles 11, 16 and 21; sh-draft articles 9 and 13).
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { actData } from './acts.ts'
import { foldCorrected } from './correction.ts'
import { factsOf } from './facts.ts'
import { steps } from './steps.ts'

const { latest, all } = readers(actData)

const stages: readonly StageRule[] = [
  { id: 'formed', label: label('形成股权', 'Formed'), endedBy: ['holdingOpened'] },
  { id: 'registered', label: label('登记列单', 'Registered and listed'), endedBy: ['listed'] },
  { id: 'held', label: label('持有', 'Held'), endedBy: ['closed'] },
  { id: 'exit', label: label('退出', 'Exit'), endedBy: ['closed'] },
]

export const equityHolding: Procedure<ActsState> = {
  id: 'equity_holding',
  label: label('股权持有与退出', 'Holding and exiting equity'),
  purpose: {
    words: {
      zh: '管理作价投资形成的股权：登记、分红、增减持、退出和考核。',
      en: 'Keep the equity from an achievement: dividends, changes, exit and assessment.',
    },
    cites: ['gd-2025#a16.p1', 'sh-draft-2024#a9.p2'],
  },
  opening: 'holdingOpened',
  acts: steps,
  // A mistake may be found after the end; the case is then open again until it is closed anew.
  // What people are owed of a disposal may be paid later than some cases were closed.
  afterEnd: { closed: ['openingCorrected', 'entryStruck', 'proceedsPaid'] },
  whenSuspended: [],
  stageWords: wordsOf(stages),
  evolve: foldCorrected(steps),
  facts: factsOf,
  stages: (state) => stagesIn(stages, state),
  line: (state) => {
    const formed = latest(state, 'holdingOpened')?.data
    const dividends = all(state, 'dividendReceived').map(({ data }) => data.amount)
    return {
      title: formed?.company ?? '',
      ...(formed?.achievementId !== undefined && { achievementId: formed.achievementId }),
      about: [
        formed?.achievement ?? '',
        formed?.transferCase ?? '',
        ...(formed?.holders.map(({ name }) => name) ?? []),
      ],
      stage: stageIn(stages, state),
      mode: 'equity_contribution',
      ...(formed && { price: formed.value }),
      received: `${dividends.reduce((total, amount) => total + BigInt(amount), 0n)}`,
    }
  },
}
