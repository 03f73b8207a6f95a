import { expect, test } from 'vitest'
import { actionText, changeText, type HistoryWords, isId, shownChanges } from './value-text.ts'

const words: HistoryWords = {
  actions: { amended: 'Changed' },
  fields: {},
  values: { license: 'Licence', refused: 'Refused', 'registration.refused': 'Not registered' },
  roles: { finance: 'Finance' },
  yes: 'yes',
}
const id = '0f8fad5b-d9cb-469f-a165-70867728950e'

test.each([
  ['amountFen', '-108640000', '−¥1,086,400.00'],
  ['amountFen', 'unknown', 'unknown'],
  ['mode', 'license', 'Licence'],
  ['outcome', 'refused', 'Refused'],
  ['registration', 'refused', 'Not registered'],
  ['roles', ['finance', 'license'], 'Finance、license'],
  ['isShared', true, 'yes'],
  ['files', [{ name: 'a.pdf', sha256: 'a'.repeat(64) }], 'a.pdf'],
  ['remark', null, ''],
  // Every object has it; nobody called it anything.
  ['title', 'constructor', 'constructor'],
])('%s %j is shown as %s', (field, value, shown) => {
  expect(changeText(field, value, words)).toBe(shown)
})

test('what was done is said in words, or by its code', () => {
  expect(actionText('contract.amended', words)).toBe('Changed')
  expect(actionText('contract.mended', words)).toBe('mended')
})

test('an id alone tells nobody anything', () => {
  expect(isId(id)).toBe(true)
  const changes = [
    { field: 'caseId', to: id },
    { field: 'source', to: '表 1' },
    { field: 'a', to: 'b' },
  ]
  expect(shownChanges(changes)).toEqual([{ field: 'a', to: 'b' }])
})
