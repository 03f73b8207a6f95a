import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { address, write } from '../../../api/client.ts'
import type { ProblemBody } from '../../../api/problem.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../../ui/Page.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { Why } from './BulkPreview.tsx'
import { type BulkRunWire, runQuery } from './bulk.api.ts'

/** How an act ordered for several cases goes on, and what became of each. */
export function BulkRun({ id }: { id: string }) {
  const query = useQuery(runQuery(id))
  return <Loaded query={query}>{(run) => <Run run={run} />}</Loaded>
}

function Run({ run }: { run: BulkRunWire }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { waiting, recorded, refused, cancelled } = run.progress
  const all = run.items.length
  const isOver = waiting === 0
  useEffect(() => {
    const elsewhere = {
      predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
        ['cases', 'case', 'workbench'].includes(String(queryKey[0])),
    }
    if (isOver) void client.invalidateQueries(elsewhere)
  }, [isOver, client])
  const cancel = useMutation({
    mutationFn: () => write('POST', `/bulk-acts/${run.id}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: ['bulk', run.id] }),
  })
  return (
    <>
      <PageHeader
        title={t('bulk.runOf', { act: say(run.label) })}
        note={
          <>
            {run.by} · <DayText day={run.on} />
          </>
        }
      >
        {run.mayCancel && (
          <Button kind="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('bulk.cancel', { count: waiting })}
          </Button>
        )}
        {isOver && refused + cancelled > 0 && (
          <LinkButton href={address(`/bulk-acts/${run.id}/refusals.csv`)} download>
            {t('bulk.csv')}
          </LinkButton>
        )}
        <LinkButton href="/cases">{t('bulk.toCases')}</LinkButton>
      </PageHeader>
      <Panel>
        <progress max={all} value={all - waiting} aria-label={t('bulk.progress')} />
        <p role="status">
          {isOver ? t('bulk.over') : t('bulk.running', { done: all - waiting, all })}{' '}
          {t('bulk.tally', { recorded, refused, cancelled })}
        </p>
        <ProblemAlert error={cancel.error} />
        <ul className="rows">
          {run.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      </Panel>
    </>
  )
}

const marks = { waiting: 'pending', recorded: 'met', refused: 'breached', cancelled: 'na' } as const

function Item({ item }: { item: BulkRunWire['items'][number] }) {
  const { named } = useLanguage()
  return (
    <li>
      <span className={`chip chip-${marks[item.state]}`}>{named('bulk.state', item.state)}</span>{' '}
      <a href={`/cases/${item.id}${item.seq ? '#record' : ''}`}>{item.number}</a> {item.title}
      {item.problem && <Why problem={item.problem as ProblemBody} />}
    </li>
  )
}
