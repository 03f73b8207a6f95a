// A service contract that is amended after its signing: what it says then, and what the registrar is told of it.
import type { z } from 'zod'
import { type ActsState, has, placeOf, readers, type StepRule } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { tto } from '../procedure/roles.ts'
import { actData } from './acts.ts'

const { latest, all } = readers(actData)

const office = [...tto, 'platform_company'] as const

type Amended = z.infer<typeof actData.serviceAmended>

const without: OutOfOrder = {
  code: 'amendment-without-paper',
  detail: label('请附上补充协议。', 'Attach the amendment.'),
}

const nothing: OutOfOrder = {
  code: 'nothing-amended',
  detail: label(
    '补充协议没有写明变更的金额、期限或工作内容。',
    'The amendment changes neither price, nor term, nor scope.',
  ),
}

const unsigned = when<ActsState>(
  (state) => !has(state, 'serviceSigned'),
  'not-signed',
  '请先签署合同。',
  'Sign the contract first.',
)

/** Nothing happened to the contract that its registrar did not hear of. */
const upToDate = when<ActsState>(
  (state) => !isServiceRegistrationBehind(state),
  'nothing-to-amend',
  '合同没有登记，或者登记后既没有变更也没有终止。',
  'The contract is not registered, or was neither amended nor ended since.',
)

/** The contract as it was signed and amended since: of each term what was said last. */
export function serviceTermsOf(state: ActsState) {
  const signed = latest(state, 'serviceSigned')?.data
  if (!signed) return undefined
  const amended = all(state, 'serviceAmended').map(({ data }) => data)
  const last = <Key extends keyof Amended>(key: Key) =>
    amended.findLast((one) => one[key] !== undefined)?.[key]
  return {
    price: last('price') ?? signed.price,
    performUntil: last('performUntil') ?? signed.performUntil,
    scope: last('scope'),
  }
}

/** Whether the contract is registered, and was amended or ended after its registrar last heard of it. */
export function isServiceRegistrationBehind(state: ActsState): boolean {
  if (latest(state, 'serviceRegistered')?.data.outcome !== 'registered') return false
  const moved = Math.max(placeOf(state, 'serviceAmended'), placeOf(state, 'serviceTerminated'))
  const heard = ['serviceRegistered', 'serviceRegistrationAmended']
  return moved > Math.max(...heard.map((type) => placeOf(state, type)))
}

/** The kind of the last entry about the registration: it is the one that is taken back. */
export const lastRegistrationEntry = (state: ActsState) =>
  placeOf(state, 'serviceRegistrationAmended') > placeOf(state, 'serviceRegistered')
    ? ('serviceRegistrationAmended' as const)
    : ('serviceRegistered' as const)

const onSigning = (state: ActsState) => [
  (state.acts['serviceAmended'] ?? state.acts['serviceSigned'])?.at(-1)?.on,
]

export const amendedSteps = {
  serviceAmended: {
    label: label('签署补充协议', 'Sign an amendment'),
    who: [...office, 'legal'],
    data: actData.serviceAmended,
    stage: 'performance',
    ahead: [unsigned],
    rests: onSigning,
    needed: () => false,
    wrongs: [nothing, without],
    wrong: (_state, { price, performUntil, scope }) =>
      [price, performUntil, scope].every((one) => one === undefined) ? nothing : undefined,
    wrongPapers: (_data, files) => (files.length === 0 ? without : undefined),
  },
  serviceRegistrationAmended: {
    label: label('变更合同登记', 'Amend the registration'),
    who: office,
    data: actData.serviceRegistrationAmended,
    stage: 'performance',
    ahead: [upToDate],
    rests: (state) => [
      ...['serviceAmended', 'serviceTerminated'].map((type) => state.acts[type]?.at(-1)?.on),
    ],
    needed: ({ status }) => status !== 'closed',
  },
} as const satisfies Readonly<Record<string, StepRule>>
