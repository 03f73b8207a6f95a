import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type DisposeWire,
  dispose,
  outcomes,
  type PreviewWire,
  previewDisposition,
  type StockLineWire,
  useRereadCampaign,
} from './stocktaking.api.ts'

type Draft = Readonly<Record<string, string | undefined>>
type Flags = Readonly<Record<string, boolean>>

const asked = ['outcome', 'reason', 'decidedBy', 'manager', 'incomePayer', 'lines']
const payers = ['manager_pays', 'institution_pays', 'payer_unsaid'] as const

/** Takes one disposition for the chosen lines; what it changes is seen before it is written. */
export function DisposeForm(props: {
  campaign: string
  lines: readonly StockLineWire[]
  onClose: () => void
  onDone: () => void
}) {
  const { t, named } = useLanguage()
  const { campaign, lines, onClose, onDone } = props
  const reread = useRereadCampaign(campaign)
  const [draft, setDraft] = useState<Draft>({})
  const [flags, setFlags] = useState<Flags>({})
  const ids = lines.map(({ id }) => id)
  const look = useMutation({
    mutationFn: () =>
      previewDisposition(campaign, {
        lines: ids,
        outcome: draft['outcome'] as DisposeWire['outcome'],
      }),
  })
  const send = useMutation({
    mutationFn: () => dispose(campaign, bodyOf(ids, draft, flags)),
    onSuccess: async () => {
      await reread()
      onDone()
      onClose()
    },
  })
  const error = send.error ?? look.error
  const wrong = fieldErrors(error, asked)
  const field = (name: string) => ({
    name,
    label: t(`stock.decision.${name}` as 'stock.decision.reason'),
    value: draft[name],
    onChange: (value: string) => {
      setDraft({ ...draft, [name]: value })
      if (name === 'outcome') look.reset()
    },
    error: wrong.at(name),
  })
  const flag = (name: string) => ({
    label: t(`stock.decision.${name}` as 'stock.decision.reason'),
    value: flags[name] === true,
    onChange: (value: boolean) => setFlags({ ...flags, [name]: value }),
  })
  const isWhole = draft['outcome'] && draft['reason']?.trim() && draft['decidedBy']?.trim()
  return (
    <Dialog title={t('stock.dispose', { count: lines.length })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (look.data) send.mutate()
          else look.mutate()
        }}
      >
        <ChoiceField
          {...field('outcome')}
          isRequired
          choices={outcomes.map((value) => ({ value, label: named('stock.outcome', value) }))}
        />
        <LongTextField {...field('reason')} isRequired maxLength={1000} />
        <TextField {...field('decidedBy')} isRequired maxLength={100} width="medium" />
        {draft['outcome'] === 'trust' && (
          <>
            <TextField {...field('manager')} maxLength={200} width="medium" />
            <FlagField {...flag('rightsSettled')} />
            <ChoiceField
              {...field('incomePayer')}
              choices={payers.map((value) => ({ value, label: named('stock.payers', value) }))}
            />
          </>
        )}
        {draft['outcome'] === 'abandon' && (
          <>
            <FlagField {...flag('evaluated')} />
            <FlagField {...flag('approved')} />
          </>
        )}
        <p className="hint">{t('stock.legalActHint')}</p>
        {look.data && <Preview preview={look.data} />}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={look.isPending || send.isPending}
            disabled={!isWhole}
          >
            {look.data ? t('stock.confirm', { count: lines.length }) : t('stock.preview')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Preview({ preview }: { preview: PreviewWire }) {
  const { t, say, named, listed, colon } = useLanguage()
  const warned = preview.items.filter(({ warnings }) => warnings.length > 0)
  return (
    <>
      {warned.length > 0 && (
        <Callout tone="due" title={t('stock.warned', { count: warned.length })}>
          {warned.map(({ id, title, warnings }) => (
            <div key={id}>
              {title}
              {colon}
              {warnings.map((one) => say(one)).join(' ')}
            </div>
          ))}
        </Callout>
      )}
      <table className="grid">
        <thead>
          <tr>
            <th>{t('rights.fields.title')}</th>
            <th>{t('stock.wishes')}</th>
            <th>{t('stock.change')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.items.map(({ id, title, from, to, wishes }) => (
            <tr key={id}>
              <td>{title}</td>
              <td>{listed(wishes.map((wish) => named('stock.outcome', wish))) || '—'}</td>
              <td>
                {named('stock.outcome', from ?? 'none')} → {named('stock.outcome', to)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function bodyOf(lines: string[], draft: Draft, flags: Flags): DisposeWire {
  const { outcome, reason = '', decidedBy = '', manager, incomePayer } = draft
  const { rightsSettled = false, evaluated = false, approved = false } = flags
  return {
    ...{ lines, reason: reason.trim(), decidedBy: decidedBy.trim() },
    outcome: outcome as DisposeWire['outcome'],
    ...(outcome === 'trust' && {
      ...{ rightsSettled, incomePayer: (incomePayer ?? 'payer_unsaid') as 'payer_unsaid' },
      ...(manager?.trim() && { manager: manager.trim() }),
    }),
    ...(outcome === 'abandon' && { evaluated, approved }),
  }
}
