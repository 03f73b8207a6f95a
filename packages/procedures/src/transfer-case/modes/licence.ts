// A licence lives on after its contract: recorded, paid for by royalties, renewed, expired. And no two
// grants of the same achievement may contradict each other.
import { has } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { tto } from '../../procedure/roles.ts'
import { type CaseStep, unsigned, when } from '../step.ts'
import { otherMode } from './mode.ts'
import { type ModeData, modeData } from './mode-data.ts'
import { royaltyWrongs, wrongRoyalty } from './royalty-stated.ts'

const office = [...tto, 'platform_company'] as const
const isOver = when(
  (s) => has(s, 'licenceExpired'),
  'licence-expired',
  '许可已到期。',
  'The licence has expired.',
)
const onSigning: NonNullable<CaseStep['rests']> = ({ signing }) => [signing?.on]
const ofLicence = { stage: 'performance', ahead: [unsigned], rests: onSigning } as const

export const licenceSteps = {
  licenceRecorded: {
    ...ofLicence,
    label: label('登记许可备案', 'Record the licence'),
    who: office,
    data: modeData.licenceRecorded,
    action: 'recordLicence',
    done: [
      otherMode('license'),
      when(
        (s) => has(s, 'licenceRecorded'),
        'licence-recorded',
        '许可已备案。',
        'The licence is recorded already.',
      ),
    ],
    proves: ['licenceRecordedOn'],
  },
  royaltyReported: {
    ...ofLicence,
    label: label('登记许可费结算单', 'Record a royalty statement'),
    who: [...office, 'finance'],
    data: modeData.royaltyReported,
    gathers: 'royaltyPeriod',
    done: [otherMode('license')],
    wrongs: royaltyWrongs,
    wrong: (state, data, _by, on) => wrongRoyalty(state, data as ModeData<'royaltyReported'>, on),
  },
  licenceRenewed: {
    ...ofLicence,
    label: label('登记许可续期', 'Renew the licence'),
    who: office,
    data: modeData.licenceRenewed,
    done: [otherMode('license'), isOver],
    wrong: (state, data) => wrongRenewal(endOf(state), (data as ModeData<'licenceRenewed'>).until),
    proves: ['licenceEndsOn'],
  },
  licenceExpired: {
    ...ofLicence,
    label: label('登记许可到期', 'Record the end of the licence'),
    who: office,
    data: modeData.licenceExpired,
    done: [otherMode('license'), isOver],
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** The last day of the licence, as renewed. */
export function endOf(state: Parameters<typeof has>[0] | undefined): string | undefined {
  const renewed = state?.acts['licenceRenewed']?.at(-1)?.data['until']
  const terms = (state as { terms?: { licenceUntil?: string | undefined } } | undefined)?.terms
  return (renewed as string | undefined) ?? terms?.licenceUntil
}

function wrongRenewal(ends: string | undefined, until: string): OutOfOrder | undefined {
  if (ends === undefined || until > ends) return undefined
  return {
    code: 'renewal-not-later',
    detail: {
      zh: `续期后的期限不晚于原期限（${ends}）。`,
      en: `The renewed term is no later than the former (${ends}).`,
    },
  }
}
