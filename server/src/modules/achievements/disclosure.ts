import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { DisclosureLists } from '@yizhuan/law'
import { type DayRefusals, earliestDay } from '../../platform/passed-day.ts'
import type { AchievementFields } from './achievement.ts'

/** Why what is told of an achievement is not taken. */
export interface ToldRefusals extends Pick<DayRefusals, 'day-too-early'> {
  'unknown-code': { readonly field: string; readonly code: string; readonly known: string }
  'level-without-scale': Record<string, never>
  'level-not-on-scale': { readonly level: string; readonly scale: string }
  'level-without-evidence': { readonly level: string }
  'publications-contradict': { readonly publicity: string }
  'publications-missing': Record<string, never>
  'third-party-untold': { readonly topic: string }
}

/** What is told beside the texts, as far as lists and evidence are asked of it. */
export type Told = Pick<
  AchievementFields,
  'maturityScale' | 'maturityLevel' | 'publicity' | 'publications' | 'thirdParties' | 'files'
>

/** An achievement that is of none of the fields a text names. */
export const noField = 'none'

/** Whether the fields somebody chose are such as their texts name. */
export function decideFields(
  chosen: AchievementFields['transferFields'],
  { kinds }: DisclosureLists,
): Outcome<true, Pick<ToldRefusals, 'unknown-code'>> {
  const packs = Object.fromEntries(kinds.fields.map(({ pack, codes }) => [pack, codes]))
  for (const [pack, code] of Object.entries(chosen)) {
    const strangeText = strangeIn('transferFields', [pack], packs)
    if (strangeText) return refuse('unknown-code', strangeText)
    const codes = { ...packs[pack], [noField]: true }
    const strange = strangeIn(`transferFields/${pack}`, [code], codes)
    if (strange) return refuse('unknown-code', strange)
  }
  return accept(true)
}

/** The kind of files that show how far an achievement has come. */
export const maturityEvidence = 'maturity'

/**
 * Whether what is told keeps to the lists: no level of maturity without its evidence, no publication
 * beside the word that there is none.
 */
export function decideTold(told: Told, lists: DisclosureLists): Outcome<true, ToldRefusals> {
  const { maturityScale, maturityLevel, publicity, publications, thirdParties, files } = told
  const papers = files.flatMap(({ as }) => (as === undefined ? [] : [as]))
  const strange =
    strangeIn('files', papers, lists.documents.kinds) ??
    strangeIn(
      'publications',
      publications.map(({ kind }) => kind),
      lists.novelty.publications,
    )
  if (strange) return refuse('unknown-code', strange)
  if (publications.length > 0 && publicity !== 'yes') {
    return refuse('publications-contradict', { publicity: publicity ?? '' })
  }
  // Without its day no clock runs, and the last day to file passes unseen.
  if (publicity === 'yes' && publications.length === 0) return refuse('publications-missing', {})
  // A day ahead is a plan; one before any house stood is mistyped, and every clock would have run out.
  const old = publications.findIndex(({ on }) => on < earliestDay)
  if (old >= 0)
    return refuse('day-too-early', { field: `publications/${old}/on`, since: earliestDay })
  const untold = Object.entries(thirdParties).find(
    ([, { answer, about }]) => answer === 'yes' && about === null,
  )
  if (untold) return refuse('third-party-untold', { topic: untold[0] })
  if (maturityLevel === null) return accept(true)
  if (maturityScale === null) return refuse('level-without-scale', {})
  const scale = lists.maturity.find(({ code }) => code === maturityScale)
  if (!scale) {
    const known = lists.maturity.map(({ code }) => code).join(', ')
    return refuse('unknown-code', { field: 'maturityScale', code: maturityScale, known })
  }
  if (!scale.levels.some(({ level }) => level === maturityLevel)) {
    return refuse('level-not-on-scale', { level: `${maturityLevel}`, scale: maturityScale })
  }
  if (!papers.includes(maturityEvidence)) {
    return refuse('level-without-evidence', { level: `${maturityLevel}` })
  }
  return accept(true)
}

function strangeIn(field: string, codes: readonly string[], list: object) {
  const code = codes.find((each) => !Object.hasOwn(list, each))
  return code === undefined ? undefined : { field, code, known: Object.keys(list).join(', ') }
}
