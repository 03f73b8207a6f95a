// The fields that every paper has: whose it is, which case, and by what it can be checked.
import { chineseDay } from '@yizhuan/kit'
import { type Cite, type Law, labelOf, type Norm } from '@yizhuan/law'
import { takeoverNote } from '../transfer-case/taken-over/note.ts'
import { NOT_SEALED, type Paper, type PaperSource, value } from './paper.ts'

/** The placeholder without which a paper could not be checked against the record. */
export const PROOF = '核验信息'

/** The fields of every paper, whatever its procedure. */
export const commonFields = {
  单位名称: value<unknown>('Institution', ({ institution }) => institution.name),
  项目编号: value<unknown>('Number of the case', ({ number }) => number),
  制作日期: value<unknown>('Made on', ({ today }) => chineseDay(today)),
  [PROOF]: value<unknown>('How to check the paper', proofOf),
} as const

/** By the act it was made after, its hash, and the revisions of the law, a paper is found again. */
function proofOf({ institution, number, acts, law, today, state }: PaperSource<unknown>): string {
  const last = acts.findLast(({ hash }) => hash !== NOT_SEALED)
  const drafted = acts.find(({ hash }) => hash === NOT_SEALED)
  const ahead = drafted ? ` · 另含拟登记的第 ${drafted.seq} 条“${drafted.label}”，以登记为准` : ''
  // The one field that a template of one's own cannot leave out.
  const before = takeoverNote(state) ? ' · 接手已签合同，签约及此前步骤未在平台办理' : ''
  return [
    `${institution.name} · 项目 ${number}${before}${ahead}`,
    `办理记录第 ${last?.seq ?? 0} 条 · 记录哈希 ${last?.hash ?? ''}`,
    `规则版本 ${law.id}${isDraft(law) ? '（含未生效的草案，仅供参考）' : ''} · 制作于 ${chineseDay(today)}`,
  ].join('\n')
}

/** Whether drafts speak in a law: they advise, and a paper that rests on them says so. */
export function isDraft({ packs }: Law): boolean {
  return packs.some(({ status }) => status !== 'published')
}

/** The articles that a paper rests on: of the norms that guard its act or are met by it. */
export function articlesOf<State>(
  { action }: Paper<State>,
  { assessment, law }: PaperSource<State>,
): string | undefined {
  if (action === undefined) return undefined
  const norms = assessment.findings
    .filter(({ status }) => status !== 'na')
    .map(({ rule }) => rule)
    .filter(({ requiredFor, settledBy }) => settledBy === action || requiredFor.includes(action))
  return norms.length === 0 ? undefined : bySource(law, norms)
}

/** The articles that ask for what a clause settles, as far as they concern the case. */
export function articlesAbout(
  topics: readonly string[],
  { assessment, law }: PaperSource<unknown>,
): string | undefined {
  const norms = assessment.findings
    .filter(({ status, topic }) => status !== 'na' && topics.includes(topic))
    .map(({ rule }) => rule)
  return norms.length === 0 ? undefined : bySource(law, norms)
}

/** 《title》第一条、第二条；《another》第三条 — each place once, drafts marked as such. */
function bySource(law: Law, norms: readonly Norm[]): string {
  const places = new Map<string, Set<string>>()
  for (const { source, at } of norms.flatMap(({ cites }) => cites as readonly Cite[])) {
    if (!places.has(source)) places.set(source, new Set())
    places.get(source)?.add(labelOf(at).zh)
  }
  const sources = law.packs.flatMap((pack) => pack.sources)
  return [...places]
    .map(([id, labels]) => {
      const source = sources.find((one) => one.id === id)
      const mark = source?.status === 'draft' ? '（草案）' : ''
      return `《${source?.title.zh ?? id}》${mark}${[...labels].join('、')}`
    })
    .join('；')
}
