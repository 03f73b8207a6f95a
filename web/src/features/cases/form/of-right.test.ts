import { expect, test } from 'vitest'
import { fieldsOfAct } from './act-fields.ts'
import { dataOf } from './filled.ts'
import { aimOf, prefillOfRight } from './of-right.ts'

const right = {
  ...{ id: 'r-1', title: '一种示例装置', number: '202320000001.1', status: 'granted' },
  ...{ inventors: ['示例甲'], feeDueOn: null, achievementId: null },
}

test('a right that is to be sold fills the opening of its case in', () => {
  const known = prefillOfRight(right, '转让一种示例装置')
  const act = dataOf(fieldsOfAct('transfer', 'caseOpened'), known)
  expect(act).toMatchObject({
    ...{ title: '转让一种示例装置', achievement: '一种示例装置（202320000001.1）' },
    team: [{ name: '示例甲', isInventor: true }],
  })
})

test('what the register does not know is left to whoever opens it', () => {
  const known = prefillOfRight({ ...right, number: null, inventors: [] }, '转让')
  expect(known).toEqual({ title: '转让', achievement: '一种示例装置' })
})

test.each([
  ['sell', 'sell'],
  ['open_licence', 'open_licence'],
  ['abandon', undefined],
  [undefined, undefined],
])('the aim %s is read as %s', (text, aim) => {
  expect(aimOf(text)).toBe(aim)
})
