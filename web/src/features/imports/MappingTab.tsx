import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import type { ImportWire, TableMappingWire } from './import.api.ts'

/** How the workbook was understood: per table which heading became which field. */
export function MappingTab({ draft }: { draft: ImportWire }) {
  const { t, named } = useLanguage()
  return (
    <>
      {draft.tables.map((table, index) => (
        <Table key={`${table.sheet}${table.table}`} table={table} isOpen={index === 0} />
      ))}
      {draft.ignoredSheets.length > 0 && (
        <>
          <h3>{t('imports.ignored')}</h3>
          <ul className="plain">
            {draft.ignoredSheets.map(({ name, why }) => (
              <li key={name}>
                {name}{' '}
                <span className="muted">{named('imports.why', why.split(':')[0] ?? '')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {draft.comments.length > 0 && (
        <details>
          <summary>
            {t('imports.comments')} {draft.comments.length}
          </summary>
          <ul className="plain">
            {draft.comments.map(({ sheet, cell, text }) => (
              <li key={sheet + cell}>
                <span className="muted">
                  {sheet}!{cell}
                </span>{' '}
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Table({ table, isOpen }: { table: TableMappingWire; isOpen: boolean }) {
  const { t, named } = useLanguage()
  const notData = Object.entries(table.notData)
  const sums = Object.entries(table.sumsFen)
  return (
    <details className="mapping" open={isOpen}>
      <summary>
        <strong>{named('imports.tables', table.table)}</strong>{' '}
        <span className="muted">
          {table.sheet} ·{' '}
          {t('imports.headerRows', {
            rows: table.headerRows.join('、'),
            from: table.firstDataRow,
            to: table.lastDataRow,
          })}
        </span>
      </summary>
      <div className="scroll">
        <table className="grid">
          <thead>
            <tr>
              <th>{t('imports.column')}</th>
              <th>{t('imports.header')}</th>
              <th>{t('imports.field')}</th>
              <th>{t('imports.unit')}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ column, header, field, unit, hidden }) => (
              <tr key={column}>
                <td>{column}</td>
                <td>
                  {header} {hidden && <span className="chip">{t('imports.hidden')}</span>}
                </td>
                <td>
                  {field === null ? (
                    <span className="muted">{t('imports.notRead')}</span>
                  ) : (
                    named('imports.fields', field)
                  )}
                </td>
                <td>{unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notData.length > 0 && (
        <p className="muted">
          {t('imports.notData')}：
          {notData
            .map(([why, count]) => `${named('imports.notDataKinds', why)} ${count}`)
            .join('，')}
        </p>
      )}
      {sums.length > 0 && (
        <p className="muted">
          {t('imports.sums')}：
          {sums.map(([field, { all, withoutErrors }]) => (
            <span key={field} className="sum">
              {named('imports.fields', field)} {t('imports.sumAll')} <Money fen={all} />，
              {t('imports.sumSure')} <Money fen={withoutErrors} />；
            </span>
          ))}
        </p>
      )}
    </details>
  )
}
