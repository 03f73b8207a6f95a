import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Intake } from '../achievements/index.ts'

/** A record as far as merging asks. */
export interface Mergeable {
  readonly id: string
  readonly number: string
  readonly intake: Intake | null
}

/** Why two records do not become one, or one does not become two again. */
export interface MergeRefusals {
  'merged-with-itself': Record<string, never>
  'merged-already': { readonly number: string }
  'not-merged': Record<string, never>
  'kept-one-is-gone': { readonly number: string }
  'cases-depend': { readonly numbers: string }
}

/** Whether one record may go into another: both stand, and they are two. */
export function decideMerge(gone: Mergeable, kept: Mergeable): Outcome<true, MergeRefusals> {
  if (gone.id === kept.id) return refuse('merged-with-itself', {})
  const away = [gone, kept].find(({ intake }) => intake === 'merged')
  return away ? refuse('merged-already', { number: away.number }) : accept(true)
}

/** Whether they may be parted again: while nothing was begun on what was kept. */
export function decidePart(
  gone: Mergeable,
  kept: Mergeable,
  casesSince: readonly string[],
): Outcome<true, MergeRefusals> {
  if (gone.intake !== 'merged') return refuse('not-merged', {})
  if (kept.intake === 'merged') return refuse('kept-one-is-gone', { number: kept.number })
  if (casesSince.length > 0) return refuse('cases-depend', { numbers: casesSince.join('、') })
  return accept(true)
}
