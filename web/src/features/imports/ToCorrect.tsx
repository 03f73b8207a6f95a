import { address, withQuery } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ImportWire } from './import.api.ts'

/** That rows of a confirmed import stayed out, and the file to correct them in. */
export function LeftOut({ draft }: { draft: ImportWire }) {
  const { t } = useLanguage()
  if (draft.state !== 'confirmed' || draft.toCorrect === 0) return null
  return (
    <Callout tone="due" title={t('toCorrect.title', { count: draft.toCorrect })}>
      <p>{t('toCorrect.hint')}</p>
      <div className="actions">
        <ToCorrectLinks draft={draft} />
      </div>
    </Callout>
  )
}

/** Downloads the rows that stay out; a ledger that came as a text goes back as one, too. */
export function ToCorrectLinks({ draft }: { draft: ImportWire }) {
  const { t, lang } = useLanguage()
  if (draft.toCorrect === 0) return null
  const isText = !/\.xls[xm]?$/i.test(draft.fileName)
  const formats = isText ? (['xlsx', 'csv'] as const) : (['xlsx'] as const)
  return formats.map((format) => (
    <LinkButton
      key={format}
      href={address(withQuery(`/imports/${draft.id}/to-correct.${format}`, { lang }))}
      download
    >
      {t(`toCorrect.${format}`)}
    </LinkButton>
  ))
}
