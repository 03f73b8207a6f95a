import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import type { Deciding } from './ImportPage.tsx'
import type { ImportRowWire, ImportWire } from './import.api.ts'
import { valueText } from './value-text.ts'

const states = ['new', 'changed', 'present', 'refused', 'excluded', 'duplicate'] as const
const chips: Readonly<Record<ImportRowWire['state'], string>> = {
  new: 'chip-open',
  changed: 'chip-current',
  present: '',
  refused: 'chip-due',
  excluded: '',
  duplicate: '',
}

/** What a list shows of each table's rows; the rest opens with the row. */
const shownFields: Readonly<Record<string, readonly string[]>> = {
  achievements: ['code', 'kind', 'leadInventor', 'departments', 'disclosedOn'],
  patents: ['applicationNo', 'kind', 'filedOn', 'status', 'titleShares', 'feeReduction'],
  software: ['registrationNo', 'registeredOn', 'departments'],
  preparations: ['approvalNo', 'approvedOn', 'status'],
  trademarks: ['markNo', 'grantedOn', 'validTo', 'status'],
  layouts: ['layoutNo', 'filedOn', 'grantedOn', 'status'],
  varieties: ['varietyNo', 'filedOn', 'grantedOn', 'status'],
  knowHow: ['secretNo', 'completedOn', 'status'],
  contracts: ['contractNo', 'counterparty', 'mode', 'amountFen', 'signedOn'],
  receipts: ['receivedOn', 'amountFen', 'netFen'],
  units: ['unitCode', 'unitKind', 'parentUnit'],
  people: ['unit', 'professionalTitle', 'occupation'],
  projects: ['projectLeader', 'fundingKind', 'fundingName', 'fundingFen', 'projectFrom'],
  projectEntries: ['entryKind', 'entryDay', 'entryShare'],
  costs: ['costDay', 'costKind', 'spentFen', 'voucherWholeFen', 'costFunding'],
  carriers: ['carrierKind', 'carrierPlace', 'carrierFrom', 'carrierTo'],
  credentials: ['credentialKind', 'credentialIssued', 'credentialUntil', 'credentialHours'],
  evaluations: ['evalKind', 'evalDay', 'evalOutcome', 'evalScores'],
  stockAnswers: ['stockWish', 'stockWords', 'stockScores'],
  interests: ['declaredOn', 'tie', 'tieThrough', 'tieHolder'],
  internalRules: ['ruleTopic', 'ruleApprover', 'ruleFrom', 'ruleTo'],
  spinOffs: ['companyState', 'companySince', 'companyPeople'],
  trusteeships: ['trustee', 'trustRights', 'trustAchievements', 'trustIncome', 'trustFrom'],
  posts: ['postKind', 'unit', 'postFrom', 'postTo'],
  serviceContracts: ['contractNo', 'client', 'kind', 'amountFen', 'signedOn'],
}

/** The rows of the workbook with what is done with each. */
export function RowsTab({ draft, deciding }: { draft: ImportWire; deciding: Deciding }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { table: params.get('table'), state: params.get('state'), q: params.get('q') }
  const path = `/imports/${draft.id}/rows`
  const { query, items } = usePages<ImportRowWire>(path, filter, draft.version)
  return (
    <>
      <div className="filters">
        <SearchBox
          label={t('imports.searchRows')}
          value={filter.q}
          onSearch={(q) => params.set({ q })}
        />
        <FilterSelect
          label={t('imports.table')}
          value={filter.table}
          choices={draft.counts.map(({ table }) => ({
            value: table,
            label: named('imports.tables', table),
          }))}
          onChange={(table) => params.set({ table })}
        />
        <FilterSelect
          label={t('imports.state')}
          value={filter.state}
          choices={states.map((value) => ({ value, label: t(`imports.rowStates.${value}`) }))}
          onChange={(state) => params.set({ state })}
        />
      </div>
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<Nothing text={t('imports.noRows')} />}
      >
        <ul className="rows import-rows">
          {items.map((row) => (
            <Row key={row.n} row={row} draft={draft} deciding={deciding} />
          ))}
        </ul>
      </PagedList>
    </>
  )
}

function Row(props: { row: ImportRowWire; draft: ImportWire; deciding: Deciding }) {
  const { t, named, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { row, draft } = props
  const isGone = draft.state === 'undone' && row.state === 'new'
  const said = (shownFields[row.table] ?? [])
    .map((field) => valueText(field, row.record[field], named))
    .filter(Boolean)
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="import-row">
          <span className="muted figure at">
            {named('imports.tables', row.table)} {row.row}
          </span>
          <span className={`chip ${chips[row.state]}`}>{t(`imports.rowStates.${row.state}`)}</span>
          <span className="what">
            <strong>{row.title ?? t('imports.empty')}</strong>{' '}
            <span className="muted">{said.join(' · ')}</span>
          </span>
          <span className="marks">
            {row.errors > 0 && (
              <span className="to-settle">{t('imports.errors', { count: row.errors })}</span>
            )}{' '}
            {row.warnings > 0 && (
              <span className="muted">{t('imports.warnings', { count: row.warnings })}</span>
            )}
          </span>
        </summary>
        {isOpen && (
          <div className="import-row-open">
            {row.reason && <p className="to-settle">{say(row.reason)}</p>}
            {row.changes.length > 0 && <Changes row={row} />}
            <Whole row={row} draft={draft} />
            <Choices row={row} deciding={props.deciding} isGone={isGone} />
          </div>
        )}
      </details>
    </li>
  )
}

