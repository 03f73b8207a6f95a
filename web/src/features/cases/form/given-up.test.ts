import { expect, test } from 'vitest'
import { fieldsOfAct } from './act-fields.ts'
import { dataOf } from './filled.ts'
import { prefillGivenUp } from './given-up.ts'

const right = {
  ...{ id: 'r-1', title: '一种示例装置', number: '202320000001.1', status: 'granted' },
  ...{ inventors: ['示例甲'], feeDueOn: '2026-03-20', achievementId: 'a-1' },
}

test('a right that is to be given up fills its proposal in', () => {
  expect(prefillGivenUp(right, '放弃一种示例装置')).toEqual({
    ...{ title: '放弃一种示例装置', right: '一种示例装置', rightId: 'r-1', achievementId: 'a-1' },
    ...{ number: '202320000001.1', kind: 'granted', feeDueOn: '2026-03-20' },
    completers: ['示例甲'],
  })
})

test('what the register does not know is left to whoever proposes', () => {
  const bare = {
    ...{ ...right, number: null, status: null, inventors: [] },
    ...{ feeDueOn: '2026-03', achievementId: null },
  }
  const known = prefillGivenUp(bare, '放弃')
  expect(known).toEqual({ title: '放弃', right: '一种示例装置', rightId: 'r-1' })
  expect(prefillGivenUp({ ...right, status: 'pending_published' }, '放弃')['kind']).toBe('applied')
})

test('the act carries which right it is, which no field of the form shows', () => {
  const fields = fieldsOfAct('abandonment', 'abandonmentProposed')
  expect(fields.map(({ name }) => name)).not.toContain('rightId')
  expect(dataOf(fields, prefillGivenUp(right, '放弃'))).toMatchObject({
    ...{ rightId: 'r-1', achievementId: 'a-1', completers: ['示例甲'], feeDueOn: '2026-03-20' },
  })
})
