import { dayInChina } from '@yizhuan/kit'
import { useLanguage } from '../../ui/language.ts'
import type { Deciding } from './ImportPage.tsx'
import type { ImportProblemWire, TableMappingWire } from './import.api.ts'
import { valueText } from './value-text.ts'

type Column = TableMappingWire['columns'][number]

/** What a column is read as; of a draft, whoever may can choose. */
export function MapColumn(props: { column: Column; table: TableMappingWire; deciding: Deciding }) {
  const { t, named } = useLanguage()
  const { column, table, deciding } = props
  const { field, said } = column
  const isFixed = field !== null && !table.fields.some(({ name }) => name === field)
  const text =
    field === null ? (
      <span className="muted">{t('imports.notRead')}</span>
    ) : (
      named('imports.fields', field)
    )
  return (
    <>
      {deciding.may && !isFixed ? <Choosing {...props} /> : text}
      {said && (
        <div className="muted">
          {t('importMapping.said', { by: said.by, on: dayInChina(said.at) })}
        </div>
      )}
    </>
  )
}

function Choosing(props: { column: Column; table: TableMappingWire; deciding: Deciding }) {
  const { t, named } = useLanguage()
  const { column, table, deciding } = props
  const { field, header, said } = column
  const taken = new Set(table.columns.map((one) => one.field))
  const choose = (value: string) => {
    const of = { table: table.table, header }
    if (value === '-ignored' || value === '-automatic') {
      const how = value === '-ignored' ? ('ignored' as const) : ('automatic' as const)
      return deciding.map({ headings: [{ how, ...of }] })
    }
    return deciding.map({ headings: [{ how: 'read', ...of, field: value }] })
  }
  return (
    <select
      className="input"
      aria-label={t('importMapping.readAs', { header })}
      value={field ?? (said ? '-ignored' : '')}
      disabled={deciding.isBusy}
      onChange={({ target }) => void choose(target.value)}
    >
      {field === null && !said && <option value="">{t('importMapping.unknown')}</option>}
      <option value="-ignored">{t('importMapping.ignored')}</option>
      {said && <option value="-automatic">{t('importMapping.automatic')}</option>}
      {table.fields.map(({ name, isRequired }) => (
        <option key={name} value={name} disabled={name !== field && taken.has(name)}>
          {named('imports.fields', name)}
          {isRequired && t('importMapping.required')}
        </option>
      ))}
    </select>
  )
}

const unknownWords = new Set(['kind_unknown', 'status_unknown', 'value_unknown', 'word_unknown'])

/** Gives a word that nobody knows its meaning, for this ledger and all that come. */
export function MapWord(props: { problem: ImportProblemWire; deciding: Deciding }) {
  const { t, named } = useLanguage()
  const { problem, deciding } = props
  const { table, field, code, raw } = problem
  const word = raw.trim()
  const codes = deciding.codesOf(table, field)
  if (!unknownWords.has(code) || codes.length === 0 || word === '') return null
  return (
    <label title={t('importMapping.wordHint')}>
      {t('importMapping.word', { word })}{' '}
      <select
        className="input input-short"
        value=""
        disabled={deciding.isBusy}
        onChange={({ target }) =>
          void deciding.map({ words: [{ table, field, word, code: target.value }] })
        }
      >
        <option value="">{t('importMapping.choose')}</option>
        {codes.map((one) => (
          <option key={one} value={one}>
            {valueText(field, one, named)}
          </option>
        ))}
      </select>
    </label>
  )
}
