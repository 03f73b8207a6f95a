import { expect, test } from 'vitest'
import { type Candidate, contractsFor } from './waiting.ts'

const candidate = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  ...{ id, number: null, title: id, counterparty: null, owed: [] },
  ...given,
})
const stray = { payer: '示例医械（虚构）有限公司', contractNumber: 'HT-2025-31', amountFen: '500' }
const found = (candidates: readonly Candidate[]) =>
  contractsFor(stray, candidates).map(({ id, bases }) => `${id} ${bases.join()}`)

test('number, payer and sum speak for a contract, the number the most', () => {
  const one = candidate('a', { counterparty: '示例医械(虚构)有限公司', owed: ['500'] })
  const other = candidate('b', { number: 'HT 2025—31' })
  const third = candidate('c', { counterparty: stray.payer })
  expect(found([third, one, other])).toEqual(['b number', 'a payer,owed', 'c payer'])
})

test('a sum alone speaks for nothing, and what is not said is like nothing', () => {
  expect(found([candidate('a', { owed: ['500'] }), candidate('b')])).toEqual([])
  const silent = { payer: null, contractNumber: null, amountFen: '500' }
  expect(contractsFor(silent, [candidate('a')])).toEqual([])
})
