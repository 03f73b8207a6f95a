import { describe, expect, test } from 'vitest'
import { decideAnswer, decideEntry, type KnownEntry, type NewEntry } from './project.ts'
import { sharesByDay } from './work-shares.ts'

const words = { zh: '', en: '' }
const lists = {
  entries: [
    { code: 'progress', label: words, cite: '' },
    { code: 'share', label: words, cite: '', asksShare: true },
    { code: 'joined', label: words, cite: '' },
    { code: 'left', label: words, cite: '', ends: 'joined' },
  ],
}
const entry: NewEntry = {
  ...{ kind: 'progress', onDay: '2026-05-01', personId: 'li', personName: '李', words: '完成样机' },
  ...{ share: null, corrects: null },
}
const earlier: KnownEntry = { ...entry, id: 'e1', madeBy: 'wang', correctedBy: null }

const outcome = (
  more: Partial<NewEntry>,
  standing: 'keeper' | 'leader' | 'participant' | 'reader' = 'keeper',
  known: readonly KnownEntry[] = [earlier],
  by = 'wang',
) => {
  const decided = decideEntry(
    { ...entry, ...more },
    {
      ...{ lists, known, today: '2026-05-08', began: '2024-02-01', by, standing },
      leader: { leader: '王', leaderPerson: 'wang' },
    },
  )
  return decided.kind === 'accepted' ? 'accepted' : decided.refusal.code
}

describe('an entry', () => {
  test.each([
    ['by the office', {}, 'keeper', 'accepted'],
    ['of somebody else by who takes part', {}, 'participant', 'not-about-oneself'],
    ['of oneself', { personId: 'wang' }, 'participant', 'accepted'],
    ['of a name only, by who takes part', { personId: null }, 'participant', 'not-about-oneself'],
    ['by somebody who only reads', {}, 'reader', 'not-about-oneself'],
    ['by the leader', {}, 'leader', 'accepted'],
    ['of no known kind', { kind: 'praise' }, 'keeper', 'unknown-entry-kind'],
    ['of tomorrow', { onDay: '2026-05-09' }, 'keeper', 'not-in-future'],
    ['of the day before the project', { onDay: '2024-01-31' }, 'keeper', 'day-too-early'],
    ['of its first day', { onDay: '2024-02-01' }, 'keeper', 'accepted'],
    ['of a share without one', { kind: 'share' }, 'keeper', 'share-missing'],
    ['of progress with a share', { share: '30%' }, 'keeper', 'share-unasked'],
    ['that corrects', { corrects: 'e1' }, 'keeper', 'accepted'],
    ['that corrects nothing known', { corrects: 'e9' }, 'keeper', 'no-such-entry'],
    [
      'that corrects another kind',
      { corrects: 'e1', kind: 'share', share: '5%' },
      'keeper',
      'corrects-another',
    ],
    [
      'that corrects what was said of another',
      { corrects: 'e1', personId: 'wu' },
      'keeper',
      'corrects-another',
    ],
  ] as const)('%s', (_name, more, standing, expected) =>
    expect(outcome(more, standing)).toBe(expected),
  )

  test('is corrected once', () => {
    const corrected = [{ ...earlier, correctedBy: 'e2' }]
    expect(outcome({ corrects: 'e1' }, 'keeper', corrected)).toBe('entry-corrected')
  })
})

describe('leaving', () => {
  const told = (id: string, kind: string, onDay: string): KnownEntry => ({
    ...{ ...earlier, id, kind, onDay },
  })
  const left = (onDay: string, known: readonly KnownEntry[]) =>
    outcome({ kind: 'left', onDay }, 'keeper', known)
  const [joined, gone] = [told('e1', 'joined', '2026-02-01'), told('e2', 'left', '2026-03-01')]
  test.each([
    ['of who never joined', () => left('2026-04-01', []), 'never-joined'],
    ['of who joined', () => left('2026-04-01', [joined]), 'accepted'],
    ['before joining', () => left('2026-01-31', [joined]), 'never-joined'],
    ['twice', () => left('2026-04-01', [joined, gone]), 'never-joined'],
    [
      'after a joining that was corrected away',
      () => left('2026-04-01', [{ ...joined, correctedBy: 'e3' }]),
      'never-joined',
    ],
    [
      'again, after joining again',
      () => left('2026-05-01', [joined, gone, told('e3', 'joined', '2026-04-01')]),
      'accepted',
    ],
    [
      'on another day, as a correction',
      () =>
        outcome({ kind: 'left', onDay: '2026-04-02', corrects: 'e2' }, 'keeper', [joined, gone]),
      'accepted',
    ],
    [
      'of who leads',
      () => outcome({ kind: 'left', personId: 'wang', personName: '王' }, 'keeper', []),
      'accepted',
    ],
  ])('%s', (_name, asked, expected) => expect(asked()).toBe(expected))
})

