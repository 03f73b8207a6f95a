import type { Lang, Words } from '@yizhuan/kit'
import { type Cite, type Law, labelOf } from '@yizhuan/law'

const UNCONFIRMED: Words = { zh: '，原文待核对', en: ', text not confirmed' }

/** An article as printed; where several texts are at hand, with the text it is of, and whether anybody confirmed it. */
export function articleOf(law: Law, cite: Cite | undefined, lang: Lang): string {
  if (!cite) return ''
  const place = labelOf(cite.at)[lang]
  const sources = law.packs.flatMap((pack) => pack.sources)
  const source = sources.find(({ id }) => id === cite.source)
  if (!source || sources.length === 1) return ` 〔${place}〕`
  const title = lang === 'zh' ? `《${source.title.zh}》` : `${source.title.en}, `
  return ` 〔${title}${place}${source.verified === false ? UNCONFIRMED[lang] : ''}〕`
}
