import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type ConfirmedWire,
  confirmImport,
  discardImport,
  type ImportWire,
  importQuery,
  progressQuery,
} from './import.api.ts'
import { Progress } from './UnderWay.tsx'

/** Stays in view: how many rows are written, and the button that writes them. */
export function ConfirmBar({ draft }: { draft: ImportWire }) {
  const { t } = useLanguage()
  const [asked, ask] = useState<'confirm' | 'discard'>()
  const left = leftOut(draft)
  const { data: running } = useQuery(progressQuery(draft.id, false))
  const client = useQueryClient()
  const isRunning = Boolean(running?.phase)
  const wasRunning = useRef(false)
  useEffect(() => {
    // Somebody else's writing, or one's own from before, has ended: look at what came of it.
    if (wasRunning.current && !isRunning && asked === undefined) {
      void client.invalidateQueries({ queryKey: importQuery(draft.id).queryKey })
    }
    wasRunning.current = isRunning
  }, [client, draft.id, isRunning, asked])
  if (running?.phase && asked === undefined) {
    return (
      <div className="footer-bar no-print">
        <div className="working" role="status">
          <Progress {...running} />
        </div>
      </div>
    )
  }
  return (
    <div className="footer-bar no-print">
      <div>
        <strong>
          {draft.written === 0
            ? t('imports.footerNothing')
            : t('imports.footer', { count: draft.written })}
        </strong>{' '}
        {left > 0 && <span className="muted">{t('imports.footerLeft', { count: left })}</span>}
      </div>
      <div className="actions">
        <Button onClick={() => ask('discard')}>{t('imports.discard')}</Button>
        <Button kind="primary" disabled={draft.written === 0} onClick={() => ask('confirm')}>
          {t('imports.confirm', { count: draft.written })}
        </Button>
      </div>
      {asked === 'confirm' && <Confirming draft={draft} onClose={() => ask(undefined)} />}
      {asked === 'discard' && <Discarding draft={draft} onClose={() => ask(undefined)} />}
    </div>
  )
}

/** Rows that stay out because something about them is open. */
function leftOut(draft: ImportWire): number {
  return draft.counts.reduce((sum, { states }) => sum + (states.refused ?? 0), 0)
}

function Confirming({ draft, onClose }: { draft: ImportWire; onClose: () => void }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const writing = useMutation({
    mutationFn: () => confirmImport(draft),
    onError: () => client.invalidateQueries({ queryKey: ['import', draft.id] }),
  })
  const close = async () => {
    if (writing.isSuccess) await client.invalidateQueries()
    onClose()
  }
  if (writing.isSuccess) return <Done confirmed={writing.data} onClose={close} />
  if (writing.isPending) return <Working id={draft.id} />
  const left = leftOut(draft)
  const changed = draft.written - draft.counts.reduce((sum, one) => sum + (one.states.new ?? 0), 0)
  return (
    <Dialog title={t('imports.confirmTitle')} onClose={onClose}>
      <p>{t('imports.confirmText')}</p>
      <table className="grid">
        <tbody>
          {draft.counts
            .filter(({ written }) => written > 0)
            .map(({ table, written }) => (
              <tr key={table}>
                <th scope="row">{named('imports.tables', table)}</th>
                <td className="num">{written}</td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('imports.total')}</th>
            <td className="num">{draft.written}</td>
          </tr>
        </tfoot>
      </table>
      {changed > 0 && <p>{t('imports.confirmChanged', { count: changed })}</p>}
      {left > 0 && (
        <Callout tone="due" title={t('imports.footerLeft', { count: left })}>
          {t('imports.confirmLeft', { count: left })}
        </Callout>
      )}
      <ProblemAlert error={writing.error} />
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('general.cancel')}</Button>
        <Button kind="primary" onClick={() => writing.mutate()}>
          {t('imports.confirm', { count: draft.written })}
        </Button>
      </div>
    </Dialog>
  )
}

function Working({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data } = useQuery(progressQuery(id, true))
  return (
    <Dialog title={t('imports.working')} onClose={() => undefined} isFirm>
      <div className="working" role="status">
        <Progress phase={null} done={0} total={0} {...data} />
        <span className="muted">{t('imports.mayLeave')}</span>
      </div>
    </Dialog>
  )
}

const addresses = {
  unit: '/people/units',
  person: '/people',
  post: '/people',
  achievement: '/achievements',
  right: '/rights',
  contract: '/contracts',
  receipt: '/receipts',
  project: '/projects',
  projectEntry: '/projects',
  cost: '/assets',
  carrier: '/carriers',
  credential: '/technology-managers',
  trusteeship: '/trusteeships',
  internalRule: '/internal-rules',
  'spin-off': '/spin-offs',
  interest: '/interests',
  evaluation: '/achievements',
  stockAnswer: '/stocktakings',
} as const

function Done({ confirmed, onClose }: { confirmed: ConfirmedWire; onClose: () => void }) {
  const { t, listed } = useLanguage()
  const { entered } = confirmed
  const of = (register: keyof typeof addresses) => entered[register] ?? 0
  const written = (Object.keys(addresses) as (keyof typeof addresses)[]).filter(
    (register) => of(register) > 0,
  )
  const amended = Object.values(confirmed.amended).reduce((sum, count) => sum + count, 0)
  return (
    <Dialog title={t('imports.done')} onClose={onClose}>
      <p>
        {written.length === 0
          ? t('imports.doneNothing', { amended })
          : t('imports.doneText', {
              entered: listed(
                written.map((register) => `${t(`imports.registers.${register}`)} ${of(register)}`),
              ),
              amended,
            })}
      </p>
      <div className="actions">
        {written.map((register) => (
          <LinkButton key={register} href={addresses[register]}>
            {t(`imports.registers.${register}`)}
          </LinkButton>
        ))}
      </div>
      <div className="dialog-foot">
        <LinkButton href="/imports">{t('imports.again')}</LinkButton>
        <Button kind="primary" onClick={onClose}>
          {t('general.close')}
        </Button>
      </div>
    </Dialog>
  )
}

function Discarding({ draft, onClose }: { draft: ImportWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const leaving = useMutation({
    mutationFn: () => discardImport(draft.id),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t('imports.discardTitle')} onClose={onClose}>
      <p>{t('imports.discardText')}</p>
      <ProblemAlert error={leaving.error} />
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('general.cancel')}</Button>
        <Button kind="danger" busy={leaving.isPending} onClick={() => leaving.mutate()}>
          {t('imports.discard')}
        </Button>
      </div>
    </Dialog>
  )
}
