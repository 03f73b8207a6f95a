import { expect, test } from 'vitest'
import type { Author } from '../procedure/entry.ts'
import { lacking } from './needed.ts'
import { decide, replay } from './testing/bound.ts'
import { stateAfter } from './testing/lines.ts'
import { attempt, byOf, law, refusal, type Step, upTo, walk } from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// What will not be paid is proposed by one person with its paper, recorded by another, and taken back where it was wrong.

const signed = upTo('receiptRecorded')
const told = { amount: '100', reason: '对方破产（虚构）' }
const proposed = (data: object = told, on = '2026-12-01'): Step => [
  ...([on, 'finance', 'writeOffProposed', { ...data }] as const),
]
const written = (role: 'finance' | 'leaders', data: object = told, on = '2026-12-02'): Step => [
  ...([on, role, 'receivableWrittenOff', { ...data }] as const),
]
const back: Step = ['2026-12-03', 'leaders', 'writeOffTakenBack', { reason: '对方已付款（虚构）' }]
const said = (steps: readonly Step[], last: Step) => refusal(attempt(steps, last))

test('nobody writes off alone', () => {
  expect(said(signed, written('leaders'))).toBe('write-off-not-proposed')
  const waiting = [...signed, proposed()]
  expect(said(waiting, written('finance'))).toBe('own-write-off')
  expect(said(waiting, written('leaders'))).toBe('accepted')
  expect(said(waiting, written('leaders', { ...told, amount: '101' }))).toBe(
    'write-off-not-proposed',
  )
  expect(said(waiting, written('leaders', told, '2026-11-30'))).toBe('before-what-it-rests-on')
  // One proposal is one write-off.
  expect(said([...waiting, written('leaders')], written('leaders'))).toBe('write-off-not-proposed')
})

test('whoever acts for somebody is no second person beside them', () => {
  const [finance, leader] = [byOf('finance'), byOf('leaders')]
  const { acts } = walk([...signed, proposed()])
  const recorded = (proposer: Author, by: Author) => {
    const past = acts.map((act) =>
      act.type === 'writeOffProposed' ? { ...act, by: proposer } : act,
    )
    const command = {
      ...{ type: 'receivableWrittenOff', on: '2026-12-02', at: '2026-12-02T09:00:00+08:00' },
      ...{ by, data: told },
    }
    return refusal(decide({ law, today: '2026-12-02' as never }, replay(past), command as never))
  }
  const forFinance = { ...leader, role: 'finance' as const, actingFor: finance }
  expect(recorded(finance, leader)).toBe('accepted')
  expect(recorded(finance, forFinance)).toBe('own-write-off')
  expect(recorded(forFinance, finance)).toBe('own-write-off')
  expect(recorded(forFinance, leader)).toBe('own-write-off')
})

test('it is proposed with its paper, on a day on which something was owed, and anew in place of the former', () => {
  const rule = transferCase.acts['writeOffProposed']
  expect(rule?.wrongPapers?.(told, [])?.code).toBe('write-off-without-paper')
  expect(said(signed, proposed(told, '2026-06-09'))).toBe('before-what-it-rests-on')
  expect(said(upTo('signed'), proposed())).toBe('not-signed')
  const anew = [...signed, proposed(), proposed({ ...told, amount: '200' })]
  expect(said(anew, written('leaders'))).toBe('write-off-not-proposed')
  expect(said(anew, written('leaders', { ...told, amount: '200' }))).toBe('accepted')
})

test('a second person is waited for', () => {
  const waits = (steps: readonly Step[]) => lacking.receivableWrittenOff?.(stateAfter(steps))
  expect(waits(signed)).toBe(false)
  expect(waits([...signed, proposed()])).toBe(true)
  expect(waits([...signed, proposed(), written('leaders')])).toBe(false)
})

test('a write-off is taken back, the last one first', () => {
  const first = [...signed, proposed(), written('leaders')]
  const other = { ...told, amount: '300' }
  const second = [...first, proposed(other, '2026-12-02'), written('leaders', other)]
  const left = (steps: readonly Step[]) =>
    stateAfter(steps).writtenOff.map(({ data }) => data.amount)
  expect(said(signed, back)).toBe('nothing-written-off')
  expect(left(second)).toEqual(['100', '300'])
  expect(left([...second, back])).toEqual(['100'])
  expect(left([...second, back, back])).toEqual([])
})
