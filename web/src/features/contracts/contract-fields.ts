import type { Asked, Draft } from '../../ui/SmallForm.tsx'
import type { ContractWire } from './contract.api.ts'
import { contractKinds, contractStatuses, exclusivities, modes, pricings } from './contract.api.ts'

/** The fields of a contract that people fill by hand, in their order, and how each is asked. */
const asked = [
  ['kind', 'choice'],
  ['title', 'line'],
  ['number', 'line'],
  ['counterparty', 'line'],
  ['counterpartyUscc', 'line'],
  ['mode', 'choice'],
  ['exclusivity', 'choice'],
  ['pricing', 'choice'],
  ['amountFen', 'amount'],
  ['firstPaymentFen', 'amount'],
  ['royaltyText', 'line'],
  ['signedOn', 'day'],
  ['termFrom', 'day'],
  ['termTo', 'day'],
  ['noticeFrom', 'day'],
  ['noticeTo', 'day'],
  ['decision', 'line'],
  ['status', 'choice'],
  ['lead', 'line'],
  ['departments', 'line'],
  ['remark', 'text'],
] as const

type Name = (typeof asked)[number][0]

const choices: Readonly<Partial<Record<Name, readonly [string, readonly string[]]>>> = {
  kind: ['contracts.kinds', contractKinds],
  mode: ['contracts.modes', modes],
  exclusivity: ['contracts.exclusivities', exclusivities],
  pricing: ['contracts.pricings', pricings],
  status: ['contracts.statuses', contractStatuses],
}

const isOfTransfer: readonly string[] = ['mode', 'pricing', 'noticeFrom', 'noticeTo', 'decision']

/** The questions of the form, filled with what the register holds. */
export function contractQuestions(
  named: (group: string, value: string) => string,
  typed: (fen: string) => string,
  one?: ContractWire,
): readonly Asked[] {
  return asked.map(([name, as]) => {
    const [group = '', values = []] = choices[name] ?? []
    const stored = one?.[name]
    const first = Array.isArray(stored) ? stored.join('、') : ((stored ?? '') as string)
    return {
      ...{ name, as, label: named('contracts.fields', name) },
      first: as === 'amount' && first !== '' ? typed(first) : first,
      isRequired: name === 'kind' || name === 'title',
      choices: values.map((value) => ({ value, label: named(group, value).trim() })),
      ...(isOfTransfer.includes(name) && { when: (draft: Draft) => draft['kind'] === 'transfer' }),
      ...(name === 'exclusivity' && { when: (draft: Draft) => draft['mode'] === 'license' }),
    }
  })
}

/** What the form sends: departments one by one; of a contract that is changed only what differs. */
export function contractSent(
  body: Readonly<Record<string, unknown>>,
  one?: ContractWire,
): Readonly<Record<string, unknown>> {
  const { departments, ...rest } = body
  const listed = String(departments ?? '')
    .split(/[、,，;；]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const whole: Readonly<Record<string, unknown>> = { ...rest, departments: listed }
  if (!one) return whole
  const before = one as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(whole).filter(([name, value]) => `${value ?? ''}` !== `${before[name] ?? ''}`),
  )
}
