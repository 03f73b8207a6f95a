// The main line told with other data, and the state it leads to.
import { day } from '@yizhuan/kit'
import { expect } from 'vitest'
import type { CaseState } from '../state.ts'
import { assessCase, replay } from './bound.ts'
import { law, mainLine, refusal, type Step, terms, upTo, walk } from './main-line.ts'

type Told = Readonly<Record<string, Record<string, unknown>>>

/** Steps of the main line up to an act, some of them told otherwise. */
export function told(until: Parameters<typeof upTo>[0], other: Told): readonly Step[] {
  return upTo(until).map(([on, role, type, data]) => [
    on,
    role,
    type,
    Object.hasOwn(other, type) ? (other[type] ?? {}) : data,
  ])
}

/** A step of the main line on another day, with other data. */
export function stepOn(date: string, type: string, change: Record<string, unknown> = {}): Step {
  const [, role, act, data] = mainLine.find((step) => step[2] === type) as Step
  return [date, role, act, { ...data, ...change }]
}

/** The state after steps that are all accepted. */
export function stateAfter(steps: readonly Step[]): CaseState {
  const { acts, last } = walk(steps)
  expect(refusal(last)).toBe('accepted')
  return replay(acts) as CaseState
}

/** What the law says of a norm on a day. */
export const statusOn = (steps: readonly Step[], date: string, norm: string) =>
  assessCase({ law }, stateAfter(steps), day(date)).findings.find((one) => one.norm === norm)
    ?.status

/** The main line in a mode, signed on the tenth of June. */
export function signedIn(mode: string, more: Record<string, unknown> = {}): readonly Step[] {
  const [start = {}] = mainLine
    .filter((step) => step[2] === 'negotiationStarted')
    .map((step) => step[3])
  return [
    ...told('signed', {
      negotiationStarted: { ...start, mode, appraisal: 'appraised' },
      proposed: { terms: { ...terms, mode, ...more } },
    }),
    stepOn('2026-06-10', 'signed', { mode, contributorsShare: '70%' }),
  ]
}
