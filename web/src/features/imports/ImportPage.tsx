import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useCallback, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { ConfirmBar } from './ConfirmBar.tsx'
import { Counts } from './Counts.tsx'
import { Finding } from './Finding.tsx'
import {
  type DecisionWire,
  decide,
  type ImportWire,
  importQuery,
  tablesQuery,
} from './import.api.ts'
import { MappingTab } from './MappingTab.tsx'
import { mapDraft, type Sayings } from './mapping.api.ts'
import { ProblemsTab } from './ProblemsTab.tsx'
import { RowsTab } from './RowsTab.tsx'
import { LeftOut } from './ToCorrect.tsx'
import { UndoBar, Undone } from './UndoBar.tsx'

const tabs = ['problems', 'rows', 'mapping'] as const
type Tab = (typeof tabs)[number]

/** One import: how it was understood, its rows, its problems, and the button that writes it. */
export function ImportPage({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const query = useQuery(importQuery(id))
  return <Loaded query={query}>{(draft) => <Preview draft={draft} mayWrite={mayWrite} />}</Loaded>
}

/** Decides something about a draft; while one decision is on its way no other is taken. */
export interface Deciding {
  readonly may: boolean
  readonly isBusy: boolean
  readonly decide: (decisions: readonly DecisionWire[]) => Promise<void>
  /** Says what headings and words mean, from now on. */
  readonly map: (sayings: Sayings) => Promise<void>
  /** The codes a field holds, where it holds one of a list. */
  readonly codesOf: (table: string, field: string) => readonly string[]
}

function Preview(props: { draft: ImportWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const { draft } = props
  const mayWrite = useMayWrite(draft, props.mayWrite)
  const params = useQueryParams()
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'problems'
  const deciding = useDeciding(draft, mayWrite)
  const open = draft.problems.reduce(
    (sum, { severity, open }) => (severity === 'error' ? sum + open : sum),
    0,
  )
  return (
    <>
      <PageHeader
        title={draft.fileName}
        note={
          <>
            <span className="chip">{t(`imports.states.${draft.state}`)}</span> {t('imports.asOf')}{' '}
            {draft.asOf}
          </>
        }
      >
        {draft.state === 'confirmed' && mayWrite && <UndoBar draft={draft} />}
      </PageHeader>
      <Undone draft={draft} />
      <Finding draft={draft} />
      {mayWrite && <LeftOut draft={draft} />}
      {draft.sameFile && (
        <Callout
          tone="info"
          title={t('imports.sameFile', {
            by: draft.sameFile.settledByName,
            on: dayInChina(draft.sameFile.settledAt),
          })}
        >
          {t('imports.sameFileHint')}
        </Callout>
      )}
      <ProblemAlert error={deciding.error} />
      <Counts draft={draft} />
      <Segments<Tab>
        label={t('imports.preview')}
        value={tab}
        onChange={(next) => params.set({ tab: next, state: undefined, table: undefined })}
        choices={tabs.map((value) => ({
          value,
          label:
            value === 'problems' && open > 0
              ? `${t('imports.tabs.problems')} ${open}`
              : t(`imports.tabs.${value}`),
        }))}
      />
      <Panel className="after-segments">
        {tab === 'mapping' && <MappingTab draft={draft} deciding={deciding} />}
        {tab === 'rows' && <RowsTab draft={draft} deciding={deciding} />}
        {tab === 'problems' && <ProblemsTab draft={draft} deciding={deciding} />}
      </Panel>
      {draft.state === 'draft' && mayWrite && <ConfirmBar draft={draft} />}
    </>
  )
}

/** Whether somebody may write every table of a draft; the server decides it again. */
function useMayWrite(draft: ImportWire, mayWrite: boolean): boolean {
  const { data } = useQuery(tablesQuery)
  const closed = (data?.items ?? []).filter(({ mayImport }) => !mayImport)
  return mayWrite && !draft.counts.some(({ table }) => closed.some((one) => one.table === table))
}

function useDeciding(draft: ImportWire, mayWrite: boolean): Deciding & { error: unknown } {
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = useCallback(
    async (work: () => Promise<void>) => {
      setBusy(true)
      setError(undefined)
      try {
        await work()
      } catch (problem) {
        setError(problem)
        // Somebody else was faster: show what is so now.
        if (problem instanceof ApiProblem && problem.body.status === 409) {
          await client.invalidateQueries({ queryKey: ['import', draft.id] })
        }
      } finally {
        setBusy(false)
      }
    },
    [client, draft.id],
  )
  return {
    may: mayWrite && draft.state === 'draft',
    isBusy,
    decide: (decisions) => send(() => decide(client, draft, decisions)),
    map: (sayings) => send(() => mapDraft(client, draft, sayings)),
    codesOf: (table, field) => {
      const fields = draft.tables.find((one) => one.table === table)?.fields ?? []
      return fields.find(({ name }) => name === field)?.codes ?? []
    },
    error,
  }
}
