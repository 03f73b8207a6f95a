import { expect, test } from 'vitest'
import { notYet } from '../../procedure/order.ts'
import { stateAfter, stepOn, told } from '../testing/lines.ts'
import { transferCase } from '../transfer-case.ts'

// Under an open licence somebody takes, with no contract that the house signs, what it declared before.

const office = 'tto_negotiator'
const declaration = {
  patent: 'ZL-示例',
  patentKind: 'invention',
  grantedOn: '2025-05-01',
  inWriting: true,
  statesFee: true,
  exclusivelyLicensed: false,
  feesPaid: true,
}
const declared = [
  ...told('signed', {}),
  ['2026-04-01', office, 'openLicenceDeclared', declaration] as const,
  ['2026-04-20', office, 'openLicencePublished', { number: '公告-1' }] as const,
]
const accepted = [
  ...(['2026-05-01', office, 'openLicenceAccepted'] as const),
  { licensee: '示例己（虚构）' },
] as const

test('a case is not closed while a step that is to be taken anew waits', () => {
  const redo = {
    ...{ step: 'title', cause: 'error', reason: '权利人有误' },
    approvedBy: '示例院长（虚构）',
  }
  const steps = [...declared, ['2026-04-25', 'leaders', 'stepRedone', redo] as const, accepted]
  const closing = (all: typeof steps) => notYet(transferCase, stateAfter(all), 'closed')?.code
  expect(closing(steps)).toBe('step-to-redo')
  expect(closing([...declared, accepted])).toBeUndefined()
  expect(closing([...steps, stepOn('2026-05-06', 'titleRegistered')])).toBeUndefined()
})

test('a notice given anew after the decision runs out before the licence is declared', () => {
  const decided = stateAfter(told('signed', {}))
  // Under a draft, changed terms may be decided on before they are shown: the notice then runs after the decision.
  const notices = decided.notices.map(
    ({ lastShownOn: _on, certifiedOn: _by, ...running }) => running,
  )
  const declaring = (state: typeof decided) =>
    notYet(transferCase, state, 'openLicenceDeclared')?.code
  expect(declaring(decided)).toBeUndefined()
  expect(declaring({ ...decided, notices })).toBe('not-certified')
})
