import { expect, test } from 'vitest'
import { blankAchievement } from '../achievements/index.ts'
import { blankRight } from '../rights/index.ts'
import type { Entry } from './entry.ts'
import { type Candidate, isWritten, type Known, planRows } from './plan.ts'

const right = (number: string, change: object = {}): Entry => ({
  to: 'right',
  number,
  fields: { ...blankRight, kind: 'invention', title: '示例装置', number, ...change },
})

const row = (at: number, entry: Entry, change: Partial<Candidate> = {}): Candidate => ({
  place: { sheet: '专利台账', table: 'patents', row: at },
  entry,
  key: entry.number ?? `~${at}`,
  fingerprint: `print-${at}`,
  openErrors: 0,
  ...change,
})

/** A register that holds one right under number A1, and a row that became record `old`. */
const known: Known = {
  byKey: (register, key) =>
    register === 'right' && key === 'A1'
      ? { id: 'a1', fields: { ...blankRight, kind: 'invention', title: '示例装置', number: 'A1' } }
      : undefined,
  byFingerprint: (_register, fingerprint) => (fingerprint === 'print-9' ? 'old' : undefined),
  inCase: () => undefined,
  sameLead: () => true,
}

const statesOf = (candidates: readonly Candidate[]) =>
  planRows(candidates, known).map(({ state }) => state)

test.each<[string, Candidate, string, boolean]>([
  ['nothing like it is there', row(1, right('B2')), 'new', true],
  ['the same is there', row(1, right('A1')), 'present', false],
  ['the row was imported before', row(9, right('B2')), 'present', false],
  ['it says something else', row(1, right('A1', { status: 'granted' })), 'changed', false],
  ['a blank says nothing else', row(1, right('A1', { title: '示例装置' })), 'present', false],
  ['an error is open', row(1, right('B2'), { openErrors: 1 }), 'refused', false],
  ['its title is missing', row(1, right('B2', { title: null })), 'refused', false],
  ['its title is too long', row(1, right('B2', { title: '长'.repeat(301) })), 'refused', false],
  ['it repeats an earlier row', row(2, right('B2'), { duplicateOf: 1 }), 'duplicate', false],
  ['a person excluded it', row(1, right('B2'), { choice: 'exclude' }), 'excluded', false],
])('%s', (_why, candidate, state, written) => {
  const [planned] = planRows([candidate], known)
  expect(planned?.state).toBe(state)
  expect(planned && isWritten(planned)).toBe(written)
})

test('a person who accepts lets errors pass and changes be written, but no row without a title', () => {
  const accepted = { choice: 'accept', openErrors: 2 } as const
  const written = (entry: Entry) =>
    planRows([row(1, entry, accepted)], known).map((one) => [one.state, isWritten(one)])[0]
  expect(written(right('B2'))).toEqual(['new', true])
  expect(written(right('A1', { status: 'lapsed' }))).toEqual(['changed', true])
  expect(written(right('B2', { title: null }))).toEqual(['refused', false])
})

test('of two rows with one number the first that goes in has it', () => {
  expect(statesOf([row(1, right('B2')), row(2, right('B2'))])).toEqual(['new', 'duplicate'])
  const broken = row(1, right('B2'), { openErrors: 1 })
  expect(statesOf([broken, row(2, right('B2'))])).toEqual(['refused', 'new'])
  const excluded = row(1, right('B2'), { choice: 'exclude' })
  expect(statesOf([excluded, row(2, right('B2'))])).toEqual(['excluded', 'new'])
})

test('a change names the field, what is there and what the row says', () => {
  const [planned] = planRows([row(1, right('A1', { feePaidYear: 3 }))], known)
  expect(planned?.changes).toEqual([{ field: 'feePaidYear', from: null, to: 3 }])
})

test('of inventors, what a ledger does not say stays as it is', () => {
  const inventor = { name: '示例甲', share: '100%', staffNo: '0001', isChief: true }
  const fields = { ...blankAchievement, title: '示例', inventors: [inventor] }
  const register: Known = { ...known, byKey: () => ({ id: 'a1', fields }) }
  const said = (share: string | null): Candidate => {
    const one = { name: '示例甲', share, staffNo: null, isChief: false, holdsLeadingPost: false }
    const entry: Entry = {
      to: 'achievement',
      number: 'A1',
      leadIdNumber: null,
      fields: { ...blankAchievement, title: '示例', inventors: [one] },
    }
    return { ...row(1, right('A1')), entry }
  }
  expect(planRows([said(null)], register)[0]?.changes).toEqual([])
  expect(planRows([said('60%')], register)[0]?.changes).toEqual([
    { field: 'inventors', from: [inventor], to: [{ ...inventor, share: '60%' }] },
  ])
})

const inventor = (name: string, more: object = {}) => ({
  ...{ name, share: null, staffNo: null, isChief: false, holdsLeadingPost: false, ...more },
})
const achievement = (inventors: readonly ReturnType<typeof inventor>[]): Entry => ({
  ...{ to: 'achievement', number: 'CG-1', leadIdNumber: null },
  fields: { ...blankAchievement, title: '示例敷料', inventors },
})

test('a row that names one person of a team twice goes in for nobody; two namesakes may be two', () => {
  const own = inventor('示例丙', { staffNo: 'YG3' })
  const [refused] = planRows([row(1, achievement([own, own]), { choice: 'accept' })], known)
  expect(refused).toMatchObject({
    state: 'refused',
    reason: { zh: expect.stringContaining('示例丙') },
  })
  const namesakes = achievement([inventor('示例丙'), inventor('示例丙')])
  expect(statesOf([row(1, namesakes)])).toEqual(['new'])
})

test('two of one name in a row are not one person of the register twice', () => {
  const stored = inventor('示例丙', { share: '100%', person: 'p1', staffNo: 'YG3' })
  const fields = { ...blankAchievement, title: '示例敷料', inventors: [stored] }
  const there: Known = { ...known, byKey: () => ({ id: 'c1', fields }) }
  const both = achievement([inventor('示例丙'), inventor('示例丙')])
  const [planned] = planRows([row(1, both)], there)
  expect(planned?.changes).toEqual([
    { field: 'inventors', from: [stored], to: [stored, inventor('示例丙')] },
  ])
})

test('of namesakes in the register the staff number says which one a row means, in whatever order', () => {
  const first = inventor('示例丙', { share: '60%', person: 'p1', staffNo: 'YG1' })
  const second = inventor('示例丙', { share: '40%', person: 'p2', staffNo: 'YG2' })
  const fields = { ...blankAchievement, title: '示例敷料', inventors: [first, second] }
  const there: Known = { ...known, byKey: () => ({ id: 'c1', fields }) }
  const said = (...numbers: readonly (string | null)[]) => {
    const team = numbers.map((staffNo) => inventor('示例丙', { staffNo }))
    return planRows([row(1, achievement(team))], there)[0]?.changes[0]?.to
  }
  expect(said('YG2', 'YG1')).toEqual([second, first])
  expect(said('YG2', null)).toEqual([second, first])
  expect(said('YG3', 'YG2')).toEqual([inventor('示例丙', { staffNo: 'YG3' }), second])
})
