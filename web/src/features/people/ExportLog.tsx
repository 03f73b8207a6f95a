import { timeInChina } from '@yizhuan/kit'
import type { ExportWire } from '@yizhuan/server/wire/evidence/export'
import { useState } from 'react'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'

/** Which lists were taken out, by whom and when; those about people stand out. */
export function ExportLog() {
  const { t, lang } = useLanguage()
  const [personal, setPersonal] = useState('')
  const filter = { personal: personal || undefined }
  const { query, items } = usePages<ExportWire>('/exports', filter)
  return (
    <Panel title={t('exportLog.title')} extra={<ExportMenu path="/exports" filter={filter} />}>
      <p className="muted">{t('exportLog.note')}</p>
      <div className="filters">
        <FilterSelect
          label={t('exportLog.which')}
          value={personal}
          choices={[{ value: 'true', label: t('exportLog.onlyPersonal') }]}
          onChange={setPersonal}
        />
      </div>
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<p className="muted">{t('exportLog.none')}</p>}
      >
        <ul className="rows">
          {items.map(({ seq, at, by, list, format, filter, rows, isPersonal }) => (
            <li key={seq}>
              <time dateTime={at}>{timeInChina(at)}</time> <strong>{by}</strong> {list[lang]}{' '}
              <span className="muted">
                {format.toUpperCase()} · {t('exportLog.rows', { count: rows })}
              </span>{' '}
              {isPersonal && <span className="chip">{t('exportLog.personal')}</span>}
              {Object.keys(filter).length > 0 && (
                <div className="said">
                  {t('exportLog.filter')}
                  {Object.entries(filter)
                    .map(([name, value]) => `${name} = ${value}`)
                    .join('; ')}
                </div>
              )}
            </li>
          ))}
        </ul>
      </PagedList>
    </Panel>
  )
}
