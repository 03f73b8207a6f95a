import { expect, test } from 'vitest'
import { matchesGolden } from '../../../../tests/golden-file.ts'
import { papersOfProcedure } from './catalogue.ts'
import { compose } from './compose.ts'
import { linesOf } from './testing/plain-text.ts'
import { stepSource } from './testing/step-cases.ts'
import { besides, sourceOf, walks } from './testing/whole-case.ts'

// Every paper on a whole case, word by word; `npm run golden` writes the words anew.

const sources = {
  whole: sourceOf(walks.whole, '2026-07-24'),
  objected: sourceOf(walks.objected, '2026-03-17'),
  changed: sourceOf(walks.changed, '2026-07-22'),
  besides: sourceOf(walks.whole, '2026-07-24', besides),
  // An auction takes a listing back.
  listed: sourceOf(
    walks.whole,
    '2026-07-24',
    besides.filter(([, , type]) => String(type) !== 'auctionAnnounced'),
  ),
}

const ofBesides = /^(listing|auction|deal|open|handover|royalty|period|contract-|termination)/

/** The case that has most to say in a paper. */
function sourceFor(procedure: string, id: string) {
  if (procedure !== 'transfer') return stepSource(procedure)
  if (id.startsWith('objection')) return sources.objected
  if (id.startsWith('change')) return sources.changed
  if (id === 'listing-sheet') return sources.listed
  return ofBesides.test(id) ? sources.besides : sources.whole
}

test('every paper says what the record holds', () => {
  const pages = Object.entries(papersOfProcedure).flatMap(([procedure, papers]) =>
    papers.flatMap((paper) => {
      const source = sourceFor(procedure, paper.id)
      if (!source) return []
      const composed = compose(paper, source)
      return `==== ${paper.id} ====\n${linesOf(composed).join('\n')}\n`
    }),
  )
  expect(pages.length).toBeGreaterThan(30)
  matchesGolden('papers.zh.txt', pages.join('\n'))
})
