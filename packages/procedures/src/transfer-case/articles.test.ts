import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { actionOf } from './act-rules.ts'
import type { CaseState } from './state.ts'
import { decide, nextActs, replay } from './testing/bound.ts'
import { byOf, law, mainLine, papersFor, walk } from './testing/main-line.ts'

// Whoever may not do something is told by which article, unless there is simply nothing to do yet or
// it was done already. Every act of the main line is tried at every place of the main line.

/** What the record itself answers: no law asks whether there is something to certify or to plan. */
const bookkeeping = [
  'already-open',
  'already-negotiating',
  'already-signed',
  'already-reviewed',
  'already-certified',
  'already-decided',
  'already-registered',
  'already-told',
  'already-reported',
  'already-agreed',
  'cost-already-recorded',
  'receipt-already-recorded',
  'notice-running',
  'not-shown-then',
  'case-closed',
  'not-negotiating',
  'not-signed',
  'not-registered',
  'not-reported',
  'nothing-received',
  'no-notice',
  'no-plan',
  'no-proposal',
  'plan-not-published',
]

const places = mainLine.map((_, at) => walk(mainLine.slice(0, at)).acts)

test.each(mainLine.map((step) => [step[2], step] as const))(
  '%s out of its place is refused with an article',
  (_type, [, role, type, data]) => {
    for (const acts of places.slice(1)) {
      const state = replay(acts)
      const on = day(acts.at(-1)?.on)
      const command = { type, on, at: `${on}T09:00:00+08:00`, by: byOf(role), data }
      const decision = decide({ law, today: on }, state, { ...command, files: papersFor(type) })
      if (decision.kind === 'accepted') continue
      const { refusal } = decision
      if (refusal.code === 'not-possible') {
        expect(bookkeeping, `${type} after ${acts.length}`).toContain(refusal.reason.code)
      } else if (refusal.code === 'law-forbids') {
        expect(refusal.because.length).toBeGreaterThan(0)
        for (const { cites } of refusal.because) expect(cites.length).toBeGreaterThan(0)
      } else expect(refusal.code).toBe('before-what-it-rests-on')
    }
  },
)

test('what is offered but not allowed says why, with an article', () => {
  let looked = 0
  for (const acts of places.slice(1)) {
    const today = day(acts.at(-1)?.on)
    for (const next of nextActs({ law, today }, replay(acts) as CaseState)) {
      if (next.can === 'yes') continue
      looked += 1
      expect(actionOf[next.type]).toBeDefined()
      expect(next.because.flatMap(({ cites }) => cites).length, next.type).toBeGreaterThan(0)
    }
  }
  expect(looked).toBeGreaterThan(30)
})
