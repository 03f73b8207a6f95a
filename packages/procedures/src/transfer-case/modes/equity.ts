// A contribution becomes a holding: company registered, capital paid in, property registered, handed over.
import { has } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { tto } from '../../procedure/roles.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, unsigned, when } from '../step.ts'
import { otherMode } from './mode.ts'
import { type ModeData, modeData } from './mode-data.ts'

const office = [...tto, 'platform_company', 'legal'] as const
const lacksStep = (type: string, code: string, zh: string, en: string) =>
  when((s) => !has(s, type), code, zh, en)
const unfounded = lacksStep(
  'companyRegistered',
  'company-not-registered',
  '请先登记公司设立。',
  'Record the company first.',
)
const once = (type: string) =>
  when((s) => has(s, type), 'step-taken', '这一步已登记。', 'This step is recorded already.')
const onCompany: NonNullable<CaseStep['rests']> = ({ acts }) => [
  acts['companyRegistered']?.at(-1)?.on,
]

export const equitySteps = {
  companyRegistered: {
    label: label('登记公司设立或增资', 'Record the company'),
    who: office,
    data: modeData.companyRegistered,
    stage: 'performance',
    done: [otherMode('equity_contribution'), once('companyRegistered')],
    ahead: [unsigned],
    rests: ({ signing }) => [signing?.on],
    needed: () => true,
    suggests: ({ terms }) => ({ ourShare: terms?.equityShare }),
    wrong: (state, data) => wrongShare(state, data as ModeData<'companyRegistered'>),
    proves: ['investeeFoundedOn', 'capitalDueOn'],
  },
  capitalContributed: {
    label: label('登记出资缴付', 'Record the capital paid in'),
    who: office,
    data: modeData.capitalContributed,
    action: 'fulfilCapital',
    stage: 'performance',
    done: [otherMode('equity_contribution'), once('capitalContributed')],
    ahead: [unfounded],
    rests: onCompany,
    needed: () => true,
    proves: ['capitalPaidOn', 'capitalTitleTransferred'],
  },
  equityPropertyRegistered: {
    label: label('登记国有产权登记', 'Record the registered property'),
    who: office,
    data: modeData.equityPropertyRegistered,
    stage: 'performance',
    done: [otherMode('equity_contribution'), once('equityPropertyRegistered')],
    ahead: [unfounded],
    rests: onCompany,
    needed: () => true,
  },
  holdingHandedOver: {
    label: label('移交股权管理', 'Hand over to the holding'),
    who: office,
    data: modeData.holdingHandedOver,
    stage: 'performance',
    done: [otherMode('equity_contribution'), once('holdingHandedOver')],
    ahead: [
      unfounded,
      lacksStep(
        'equityPropertyRegistered',
        'property-not-registered',
        '请先办理国有产权登记。',
        'Register the property first.',
      ),
    ],
    rests: onCompany,
    needed: () => true,
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** The share published is the share registered: another one is published anew before the company is. */
function wrongShare(
  state: CaseState | undefined,
  { ourShare }: ModeData<'companyRegistered'>,
): OutOfOrder | undefined {
  const published = state?.terms?.equityShare
  if (published === undefined || published === ourShare) return undefined
  return {
    code: 'share-not-as-published',
    detail: {
      zh: `占股比例与公示的${published}不一致；请先登记条款变化并再次公示。`,
      en: `The share is not the ${published} published; record the change and publish it first.`,
    },
  }
}
