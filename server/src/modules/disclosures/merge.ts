import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Intake } from '../achievements/index.ts'

/** A record as far as merging asks. */
export interface Mergeable {
  readonly id: string
  readonly number: string
  readonly intake: Intake | null
}

/** What other registers hold of a record: they would go on to hold it of one that is no longer there. */
export interface Hanging {
  /** By number, or by title where there is none. */
  readonly cases: readonly string[]
  readonly contracts: readonly string[]
  readonly rights: readonly string[]
  /** Costs that were not taken back, or what finance booked. */
  readonly hasMoney: boolean
}

/** Why two records do not become one, or one does not become two again. */
export interface MergeRefusals {
  'merged-with-itself': Record<string, never>
  'merged-already': { readonly number: string }
  'left-behind': { readonly number: string; readonly zh: string; readonly en: string }
  'not-merged': Record<string, never>
  'kept-one-is-gone': { readonly number: string }
  'cases-depend': { readonly numbers: string }
}

/**
 * Whether one record may go into another: both stand, they are two, and nothing is left behind on the one
 * that goes. What is merged is no line of the ledger of assets: its tags and its money would be nobody's.
 */
export function decideMerge(
  gone: Mergeable,
  kept: Mergeable,
  hanging: Hanging,
): Outcome<true, MergeRefusals> {
  if (gone.id === kept.id) return refuse('merged-with-itself', {})
  const away = [gone, kept].find(({ intake }) => intake === 'merged')
  if (away) return refuse('merged-already', { number: away.number })
  const zh = said(hanging, 'zh')
  return zh === ''
    ? accept(true)
    : refuse('left-behind', { number: gone.number, zh, en: said(hanging, 'en') })
}

const hangs = {
  cases: { zh: '项目', en: 'cases' },
  contracts: { zh: '合同', en: 'contracts' },
  rights: { zh: '知识产权', en: 'rights' },
} as const

/** What hangs on a record in words; empty where nothing does. */
function said({ hasMoney, ...lists }: Hanging, lang: 'zh' | 'en'): string {
  const listed = (['cases', 'contracts', 'rights'] as const).flatMap((what) => {
    const names = lists[what]
    if (names.length === 0) return []
    const all = names.slice(0, 5).join(lang === 'zh' ? '、' : ', ')
    return `${hangs[what][lang]} ${all}${names.length > 5 ? '…' : ''}`
  })
  const money = lang === 'zh' ? '台账费用' : 'money of the ledger'
  return [...listed, ...(hasMoney ? [money] : [])].join(lang === 'zh' ? '；' : '; ')
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