/** Where the words stand for the fields of a record that a row changes. */
const changeGroups: Readonly<Record<string, string>> = {
  achievements: 'achievements.fields',
  receipts: 'proceeds.fields',
  contracts: 'contracts.fields',
  serviceContracts: 'contracts.fields',
  patents: 'rights.fields',
  software: 'rights.fields',
  preparations: 'rights.fields',
  trademarks: 'rights.fields',
  layouts: 'rights.fields',
  varieties: 'rights.fields',
  knowHow: 'rights.fields',
}

function Changes({ row }: { row: ImportRowWire }) {
  const { t, named } = useLanguage()
  const group = changeGroups[row.table] ?? 'imports.fields'
  return (
    <table className="grid">
      <thead>
        <tr>
          <th>{t('imports.field')}</th>
          <th>{t('imports.now')}</th>
          <th>{t('imports.said')}</th>
        </tr>
      </thead>
      <tbody>
        {row.changes.map(({ field, from, to }) => (
          <tr key={field}>
            <th scope="row">{named(group, field)}</th>
            <td className="was">{valueText(field, from, named) || '—'}</td>
            <td>{valueText(field, to, named)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Everything the row says, under the headings of its own sheet. */
function Whole({ row, draft }: { row: ImportRowWire; draft: ImportWire }) {
  const { named } = useLanguage()
  const table = draft.tables.find((one) => one.table === row.table && one.sheet === row.sheet)
  const headings = new Map(table?.columns.map(({ field, header }) => [field ?? '', header]))
  const inOrder = [...headings.keys(), ...Object.keys(row.record)]
  const said = [...new Set(inOrder)]
    .filter((field) => !['seq', 'row', 'duplicateOf', 'struckOut', 'hiddenRow'].includes(field))
    .map((field) => [field, valueText(field, row.record[field], named)] as const)
    .filter(([, text]) => text !== '')
  return (
    <dl className="cells">
      {said.map(([field, text]) => (
        <div key={field}>
          <dt>{headings.get(field)?.split('/').at(-1) ?? named('imports.fields', field)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Choices(props: { row: ImportRowWire; deciding: Deciding; isGone: boolean }) {
  const { t } = useLanguage()
  const { row, deciding } = props
  const choose = (choice: 'accept' | 'exclude' | 'undo') =>
    deciding.decide([{ kind: 'row', sheet: row.sheet, row: row.row, choice }])
  const place = recordAddress(row)
  const isDecided = row.accepted || row.state === 'excluded'
  return (
    <div className="actions">
      {place && !props.isGone && <a href={place}>{t('imports.openRecord')}</a>}
      {row.accepted && <span className="chip chip-done">{t('imports.accepted')}</span>}
      {deciding.may && !row.accepted && ['refused', 'changed'].includes(row.state) && (
        <Button small busy={deciding.isBusy} onClick={() => choose('accept')}>
          {row.state === 'changed' ? t('imports.acceptChange') : t('imports.acceptRow')}
        </Button>
      )}
      {deciding.may && ['new', 'changed', 'refused'].includes(row.state) && (
        <Button small busy={deciding.isBusy} onClick={() => choose('exclude')}>
          {t('imports.excludeRow')}
        </Button>
      )}
      {deciding.may && isDecided && (
        <Button small kind="quiet" busy={deciding.isBusy} onClick={() => choose('undo')}>
          {t('imports.undo')}
        </Button>
      )}
    </div>
  )
}

/** The page of a record; a post stands on that of its person, an entry on that of its project. */
function recordAddress({ table, recordId }: ImportRowWire): string | undefined {
  if (!recordId) return undefined
  if (pageless.includes(table)) return undefined
  if (table === 'carriers') return '/carriers'
  if (table === 'units') return '/people/units'
  return `${pages[table] ?? '/rights'}/${recordId}`
}

const pageless = [
  ...['posts', 'projectEntries', 'costs', 'credentials'],
  ...['interests', 'evaluations', 'stockAnswers'],
]

const pages: Readonly<Record<string, string>> = {
  achievements: '/achievements',
  receipts: '/receipts',
  contracts: '/contracts',
  serviceContracts: '/contracts',
  people: '/people',
  projects: '/projects',
  trusteeships: '/trusteeships',
  internalRules: '/internal-rules',
  spinOffs: '/spin-offs',
}
