// What somebody who takes a case over may not do in it, because of what they or others did before.
// The law is asked as if they did it, and as if a stranger did: what only they would breach is told.
import type { Day, Words } from '@yizhuan/kit'
import type { Finding } from '@yizhuan/law'
import { assessCase, type Ground } from '../procedure/assess-case.ts'
import type { Act } from '../procedure/entry.ts'
import { actWords, whoMay } from './act-rules.ts'
import type { CaseState } from './state.ts'
import { transferCase } from './transfer-case.ts'

/** Who takes a case over. */
export interface Successor {
  readonly person: string
  readonly name: string
  readonly roles: readonly string[]
}

/** An act that a successor is barred from, and the norms that bar them. */
export interface Bar {
  readonly act: 'reviewed' | 'proposed'
  readonly label: Words
  readonly norms: readonly Pick<Finding, 'norm' | 'title' | 'cites' | 'status'>[]
}

const stranger = { person: '00000000-0000-0000-0000-000000000000', name: '—' }

/** What the law keeps from a successor in a case that is not decided yet. */
export function barsOf(
  ground: Ground,
  state: CaseState,
  today: Day,
  { roles, ...who }: Successor,
): readonly Bar[] {
  if (state.decision?.data.result === 'passed') return []
  return ([reviewing, negotiating] as const).flatMap((task) => {
    const [act, pretend] = task(state, today)
    const role = whoMay[act].find((one) => roles.includes(one))
    if (role === undefined) return []
    const breachedBy = (by: Act['by']) =>
      assessCase(transferCase, ground, pretend(by), today).findings.filter(
        ({ status }) => status === 'breached',
      )
    const anyhow = new Set(breachedBy({ ...stranger, role }).map(({ norm }) => norm))
    const norms = breachedBy({ ...who, role })
      .filter(({ norm }) => !anyhow.has(norm))
      .map(({ norm, title, cites, status }) => ({ norm, title, cites, status }))
    return norms.length > 0 ? [{ act, label: actWords[act], norms }] : []
  })
}

type Pretend = (by: Act['by']) => CaseState

/** As if the successor had reviewed the proposal today. */
function reviewing(state: CaseState, today: Day): ['reviewed', Pretend] {
  const review = state.review ?? {
    seq: state.seq + 1,
    data: {
      outcome: 'passed',
      opinion: '',
      ethics: 'passed',
      compliance: 'passed',
      risk: 'passed',
    } as const,
  }
  return ['reviewed', (by) => ({ ...state, review: { ...review, by, on: today } })]
}

/** As if the successor had joined the talks today. */
function negotiating(state: CaseState, today: Day): ['proposed', Pretend] {
  const data = { kind: 'talks', summary: '' } as const
  const joining = (by: Act['by']) => ({ seq: state.seq + 1, on: today, by, data })
  return ['proposed', (by) => ({ ...state, talks: [...state.talks, joining(by)] })]
}
