import { labelOf } from '@yizhuan/law'
import { useLanguage } from './language.ts'

/** A place in a document, as `source#place` or in its two parts. */
type Cited = string | { readonly source: string; readonly at: string }

/** A place in a document as lawyers say it, leading to the article. */
export function CiteText({ cite }: { cite: Cited }) {
  const { lang } = useLanguage()
  const { source, at } = typeof cite === 'string' ? partsOf(cite) : cite
  return (
    <a className="cite" href={`/policies/${source}#${at}`} title={`${source} ${at}`}>
      {labelOf(at)[lang]}
    </a>
  )
}

function partsOf(cite: string) {
  const [source = '', at = ''] = cite.split('#')
  return { source, at }
}
