import { labelOf } from '@yizhuan/law'
import { useLanguage } from './language.ts'

/** A place in a document as lawyers say it, leading to the article. */
export function CiteText({ cite }: { cite: { readonly source: string; readonly at: string } }) {
  const { lang } = useLanguage()
  return (
    <a
      className="cite"
      href={`/policies/${cite.source}#${cite.at}`}
      title={`${cite.source} ${cite.at}`}
    >
      {labelOf(cite.at)[lang]}
    </a>
  )
}
