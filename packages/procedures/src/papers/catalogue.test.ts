import { expect, test } from 'vitest'
import { procedures } from '../procedures.ts'
import { papersOfProcedure } from './catalogue.ts'
import { composeExample, fieldsOf } from './compose.ts'

// Every paper, whatever its procedure: it is one of its own, goes with an act there is, and has all that its page shows.

const all = Object.entries(papersOfProcedure).flatMap(([id, papers]) =>
  papers.map((paper) => [paper.id, id, paper] as const),
)

test('papers are of procedures that there are, and each has an id of its own', () => {
  expect(all.length).toBeGreaterThan(30)
  expect(new Set(all.map(([id]) => id)).size).toBe(all.length)
  const known = procedures.map(({ id }) => id)
  expect(Object.keys(papersOfProcedure).filter((id) => !known.includes(id))).toEqual([])
})

test('procedures are named in one style', () => {
  const named = procedures.map(({ id }) => id)
  expect(named.filter((id) => !/^[a-z]+(_[a-z]+)*$/.test(id))).toEqual([])
})

test.each(all)('%s of %s', (_id, procedure, paper) => {
  const acts = procedures.find(({ id }) => id === procedure)?.acts ?? {}
  expect(Object.keys(acts)).toContain(paper.act)
  // Every placeholder of the standard page is there; it throws otherwise.
  expect(composeExample(paper, '示例医院').blocks.length).toBeGreaterThan(2)
  for (const { label } of Object.entries(fieldsOf(paper)).map(([, field]) => ({
    label: field.en,
  }))) {
    expect(label).not.toBe('')
  }
})
