import { describe, expect, test } from 'vitest'
import { decideAnswer, decideEntry, type KnownEntry, type NewEntry } from './project.ts'

const words = { zh: '', en: '' }
const lists = {
  entries: [
    { code: 'progress', label: words, cite: '' },
    { code: 'share', label: words, cite: '', asksShare: true },
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
    { lists, known, today: '2026-05-08', began: '2024-02-01', by, standing },
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
