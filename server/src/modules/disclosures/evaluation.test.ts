import { expect, test } from 'vitest'
import { disclosureLists } from '../policies/index.ts'
import { decideEvaluation, type Evaluation, isLeftUnfiled, standing } from './evaluation.ts'

const value: Evaluation = {
  kind: 'value',
  heldOn: '2026-03-01',
  evaluator: '示例评估公司（虚构）',
  scores: { technology: 4, economy: 0 },
  outcome: null,
  reason: null,
  words: null,
  valueFen: '100',
}
const review: Evaluation = { ...value, kind: 'pre_filing', scores: { novelty: 1 }, outcome: 'file' }
const no: Evaluation = { ...review, outcome: 'not_file', reason: 'not_novel' }

test.each([
  ['a value', value, 1, undefined],
  ['a review that says file', review, 1, undefined],
  ['a review that says no, and why', no, 1, undefined],
  ['an unknown kind', { ...value, kind: 'taste' }, 1, 'unknown-evaluation'],
  ['one of tomorrow', { ...value, heldOn: '2026-03-03' }, 1, 'evaluated-in-future'],
  ['a criterion of another kind', { ...value, scores: { novelty: 1 } }, 1, 'unknown-criterion'],
  ['a review without outcome', { ...review, outcome: null }, 1, 'outcome-missing'],
  ['a value with an outcome', { ...value, outcome: 'file' }, 1, 'outcome-unasked'],
  ['a no without reason', { ...no, reason: null }, 1, 'reason-missing'],
  ['a no for an unknown reason', { ...no, reason: 'mood' }, 1, 'reason-missing'],
  ['a yes with a reason', { ...review, reason: 'budget' }, 1, 'reason-unasked'],
  ['another reason without words', { ...no, reason: 'other' }, 1, 'reason-without-words'],
  ['no report', value, 0, 'evaluation-without-file'],
])('%s', (_name, told, files, code) => {
  const outcome = decideEvaluation(told, files, disclosureLists().evaluations, '2026-03-02')
  expect(outcome.kind === 'refused' ? outcome.refusal.code : undefined).toBe(code)
})

test('the last review before filing decides', () => {
  expect(isLeftUnfiled([])).toBe(false)
  expect(isLeftUnfiled([review, no, value])).toBe(true)
  expect(isLeftUnfiled([no, review])).toBe(false)
})

test('of the versions of an evaluation the one stands that nothing corrects', () => {
  const versions = [
    { id: 'a', corrects: null },
    { id: 'b', corrects: 'a' },
    { id: 'c', corrects: 'b' },
    { id: 'd', corrects: null },
  ]
  expect(standing(versions).map(({ id }) => id)).toEqual(['c', 'd'])
  expect(standing([])).toEqual([])
})
