import { describe, expect, test } from 'vitest'
import { type Act, type Author, GENESIS, link, verifyChain } from '../procedure/entry.ts'
import type { CaseState } from './state.ts'
import { decide, replay } from './testing/bound.ts'
import { byOf, law, mainLine, refusal, upTo, walk } from './testing/main-line.ts'

// Who acts for a person that is away acts with two names: their own, and whose role it is.

const absent = { person: 'person-of-tto_negotiator', name: '请假的经办人' }
const entry = (by: Author) =>
  ({
    case: 'c',
    seq: 1,
    type: 'tipReceived',
    at: '2026-02-01T09:00:00+08:00',
    on: '2026-02-01',
    by,
    data: { text: '线索' },
    files: [],
  }) as never

describe('the record', () => {
  test('an entry from before there were substitutes has the hash it had', () => {
    const { hash } = link(GENESIS, entry({ person: 'p', name: '甲', role: 'tto_negotiator' }))
    expect(hash).toBe('d9b6c2dbc1a58cbfecc782e51b2aa87d27ba795db46c56803d553524b819f211')
  })

  test('for whom somebody acted cannot be changed or left out afterwards', () => {
    const by = { person: 'p', name: '甲', role: 'tto_negotiator' as const }
    const sealed = link(GENESIS, entry({ ...by, actingFor: absent }))
    expect(verifyChain([sealed]).ok).toBe(true)
    expect(verifyChain([{ ...sealed, by }]).ok).toBe(false)
    const other = { ...by, actingFor: { ...absent, person: 'x' } }
    expect(verifyChain([{ ...sealed, by: other }]).ok).toBe(false)
  })
})

describe('separation of duties', () => {
  const { acts } = walk(upTo('reviewed'))
  const [on, , , data] = mainLine.find(([, , type]) => type === 'reviewed') ?? ['', '', '', {}]
  const reviewed = (by: Author, past: readonly Act[] = acts) => {
    const command = { type: 'reviewed', on, at: `${on}T09:00:00+08:00`, by, data } as never
    return refusal(decide({ law, today: on as never }, replay(past) as CaseState, command))
  }
  const reviewer = byOf('tto_reviewer')
  const negotiator = byOf('tto_negotiator')
  /** The record as if somebody else had proposed for the negotiator. */
  const proposedBy = (by: Author) =>
    acts.map((act) => (act.type === 'proposed' ? { ...act, by } : act))

  test.each([
    ['the reviewer', reviewer, acts, 'accepted'],
    [
      'a stranger for the reviewer',
      { ...reviewer, person: 's', actingFor: reviewer },
      acts,
      'accepted',
    ],
    [
      'the negotiator for the reviewer',
      { ...reviewer, person: negotiator.person, actingFor: reviewer },
      acts,
      'gd.review.separate',
    ],
    [
      'who proposed for the negotiator',
      { ...reviewer, person: 's' },
      proposedBy({ ...negotiator, person: 's', actingFor: absent }),
      'gd.review.separate',
    ],
    [
      'a stranger for whoever negotiated',
      { ...reviewer, person: 't', actingFor: negotiator },
      acts,
      'gd.review.separate',
    ],
  ])('review by %s', (_who, by, past, answer) => {
    expect(reviewed(by as Author, past as readonly Act[])).toBe(answer)
  })
})
