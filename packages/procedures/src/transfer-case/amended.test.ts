import { expect, test } from 'vitest'
import { factsOf } from './facts.ts'
import { neededActs } from './testing/bound.ts'
import { signedIn, stateAfter } from './testing/lines.ts'
import { attempt, refusal, type Step, terms } from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// What an amendment makes of a signed contract, and what its registrar hears of it.

const office = 'tto_negotiator'
const signed = signedIn('assignment')
const cheaper: Step = [
  '2026-07-15',
  office,
  'termsChanged',
  { reason: '政策调整', terms: { ...terms, mode: 'assignment', price: '90000000' } },
]
const amended: Step = [
  '2026-07-18',
  'legal',
  'contractAmended',
  { number: '补-1', summary: '价格' },
]
const answer = (steps: readonly Step[], ...[on, role, type, data]: Step) =>
  refusal(attempt(steps, [on, role, type, data]))

const registered: Step = [
  ...(['2026-07-16', office, 'contractRegistered'] as const),
  { outcome: 'registered', number: '登-1' },
]
const told: Step = ['2026-07-19', office, 'registrationAmended', { remark: '变更登记' }]

test('is for the price that was signed until an amendment says another', () => {
  const changed = [...signed, cheaper]
  const price = (steps: readonly Step[]) => {
    const state = stateAfter(steps)
    return [transferCase.line(state).price, factsOf(state)['contractPrice']]
  }
  expect(price(changed)).toEqual([terms.price, terms.price])
  expect(price([...changed, amended])).toEqual(['90000000', '90000000'])
  const dearer = { ...terms, mode: 'assignment', price: '95000000' }
  const other = { ...dearer, counterparty: '另一药企（虚构）' }
  const twice = [
    ...[...changed, amended],
    ['2026-07-20', office, 'termsChanged', { reason: '又调整', terms: other }] as const,
  ]
  expect(price(twice)).toEqual(['90000000', '90000000'])
  const again: Step = [
    '2026-07-21',
    'legal',
    'contractAmended',
    { number: '补-2', summary: '价格' },
  ]
  const last = stateAfter([...twice, again])
  expect(price([...twice, again])).toEqual(['95000000', '95000000'])
  expect(transferCase.line(last).counterparty).toBe('另一药企（虚构）')
  expect(last.amendments?.map((one) => one.terms.map(({ field }) => field))).toEqual([
    ['price'],
    ['counterparty', 'price'],
  ])
})

test('asks the registrar after each amendment of a registered contract, and after its end', () => {
  const once = [...signed, registered, cheaper, amended]
  expect(neededActs(stateAfter(once))).toContain('registrationAmended')
  expect(neededActs(stateAfter([...once, told]))).not.toContain('registrationAmended')
  const again: Step = [
    '2026-07-21',
    'legal',
    'contractAmended',
    { number: '补-2', summary: '价格' },
  ]
  expect(neededActs(stateAfter([...once, told, again]))).toContain('registrationAmended')
  const ended: Step = ['2026-07-22', office, 'terminated', { reason: '商定解除' }]
  const over = stateAfter([...once, told, ended])
  expect(neededActs(over)).toContain('registrationAmended')
  // What was told of the amendment is no word of the end.
  expect(factsOf(over)).toMatchObject({ registrationAmendedOn: null })
  // Registered only after it was amended, it is registered as it is.
  const late = [...signed, cheaper, amended]
  const afterwards: Step = ['2026-07-19', office, 'contractRegistered', registered[3]]
  expect(neededActs(stateAfter([...late, afterwards]))).not.toContain('registrationAmended')
})

test('names the credit code of its counterparty, which checks itself', () => {
  const upTo = signed.slice(0, -1)
  const [on, who, type, data] = signed.at(-1) as Step
  const withCode = (counterpartyUscc: string): Step => [
    on,
    who,
    type,
    { ...data, counterpartyUscc },
  ]
  expect(answer(upTo, ...withCode('91440101MA5D0A0A0Q'))).toBe('accepted')
  expect(() => answer(upTo, ...withCode('91440101MA5D0A0A01'))).toThrow()
})
