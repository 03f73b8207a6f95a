import { useQuery } from '@tanstack/react-query'
import { address, withQuery } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { type ImportTableWire, tablesQuery } from './import.api.ts'

/** What each table needs, in words, with a file to fill in. A link may open one of them: `?table=people`. */
export function Tables() {
  const { t } = useLanguage()
  const query = useQuery(tablesQuery)
  const open = useQueryParams().get('table')
  return (
    <Panel title={t('importTables.title')}>
      <p className="muted">{t('importTables.lead')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.map((one) => <Table key={one.table} one={one} isOpen={one.table === open} />)
        }
      </Loaded>
    </Panel>
  )
}

function Table({ one, isOpen }: { one: ImportTableWire; isOpen: boolean }) {
  const { t, named, lang, listed } = useLanguage()
  const headings = (isRequired: boolean) => {
    const found = one.columns.filter((column) => column.isRequired === isRequired)
    return found.length === 0 ? t('importTables.none') : listed(found.map(nameOf))
  }
  const nameOf = ({ name, heading }: ImportTableWire['columns'][number]) => {
    const label = named('imports.fields', name)
    return lang === 'zh' || label === name ? heading : `${heading} (${label})`
  }
  const withWords = one.columns.filter(({ words }) => words.length > 0)
  return (
    <details className="mapping" open={isOpen}>
      <summary>
        <strong>{named('imports.tables', one.table)}</strong>{' '}
        {!one.mayImport && <span className="chip">{t('importTables.notYours')}</span>}
      </summary>
      <p>{named('importTables.needs', one.table)}</p>
      <dl className="cells">
        <div>
          <dt>{t('importTables.must')}</dt>
          <dd>{headings(true)}</dd>
        </div>
        <div>
          <dt>{t('importTables.may')}</dt>
          <dd>{headings(false)}</dd>
        </div>
      </dl>
      {withWords.map((column) => (
        <p key={column.name} className="muted">
          {t('importTables.words', { column: nameOf(column), words: listed(column.words) })}
        </p>
      ))}
      {one.isPersonal && <p>{t('importTables.personal')}</p>}
      <div className="actions">
        <LinkButton href={address(withQuery(`/imports/templates/${one.table}`, { lang }))} download>
          {t('importTables.file')}
        </LinkButton>
      </div>
    </details>
  )
}
