import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { ImportWire } from './import.api.ts'
import { type HindranceWire, type UndoPlanWire, undoImport, undoPlanQuery } from './undo.api.ts'

/** The way back from an import that was written. */
export function UndoBar({ draft }: { draft: ImportWire }) {
  const { t } = useLanguage()
  const [isAsked, ask] = useState(false)
  return (
    <>
      <Button kind="danger" onClick={() => ask(true)}>
        {t('undoneImports.undo')}
      </Button>
      {isAsked && <Undoing draft={draft} onClose={() => ask(false)} />}
    </>
  )
}

/** That an import was taken back, by whom, when and why. */
export function Undone({ draft }: { draft: ImportWire }) {
  const { t } = useLanguage()
  const { undoneByName: by, undoneAt, undoneReason: reason } = draft
  if (by === null || undoneAt === null) return null
  return (
    <Callout tone="info" title={t('undoneImports.done', { by, on: dayInChina(undoneAt) })}>
      {t('undoneImports.doneHint', { reason: reason ?? '' })}
    </Callout>
  )
}

function Undoing({ draft, onClose }: { draft: ImportWire; onClose: () => void }) {
  const { t } = useLanguage()
  const query = useQuery(undoPlanQuery(draft.id))
  return (
    <Dialog title={t('undoneImports.title')} onClose={onClose}>
      {query.isPending ? (
        <p role="status" className="muted">
          {t('undoneImports.checking')}
        </p>
      ) : (
        <Loaded query={query}>
          {(plan) =>
            plan.hindered > 0 ? (
              <Hindered plan={plan} onClose={onClose} />
            ) : (
              <Asking draft={draft} plan={plan} onClose={onClose} />
            )
          }
        </Loaded>
      )}
    </Dialog>
  )
}

const registers = [
  ...(['unit', 'person', 'post'] as const),
  ...(['achievement', 'right', 'contract', 'receipt'] as const),
  ...(['project', 'projectEntry', 'cost'] as const),
  ...(['carrier', 'credential', 'trusteeship'] as const),
  ...(['internalRule', 'spin-off', 'interest', 'evaluation', 'stockAnswer'] as const),
] as const

/** The page of a record that is in the way; a post stands on the page of its person. */
function pageOf({ register, recordId }: HindranceWire): string {
  if (register === 'unit') return '/people/units'
  if (register === 'post') return '/people'
  if (register === 'projectEntry') return '/projects'
  if (register === 'cost') return '/assets'
  if (register === 'carrier') return '/carriers'
  if (register === 'credential') return '/technology-managers'
  if (register === 'evaluation') return '/achievements'
  if (register === 'interest') return '/interests'
  if (register === 'stockAnswer') return '/stocktakings'
  if (register === 'internalRule') return `/internal-rules/${recordId}`
  return register === 'person' ? `/people/${recordId}` : `/${register}s/${recordId}`
}

function Asking(props: { draft: ImportWire; plan: UndoPlanWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { id } = props.draft
  const { withdrawn, putBack, idNumbersKept } = props.plan
  const all = registers.reduce((sum, one) => sum + withdrawn[one] + putBack[one], 0)
  const undoing = useMutation({
    mutationFn: () => undoImport(id, all, reason),
    onSuccess: async () => {
      await client.invalidateQueries()
      props.onClose()
    },
    onError: () => client.invalidateQueries({ queryKey: ['import-undo', id] }),
  })
  const errors = fieldErrors(undoing.error, ['reason'])
  const send = (event: FormEvent) => {
    event.preventDefault()
    undoing.mutate()
  }
  return (
    <form onSubmit={send}>
      <p>{all === 0 ? t('undoneImports.nothing') : t('undoneImports.text')}</p>
      {all > 0 && <Numbers plan={props.plan} />}
      {idNumbersKept > 0 && (
        <Callout tone="due" title={t('undoneImports.idNumbersKept', { count: idNumbersKept })} />
      )}
      <LongTextField
        label={t('undoneImports.reason')}
        hint={t('undoneImports.reasonHint')}
        name="reason"
        value={reason}
        onChange={setReason}
        error={errors.at('reason')}
        maxLength={500}
        isRequired
      />
      <ProblemAlert error={undoing.error} shown={errors.shown} />
      <div className="dialog-foot">
        <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        <Button kind="danger" type="submit" busy={undoing.isPending}>
          {t('undoneImports.confirm', { count: all })}
        </Button>
      </div>
    </form>
  )
}

function Numbers({ plan: { withdrawn, putBack } }: { plan: UndoPlanWire }) {
  const { t } = useLanguage()
  return (
    <table className="grid">
      <thead>
        <tr>
          <th>{t('undoneImports.register')}</th>
          <th className="num" title={t('undoneImports.withdrawnHint')}>
            {t('undoneImports.withdrawn')}
          </th>
          <th className="num" title={t('undoneImports.putBackHint')}>
            {t('undoneImports.putBack')}
          </th>
        </tr>
      </thead>
      <tbody>
        {registers
          .filter((register) => withdrawn[register] + putBack[register] > 0)
          .map((register) => (
            <tr key={register}>
              <th scope="row">{t(`imports.registers.${register}`)}</th>
              <td className="num">{withdrawn[register]}</td>
              <td className="num">{putBack[register]}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Hindered({ plan, onClose }: { plan: UndoPlanWire; onClose: () => void }) {
  const { t } = useLanguage()
  const records = [...new Set(plan.hindrances.map(({ recordId }) => recordId))]
  const unnamed = plan.hindered - records.length
  return (
    <>
      <Callout tone="due" title={t('undoneImports.cannot', { count: plan.hindered })}>
        {t('undoneImports.cannotHint')}
      </Callout>
      <ul className="rows">
        {records.map((id) => (
          <Record key={id} hindrances={plan.hindrances.filter((one) => one.recordId === id)} />
        ))}
      </ul>
      {unnamed > 0 && <p className="muted">{t('undoneImports.more', { count: unnamed })}</p>}
      <div className="dialog-foot">
        <Button kind="primary" onClick={onClose}>
          {t('general.close')}
        </Button>
      </div>
    </>
  )
}

function Record({ hindrances }: { hindrances: readonly HindranceWire[] }) {
  const { t, named, listed } = useLanguage()
  const [first] = hindrances
  if (!first) return null
  const reasons = hindrances.map(({ why, count, by, at }) =>
    why === 'changed'
      ? t('undoneImports.changed', { by: by ?? '', on: at ? dayInChina(at) : '' })
      : t('undoneImports.referred', { what: named('undoneImports.what', why), count }),
  )
  return (
    <li>
      <a href={pageOf(first)}>
        <strong>
          {first.number} {first.title ?? t(`imports.registers.${first.register}`)}
        </strong>
      </a>
      <div className="muted">{listed(reasons)}</div>
    </li>
  )
}
