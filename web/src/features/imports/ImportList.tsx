import { useMutation, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type ImportLineWire, importQuery, uploadLedger } from './import.api.ts'
import { Tables } from './Tables.tsx'
import { UnderWay } from './UnderWay.tsx'

const states = ['draft', 'confirmed', 'discarded', 'undone'] as const
const stateChips = { draft: 'chip-due', confirmed: 'chip-done', discarded: '', undone: '' } as const

/** Where a ledger comes in, and what came in before. */
export function ImportList(props: { mayWrite: boolean; onOpen: (id: string) => void }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), state: params.get('state') }
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const { query, items } = usePages<ImportLineWire>('/imports', filter)
  const sending = useSending(props.onOpen)
  return (
    <>
      <PageHeader title={t('imports.title')} note={t('imports.lead')}>
        <SavedViews list="imports" />
      </PageHeader>
      {props.mayWrite && (
        <Panel>
          <DropPlace sending={sending} />
        </Panel>
      )}
      <UnderWay isSending={sending.isPending} />
      <Tables />
      <Panel title={t('imports.earlier')} extra={<ExportMenu path="/imports" filter={filter} />}>
        <div className="filters">
          <SearchBox
            label={t('imports.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('imports.state')}
            value={filter.state}
            choices={states.map((value) => ({ value, label: t(`imports.states.${value}`) }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t(isFiltered ? 'general.nothingFound' : 'imports.noEarlier')} />}
        >
          <ul className="rows">
            {items.map((one) => (
              <Line key={one.id} one={one} />
            ))}
          </ul>
        </PagedList>
      </Panel>
    </>
  )
}

function Line({ one }: { one: ImportLineWire }) {
  const { t } = useLanguage()
  const moment = (at: string | null) => (at ? timeInChina(at) : '')
  return (
    <li>
      <span className={`chip ${stateChips[one.state]}`}>{t(`imports.states.${one.state}`)}</span>{' '}
      <a href={`/imports/${one.id}`}>
        <strong>{one.fileName}</strong>
      </a>{' '}
      {one.state === 'confirmed' && <span>{t('imports.writtenRows', { count: one.written })}</span>}
      <div className="muted">
        {t('imports.uploaded', { by: one.uploadedByName, at: moment(one.uploadedAt) })}
        {one.settledByName && (
          <> · {t('imports.settled', { by: one.settledByName, at: moment(one.settledAt) })}</>
        )}
        {one.undoneByName && (
          <> · {t('undoneImports.done', { by: one.undoneByName, on: moment(one.undoneAt) })}</>
        )}
      </div>
    </li>
  )
}

function useSending(onOpen: (id: string) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: uploadLedger,
    onSuccess: (draft) => {
      client.setQueryData(importQuery(draft.id).queryKey, draft)
      void client.invalidateQueries({ queryKey: ['/imports'] })
      onOpen(draft.id)
    },
  })
}

/** Takes a file by click, by key or by drop, and says that it is on its way. */
function DropPlace({ sending }: { sending: ReturnType<typeof useSending> }) {
  const { t } = useLanguage()
  if (sending.isPending) return <Sending name={sending.variables.name} />
  return (
    <>
      <label className="drop drop-large">
        <strong>{t('imports.drop')}</strong>
        <span>{t('imports.dropHint')}</span>
        <input
          type="file"
          accept=".xlsx,.csv,.xml"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) sending.mutate(file)
            target.value = ''
          }}
        />
      </label>
      <div className="gap-above">
        <ProblemAlert error={sending.error} />
      </div>
    </>
  )
}

function Sending({ name }: { name: string }) {
  const { t } = useLanguage()
  return (
    <div className="working" role="status">
      <strong>{t('imports.sending', { name })}</strong>
      <progress aria-label={t('general.loading')} />
    </div>
  )
}
