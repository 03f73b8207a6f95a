import { dayInChina } from '@yizhuan/kit'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import type { Deciding } from './ImportPage.tsx'
import type { ImportWire, TableMappingWire } from './import.api.ts'
import { MapColumn } from './MapColumn.tsx'
import { valueText } from './value-text.ts'

/** How the workbook was understood: per table which heading became which field. */
export function MappingTab({ draft, deciding }: { draft: ImportWire; deciding: Deciding }) {
  const { t, named } = useLanguage()
  return (
    <>
      {deciding.may && <p className="muted">{t('importMapping.hint')}</p>}
      {draft.tables.map((table, index) => (
        <Table
          key={`${table.sheet}${table.table}`}
          table={table}
          isOpen={index === 0}
          deciding={deciding}
        />
      ))}
      {draft.words.length > 0 && <Words draft={draft} deciding={deciding} />}
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

function Table(props: { table: TableMappingWire; isOpen: boolean; deciding: Deciding }) {
  const { t, named, listed, colon, semicolon } = useLanguage()
  const { table, isOpen, deciding } = props
  const missing = table.fields.filter(
    ({ name, isRequired }) => isRequired && !table.columns.some(({ field }) => field === name),
  )
  const notData = Object.entries(table.notData)
  const sums = Object.entries(table.sumsFen)
  return (
    <details className="mapping" open={isOpen}>
      <summary>
        <strong>{named('imports.tables', table.table)}</strong>{' '}
        <span className="muted">
          {table.sheet} ·{' '}
          {t('imports.headerRows', {
            rows: listed(table.headerRows),
            from: table.firstDataRow,
            to: table.lastDataRow,
          })}
        </span>
      </summary>
      {missing.length > 0 && (
        <Callout
          tone="due"
          title={t('importMapping.missing', {
            fields: listed(missing.map(({ name }) => named('imports.fields', name))),
          })}
        >
          {t('importMapping.missingHint')}
        </Callout>
      )}
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
            {table.columns.map((column) => (
              <tr key={column.column}>
                <td>{column.column}</td>
                <td>
                  {column.header}{' '}
                  {column.hidden && <span className="chip">{t('imports.hidden')}</span>}
                </td>
                <td>
                  <MapColumn column={column} table={table} deciding={deciding} />
                </td>
                <td>{column.unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notData.length > 0 && (
        <p className="muted">
          {t('imports.notData')}
          {colon}
          {listed(notData.map(([why, count]) => `${named('imports.notDataKinds', why)} ${count}`))}
        </p>
      )}
      {sums.length > 0 && (
        <p className="muted">
          {t('imports.sums')}
          {colon}
          {sums.map(([field, { all, withoutErrors }], at) => (
            <span key={field} className="sum">
              {at > 0 && semicolon}
              {named('imports.fields', field)} {t('imports.sumAll')} <Money fen={all} />
              {' · '}
              {t('imports.sumSure')} <Money fen={withoutErrors} />
            </span>
          ))}
        </p>
      )}
    </details>
  )
}

/** What people said that words mean, and the way to take that back. */
function Words({ draft, deciding }: { draft: ImportWire; deciding: Deciding }) {
  const { t, named } = useLanguage()
  return (
    <>
      <h3>{t('importMapping.words')}</h3>
      <ul className="rows">
        {draft.words.map(({ table, field, word, code, by, at }) => (
          <li key={`${table} ${field} ${word}`}>
            {t('importMapping.wordLine', {
              field: named('imports.fields', field),
              word,
              code: valueText(field, code, named),
            })}{' '}
            <span className="muted">{t('importMapping.said', { by, on: dayInChina(at) })}</span>{' '}
            {deciding.may && (
              <Button
                small
                kind="quiet"
                busy={deciding.isBusy}
                onClick={() => deciding.map({ words: [{ table, field, word, code: null }] })}
              >
                {t('importMapping.forget')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
