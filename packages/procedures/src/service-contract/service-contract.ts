// A contract of technical development, consulting or service (三技): approved, signed, registered, performed,
// and rewarded by the institution's own rule (gd-2025 article 19; sh-draft article 11).
import type { Day } from '@yizhuan/kit'
import { type ActsState, foldSteps, readers } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { actData } from './acts.ts'
import { serviceTermsOf } from './amended.ts'
import { factsOf } from './facts.ts'
import { payoutsIn, rewardedIn } from './reward.ts'
import { receivedIn, sumOf } from './settled.ts'
import { steps } from './steps.ts'
import { earlierServiceOf, takenOverIn, takesOverService } from './taken-over.ts'

const { latest } = readers(actData)

/** The bank returns a payment whenever it does, and it is paid again. */
const returns = ['paymentReturned', 'paymentRepeated']

const stages: readonly StageRule[] = [
  { id: 'approval', label: label('合同审批', 'Approval'), endedBy: ['contractApproved'] },
  { id: 'signing', label: label('签约', 'Signing'), endedBy: ['serviceSigned'] },
  { id: 'registration', label: label('合同登记', 'Registration'), endedBy: ['serviceRegistered'] },
  { id: 'performance', label: label('履行验收', 'Performance'), endedBy: ['serviceAccepted'] },
  {
    ...{ id: 'reward', label: label('结算奖酬', 'Reward'), endedBy: ['rewardPaid'] },
    isEnded: (state) => payoutsIn(state).length > 0,
  },
]

/** The approval of a contract that was concluded before is no stage of the case that takes it over. */
const stagesOf = (state: ActsState): readonly StageRule[] =>
  takesOverService(state) ? stages.filter(({ id }) => id !== 'approval') : stages

export const serviceContract: Procedure<ActsState> = {
  id: 'service_contract',
  label: label('三技合同', 'Service contract'),
  purpose: {
    words: {
      zh: '办理技术开发、咨询和服务合同：审批、登记、验收，按单位制度发放奖酬金。',
      en: 'Contracts of development, consulting and service, up to the reward by own rule.',
    },
    cites: ['gd-2025#a19.p2', 'sh-draft-2024#a11.p1.i4'],
  },
  opening: 'serviceOpened',
  acts: steps,
  afterEnd: {
    terminated: [
      // A contract that had ended before is taken over as such: confirmed, told anew or given up.
      ...['contractTakenOver', 'takeoverConfirmed', 'withdrawn'],
      ...['serviceRegistrationAmended', 'serviceRegistrationTakenBack'],
      ...[
        // What was delivered before the end is accepted, and what was paid for it is settled and rewarded.
        'serviceAccepted',
        'incomeReceived',
        'netSettled',
        'rewardPlanned',
        'rewardAgreed',
        'rewardDisclosed',
        'rewardPlanDecided',
        'rewardPlanTakenBack',
        'rewardPaid',
        'receiptRefunded',
        'rewardReversed',
        'recoveryRecorded',
        'taxSetOffTakenBack',
        'closed',
      ],
      ...returns,
    ],
    closed: [...returns, 'serviceRegistrationAmended'],
  },
  whenSuspended: [],
  stageWords: wordsOf(stages),
  evolve: foldSteps(steps),
  facts: factsOf,
  begins: (state) => takenOverIn(state)?.data.signedOn as Day | undefined,
  stages: (state) => stagesIn(stagesOf(state), state),
  line: (state) => {
    const opened = latest(state, 'serviceOpened')?.data
    const price = serviceTermsOf(state)?.price
    const earlier = earlierServiceOf(state)
    return {
      title: opened?.title ?? '',
      ...(opened?.achievementId !== undefined && { achievementId: opened.achievementId }),
      about: opened?.team.map(({ name }) => name) ?? [],
      stage: stageIn(stagesOf(state), state),
      ...(opened && { counterparty: opened.client }),
      ...(price !== undefined && { price }),
      received: `${receivedIn(state) + sumOf(earlier, ({ income }) => BigInt(income))}`,
      distributed: `${rewardedIn(state) + sumOf(earlier, (one) => BigInt(one.toContributors))}`,
    }
  },
}
