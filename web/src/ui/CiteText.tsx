import { useLanguage } from './language.ts'

/** A short name of a place in a document, such as `art:14/para:2/item:3`. */
export function CiteText({ cite }: { cite: { readonly source: string; readonly at: string } }) {
  const { lang } = useLanguage()
  return (
    <a
      className="cite"
      href={`/policies/${cite.source}#${cite.at}`}
      title={`${cite.source} ${cite.at}`}
    >
      {placeText(cite.at, lang)}
    </a>
  )
}

/** An address in a document in words people use. */
export function placeText(at: string, lang: 'zh' | 'en'): string {
  const names: Readonly<Record<string, readonly [string, string]>> = {
    art: ['第#条', 'art. #'],
    para: ['第#款', ' para. #'],
    item: ['第#项', '(#)'],
    annex: ['附件#', 'annex #'],
  }
  const parts = at.split(/[/.]/).map((part) => {
    const [, kind = '', n = ''] = /^([a-z]+)[:-]?(\w+)$/.exec(part) ?? []
    const name = names[kind]
    return name ? name[lang === 'zh' ? 0 : 1].replace('#', n) : part
  })
  return /^\d/.test(at) ? (lang === 'zh' ? `第${at}条` : `art. ${at}`) : parts.join('')
}
