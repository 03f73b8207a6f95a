import type { Pack } from '@yizhuan/law'
import { describe, expect, test } from 'vitest'
import { fateOf, newestOf, pinned, type Revision } from './revision.ts'

const revision = (number: number, given: Partial<Revision> = {}): Revision => ({
  pack: 'example',
  revision: number,
  hash: `hash-${number}`,
  origin: 'shipped',
  releaseHash: null,
  content: {} as Pack,
  ...given,
})
const published = (number: number, given: Partial<Revision> = {}) =>
  revision(number, { origin: 'published', ...given })

describe('the files of a release', () => {
  test.each<[string, Revision, Revision[], string]>([
    ['of a pack never seen', revision(1), [], 'to-record'],
    ['already recorded', revision(1), [revision(1)], 'recorded'],
    ['of an older release than now', revision(1), [revision(1), revision(2)], 'recorded'],
    ['that go on from earlier files', revision(2), [revision(1)], 'to-record'],
    ['that change without a new number', revision(1, { hash: 'x' }), [revision(1)], 'waits'],
    [
      'that meet a number published here',
      revision(2),
      [revision(1), published(2, { hash: 'x' })],
      'waits',
    ],
    ['above what was published here', revision(3), [revision(1), published(2)], 'waits'],
    [
      'taken over by an amendment',
      revision(3),
      [revision(1), published(2), published(4, { releaseHash: 'hash-3' })],
      'recorded',
    ],
    ['of another pack', revision(1, { pack: 'other' }), [published(2)], 'to-record'],
  ])('%s', (_what, shipped, known, fate) => {
    expect(fateOf(shipped, known)).toBe(fate)
  })
})

test('a pin names a revision; a pack that came later speaks in its newest', () => {
  const all = [revision(1), published(2), revision(1, { pack: 'later' })]
  expect(newestOf(all).map((one) => one.revision)).toEqual([2, 1])
  const seen = pinned(all, { example: 1 }).map(({ pack, revision }) => [pack, revision])
  expect(seen).toEqual([
    ['example', 1],
    ['later', 1],
  ])
  expect(pinned(all, { example: 9 })[0]?.revision).toBe(2)
})