describe('joining', () => {
  const told = (id: string, kind: string, onDay: string): KnownEntry => ({
    ...{ ...earlier, id, kind, onDay },
  })
  const [joined, gone] = [told('e1', 'joined', '2026-02-01'), told('e2', 'left', '2026-03-01')]
  const join = (known: readonly KnownEntry[], more = {}) =>
    outcome({ kind: 'joined', onDay: '2026-04-01', ...more }, 'keeper', known)
  test.each([
    ['once more is asked about', () => join([joined]), 'joined-already'],
    ['again after leaving', () => join([joined, gone]), 'accepted'],
    ['on another day, as a correction', () => join([joined], { corrects: 'e1' }), 'accepted'],
  ])('%s', (_name, asked, expected) => expect(asked()).toBe(expected))
})

describe('shares of the work', () => {
  const share = (id: string, personId: string, onDay: string, said: string): KnownEntry => ({
    ...{ ...earlier, id, kind: 'share', personId, personName: personId, onDay, share: said },
  })
  const [li, wu] = [
    share('e1', 'li', '2026-02-01', '60%'),
    share('e2', 'wu', '2026-03-01', '40.5%'),
  ]
  const leaving = new Set(['left'])
  const said = (known: readonly KnownEntry[]) =>
    sharesByDay(known, leaving).map(({ onDay, sum, isAboveWhole }) => [onDay, sum, isAboveWhole])

  test('add up day by day, of each what was said last', () => {
    expect(said([li, wu, share('e3', 'li', '2026-04-01', '59.5%')])).toEqual([
      ['2026-02-01', '60%', false],
      ['2026-03-01', '100.5%', true],
      ['2026-04-01', '100%', false],
    ])
  })

  test('count until their person leaves', () => {
    const gone = { ...earlier, id: 'e4', kind: 'left', onDay: '2026-02-20' }
    expect(said([li, gone, wu])).toEqual([
      ['2026-02-01', '60%', false],
      ['2026-03-01', '40.5%', false],
    ])
  })

  test('of more than the whole are asked about, and taken where they are meant', () => {
    const more = { kind: 'share', personId: 'wu', personName: 'wu', share: '90%' }
    expect(outcome(more, 'keeper', [share('e1', 'li', '2026-05-01', '100%')])).toBe(
      'shares-above-whole',
    )
    // Told of an earlier day it counts on from there, beside what was told of later ones.
    const before = { ...more, onDay: '2026-01-31' }
    expect(outcome(before, 'keeper', [li])).toBe('shares-above-whole')
    const less = share('e3', 'wu', '2026-02-01', '40%')
    expect(outcome(before, 'keeper', [li, less])).toBe('accepted')
    // What it corrects counts no more.
    const corrected = { ...more, share: '40%', corrects: 'e2', onDay: '2026-03-01' }
    expect(outcome(corrected, 'keeper', [li, wu])).toBe('accepted')
  })
})

describe('an answer', () => {
  const known = { ...earlier, answer: null as string | null }
  const answer = (
    of: typeof known | undefined,
    by = 'li',
    told: Parameters<typeof decideAnswer>[2] = { answer: 'confirmed', words: null },
  ) => {
    const decided = decideAnswer(of, by, told)
    return decided.kind === 'accepted' ? 'accepted' : decided.refusal.code
  }
  test.each([
    ['by whom it is about', () => answer(known), 'accepted'],
    ['by another', () => answer(known, 'wu'), 'not-about-you'],
    ['to nothing', () => answer(undefined), 'no-such-entry'],
    ['to what oneself said', () => answer({ ...known, madeBy: 'li' }), 'own-entry'],
    ['to what was corrected', () => answer({ ...known, correctedBy: 'e2' }), 'entry-corrected'],
    ['twice', () => answer({ ...known, answer: 'confirmed' }), 'answered-already'],
    [
      'against it without a word',
      () => answer(known, 'li', { answer: 'disputed', words: null }),
      'dispute-without-words',
    ],
    [
      'against it in words',
      () => answer(known, 'li', { answer: 'disputed', words: '占比偏低' }),
      'accepted',
    ],
  ])('%s', (_name, asked, expected) => expect(asked()).toBe(expected))
})
