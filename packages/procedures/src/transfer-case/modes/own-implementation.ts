// The institution exploits the achievement itself, or jointly: no deal, so no notice of one, no
// registration and no report; what is earned is settled period by period and then shared out.
import { has } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { type CaseStep, toRedo, undecided, when } from '../step.ts'
import { isUnderway, otherMode, underwaySince } from './mode.ts'
import { type ModeData, modeData } from './mode-data.ts'

const notUnderway = when(
  (s) => !isUnderway(s),
  'not-underway',
  '尚未签约或投产，没有可结算的收入。',
  'There is no contract and no production yet, so nothing to settle.',
)

export const ownSteps = {
  investmentApproved: {
    label: label('登记投入批准', 'Record the approved investment'),
    who: ['leaders', 'finance', 'tto_negotiator', 'tto_reviewer'],
    data: modeData.investmentApproved,
    stage: 'decision',
    done: [
      otherMode('self_implementation'),
      when(
        (s) => has(s, 'productionStarted'),
        'production-started',
        '已投产。',
        'Production has begun.',
      ),
    ],
    ahead: [undecided, toRedo],
    rests: ({ decision }) => [decision?.on],
    needed: (state) => !has(state, 'investmentApproved'),
    proves: ['careComesFirst'],
  },
  productionStarted: {
    label: label('登记投产', 'Record the start of production'),
    who: ['tto_negotiator', 'tto_reviewer', 'finance'],
    data: modeData.productionStarted,
    action: 'startProduction',
    stage: 'performance',
    done: [
      otherMode('self_implementation', 'cooperation'),
      when(
        (s) => has(s, 'productionStarted'),
        'production-started',
        '已投产。',
        'Production has begun.',
      ),
    ],
    ahead: [
      undecided,
      toRedo,
      when(
        (s) => s.signing === undefined && !has(s, 'investmentApproved'),
        'not-invested',
        '请先登记投入批准；合作实施的先签署合同。',
        'Record the approved investment first; of a joint one the contract.',
      ),
    ],
    rests: ({ decision, signing, acts }) => [
      decision?.on,
      signing?.on,
      acts['investmentApproved']?.at(-1)?.on,
    ],
    needed: (state) => !has(state, 'productionStarted'),
    proves: ['productionStartedOn'],
  },
  periodSettled: {
    label: label('登记期间收支', 'Settle a period'),
    who: ['finance', 'tto_negotiator', 'tto_reviewer'],
    data: modeData.periodSettled,
    stage: 'performance',
    done: [otherMode('self_implementation', 'cooperation')],
    ahead: [notUnderway],
    rests: (state) => [underwaySince(state)],
    wrong: (state, data) =>
      wrongPeriod(state?.acts['periodSettled'] ?? [], data as ModeData<'periodSettled'>),
    proves: ['profitYears'],
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** Periods follow each other: none ends before it begins, none is settled twice. */
function wrongPeriod(
  settled: readonly { readonly data: Readonly<Record<string, unknown>> }[],
  { from, to }: ModeData<'periodSettled'>,
): OutOfOrder | undefined {
  if (to < from)
    return {
      code: 'period-backwards',
      detail: { zh: '结算期止早于起。', en: 'The period ends before it begins.' },
    }
  const isTwice = settled.some(
    ({ data }) => from <= String(data['to']) && to >= String(data['from']),
  )
  if (!isTwice) return undefined
  return {
    code: 'period-settled',
    detail: { zh: '结算期与已登记的重叠。', en: 'The period overlaps one that was settled.' },
  }
}
