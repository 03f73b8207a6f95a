import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'

/** The articles something rests on; those of drafts are marked. */
export function Cites({ of }: { of: readonly { readonly source: string; readonly at: string }[] }) {
  const { t } = useLanguage()
  return of.map((cite) => (
    <span key={`${cite.source}#${cite.at}`}>
      <CiteText cite={cite} />{' '}
      {cite.source.includes('-draft') && (
        <span className="chip chip-draft">{t('library.draft')}</span>
      )}{' '}
    </span>
  ))
}
