import { useLanguage } from '../../ui/language.ts'
import type { PaperKindWire } from './paper.api.ts'

/** The placeholders of a paper: single values, and lists whose rows repeat. */
export function Placeholders({ placeholders }: Pick<PaperKindWire, 'placeholders'>) {
  const { t, lang } = useLanguage()
  return (
    <details>
      <summary className="muted">
        {t('papers.placeholders', { count: placeholders.length })}
      </summary>
      <p className="hint">{t('papers.placeholdersHint')}</p>
      <ul className="placeholders">
        {placeholders.map(({ name, en, columns, isByHand }) => (
          <li key={name}>
            <code>{columns ? `{#${name}}` : `{${name}}`}</code>{' '}
            {columns?.map((column) => (
              <code key={column.name} title={column.en}>
                {`{${column.name}}`}{' '}
              </code>
            ))}
            {columns && <code>{`{/${name}}`}</code>} {lang === 'en' && en}
            {isByHand && <span className="muted">{t('papers.blank')}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
