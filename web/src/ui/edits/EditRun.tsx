import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newId } from '../../api/ids.ts'
import type { ProblemBody } from '../../api/problem.ts'
import { Button } from '../Button.tsx'
import { LongTextField } from '../fields/TextFields.tsx'
import { useLanguage } from '../language.ts'
import { Loaded } from '../Page.tsx'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { Why } from './EditPreview.tsx'
import { type EditRunWire, runQuery, undoEdits } from './edits.api.ts'

/** How edits of many records go on, what became of each, and a way to take them back. */
export function EditRun(props: { id: string; group: string; onUndone: (run: string) => void }) {
  const query = useQuery(runQuery(props.id))
  return <Loaded query={query}>{(run) => <Run run={run} onUndone={props.onUndone} />}</Loaded>
}

function Run({ run, onUndone }: { run: EditRunWire; onUndone: (run: string) => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { waiting, recorded, refused, same } = run.progress
  const all = run.items.length
  const isOver = waiting === 0
  useEffect(() => {
    const isElsewhere = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'edits'
    if (isOver) void client.invalidateQueries({ predicate: isElsewhere })
  }, [isOver, client])
  return (
    <div>
      <progress max={all} value={all - waiting} aria-label={t('edits.progress')} />
      <p role="status">
        {isOver
          ? t(run.undoes ? 'edits.undone' : 'edits.over')
          : t('edits.running', { done: all - waiting, all })}{' '}
        {t('edits.tally', { recorded, refused, same })}
      </p>
      <ul className="rows edit-preview">
        {run.items.map((item) => (
          <li key={item.id}>
            <span className={`chip chip-${marks[item.state]}`}>
              {t(`edits.states.${item.state}`)}
            </span>{' '}
            <span className="figure">{item.label}</span> {item.title}
            {item.problem && <Why problem={item.problem as ProblemBody} />}
          </li>
        ))}
      </ul>
      {run.mayUndo && <Undo run={run} onUndone={onUndone} />}
    </div>
  )
}

const marks = { waiting: 'pending', recorded: 'met', same: 'na', refused: 'breached' } as const

function Undo({ run, onUndone }: { run: EditRunWire; onUndone: (run: string) => void }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState<string>()
  const id = useRef(newId())
  const undo = useMutation({
    mutationFn: () => undoEdits(run.id, { id: id.current, reason: reason ?? '' }),
    onSuccess: (started) => onUndone(started.id),
  })
  if (reason === undefined) {
    return (
      <Button small onClick={() => setReason('')}>
        {t('edits.undo')}
      </Button>
    )
  }
  return (
    <div className="form">
      <LongTextField
        label={t('edits.undoWhy')}
        name="undoReason"
        maxLength={500}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <ProblemAlert error={undo.error} />
      <Button
        kind="primary"
        small
        busy={undo.isPending}
        disabled={reason.trim() === ''}
        onClick={() => undo.mutate()}
      >
        {t('edits.undoAll', { count: run.progress.recorded })}
      </Button>
    </div>
  )
}
