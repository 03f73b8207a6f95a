import { expect, test } from 'vitest'
import { ApiProblem } from '../api/problem.ts'
import { fieldErrors } from './fieldErrors.ts'

const errors = [
  { pointer: '#/name', detail: '必填' },
  { pointer: '#/roles/0/role', detail: '没有这个角色' },
  { pointer: '#/other', detail: '未知字段' },
]
const problem = new ApiProblem({ status: 400, code: 'malformed', title: '有误', errors })

test('each field hears what is said of it or of its parts, and the rest stays with the form', () => {
  const wrong = fieldErrors(problem, ['name', 'roles', 'nam'])
  expect([wrong.at('name'), wrong.at('roles'), wrong.at('nam')]).toEqual([
    '必填',
    '没有这个角色',
    undefined,
  ])
  expect(errors.map(wrong.shown)).toEqual([true, true, false])
})

test('what is no refusal says nothing of fields', () => {
  expect(fieldErrors(new Error('gone'), ['name']).at('name')).toBeUndefined()
})
