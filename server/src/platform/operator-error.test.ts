import { expect, test } from 'vitest'
import { OperatorError, operatorSentence } from './operator-error.ts'

const error = (parts: object) => Object.assign(new Error('of the system'), parts)

test.each([
  [new OperatorError('Do this.'), 'Do this.'],
  [error({ code: 'ENOSPC' }), 'The disk is full'],
  [error({ code: '53100', severity: 'ERROR' }), 'The disk is full'],
  [error({ code: 'EACCES', path: '/data' }), '/data cannot be written'],
  [error({ code: 'EEXIST', path: '/data' }), '/data is not a folder'],
  [error({ code: '42501', severity: 'ERROR' }), 'lacks a right (of the system)'],
  [error({ code: '3D000', severity: 'FATAL' }), 'PostgreSQL refuses (of the system)'],
])('%s is one sentence that says what to do', (trouble, says) => {
  const sentence = operatorSentence(trouble)
  expect(sentence).toContain(says)
  expect(sentence?.split('\n')).toHaveLength(1)
})

test('a mistake of ours is none of them', () => {
  expect(operatorSentence(new TypeError('undefined is not a function'))).toBeUndefined()
})
