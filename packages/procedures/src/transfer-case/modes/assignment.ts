// After an assignment or a contribution the right itself changes hands; and how a signed contract changes.
import { has } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import { tto } from '../../procedure/roles.ts'
import { amendmentSigned } from '../amended.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, unsigned, when } from '../step.ts'
import { otherMode } from './mode.ts'
import { modeData } from './mode-data.ts'

const office = [...tto, 'platform_company'] as const
const onSigning: NonNullable<CaseStep['rests']> = ({ signing }) => [signing?.on]
const onFiling: NonNullable<CaseStep['rests']> = ({ acts, signing }) => [
  acts['rightChangeFiled']?.at(-1)?.on ?? signing?.on,
]
const isChanged = when(
  (s) => has(s, 'rightChanged'),
  'right-changed',
  '权利已变更登记。',
  'The right has changed hands already.',
)

export const assignmentSteps = {
  rightChangeFiled: {
    label: label('申请权利变更登记', 'File the change of the right'),
    who: office,
    data: modeData.rightChangeFiled,
    stage: 'performance',
    done: [otherMode('assignment', 'equity_contribution'), isChanged],
    ahead: [unsigned],
    rests: onSigning,
    needed: (state) => !has(state, 'rightChangeFiled'),
  },
  rightChanged: {
    label: label('登记权利变更完成', 'Record the changed right'),
    who: office,
    data: modeData.rightChanged,
    stage: 'performance',
    done: [otherMode('assignment', 'equity_contribution'), isChanged],
    ahead: [
      when(
        (s) => !has(s, 'rightChangeFiled'),
        'change-not-filed',
        '请先申请权利变更登记。',
        'File the change of the right first.',
      ),
    ],
    rests: onFiling,
    needed: () => true,
    proves: ['capitalTitleTransferred'],
  },
  handedOver: {
    label: label('登记技术资料交接', 'Record the handover'),
    who: office,
    data: modeData.handedOver,
    stage: 'performance',
    done: [otherMode('assignment', 'license', 'equity_contribution', 'cooperation')],
    ahead: [unsigned],
    rests: onSigning,
    needed: (state) => has(state, 'rightChanged') && !has(state, 'handedOver'),
  },
  contractAmended: {
    label: label('签署补充协议', 'Sign an amendment'),
    who: [...office, 'legal'],
    data: modeData.contractAmended,
    stage: 'performance',
    ahead: [
      when(
        (s) => s.change === undefined,
        'nothing-changed',
        '签约后没有变化。',
        'Nothing changed after signing.',
      ),
    ],
    rests: ({ change }) => [change?.on],
    needed: (state) => !isAmended(state),
    changes: (_data, state, act) => amendmentSigned(state, act),
    fits: (state) => ({
      hides: state && isPartyChanged(state) ? [] : ['counterpartyUscc'],
      wants: [],
    }),
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** Another party has another code. */
const isPartyChanged = ({ contractTerms, terms }: CaseState) =>
  contractTerms !== undefined && contractTerms.counterparty !== terms?.counterparty

/** Whether the change that stands was put into an amendment. */
export function isAmended({
  change,
  acts,
}: Parameters<NonNullable<CaseStep['rests']>>[0]): boolean {
  const amended = acts['contractAmended']?.at(-1)
  return change === undefined || (amended !== undefined && amended.seq > change.seq)
}
