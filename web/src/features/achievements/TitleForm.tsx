import { type FormEvent, useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { DayField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { AchievementWire } from './achievement.api.ts'

type Holding = AchievementWire['holdings'][number]
type Dispute = AchievementWire['disputes'][number]
type ErrorAt = (field: string) => string | undefined

/** The fields of one holding and of one dispute, as refusals name them. */
const parts = {
  holdings: ['from', 'holders', 'basis', 'files'],
  disputes: ['about', 'from', 'to', 'outcome'],
}

/** Title anew: who holds what part from which day on, by what evidence; and what is disputed. */
export function TitleForm(props: {
  one: AchievementWire
  today: string
  owner: string
  onSave: (title: { holdings: Holding[]; disputes: Dispute[] }, reason: string) => Promise<void>
  onCancel: () => void
}) {
  const { t } = useLanguage()
  const { one, today, owner } = props
  const first = { from: today, holders: [{ name: owner, share: '100%' }], basis: '', files: [] }
  const [holdings, setHoldings] = useState<Holding[]>(
    one.holdings.length > 0 ? one.holdings : [first],
  )
  const [disputes, setDisputes] = useState<Dispute[]>(one.disputes)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const within = (list: 'holdings' | 'disputes', all: readonly unknown[]) =>
    all.flatMap((_, at) => parts[list].map((part) => `${list}/${at}/${part}`))
  const wrong = fieldErrors(error, [
    ...within('holdings', holdings),
    ...within('disputes', disputes),
    'reason',
  ])
  const setHolding = (at: number, changes: Partial<Holding>) =>
    setHoldings((all) => all.map((each, index) => (index === at ? { ...each, ...changes } : each)))
  const setDispute = (at: number, changes: Partial<Dispute>) =>
    setDisputes((all) => all.map((each, index) => (index === at ? { ...each, ...changes } : each)))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    await props.onSave({ holdings, disputes }, reason).catch(setError)
    setBusy(false)
  }
  return (
    <form onSubmit={save} className="form">
      {holdings.map((holding, at) => (
        <HoldingFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a holding has no other identity while typed
          key={at}
          holding={holding}
          errorAt={(part) => wrong.at(`holdings/${at}/${part}`)}
          onChange={(changes) => setHolding(at, changes)}
          onFiles={(change) =>
            setHoldings((all) =>
              all.map((each, index) =>
                index === at ? { ...each, files: [...change(each.files)] } : each,
              ),
            )
          }
          onRemove={() => setHoldings((all) => all.filter((_, index) => index !== at))}
        />
      ))}
      <div className="actions spaced">
        <Button onClick={() => setHoldings((all) => [...all, { ...first, holders: lastOf(all) }])}>
          + {t('disclosure.addHolding')}
        </Button>
      </div>
      {disputes.map((dispute, at) => (
        <DisputeFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a dispute has no other identity while typed
          key={at}
          dispute={dispute}
          errorAt={(part) => wrong.at(`disputes/${at}/${part}`)}
          onChange={(changes) => setDispute(at, changes)}
        />
      ))}
      <div className="actions spaced">
        <Button
          onClick={() =>
            setDisputes((all) => [...all, { from: today, to: null, about: '', outcome: null }])
          }
        >
          + {t('disclosure.addDispute')}
        </Button>
      </div>
      <LongTextField
        label={t('history.why')}
        name="reason"
        maxLength={500}
        value={reason}
        error={wrong.at('reason')}
        onChange={setReason}
        isRequired
      />
      <ProblemAlert error={error} shown={wrong.shown} />
      <div className="actions">
        <Button type="submit" kind="primary" busy={isBusy} disabled={reason.trim() === ''}>
          {t('disclosure.registerTitle')}
        </Button>
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
      </div>
    </form>
  )
}

function lastOf(holdings: readonly Holding[]): Holding['holders'] {
  return (holdings.at(-1)?.holders ?? []).map((holder) => ({ ...holder }))
}

function HoldingFields(props: {
  holding: Holding
  errorAt: ErrorAt
  onChange: (changes: Partial<Holding>) => void
  onFiles: (change: (before: readonly StoredFile[]) => readonly StoredFile[]) => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const { holding, errorAt, onChange } = props
  const { holders } = holding
  const set = (at: number, changes: object) =>
    onChange({
      holders: holders.map((each, index) => (index === at ? { ...each, ...changes } : each)),
    })
  return (
    <div className="item">
      <DayField
        label={t('disclosure.heldFrom')}
        name="heldFrom"
        value={holding.from}
        error={errorAt('from')}
        onChange={(from) => onChange({ from })}
      />
      {holders.map((holder, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a holder has no other identity while typed
        <div key={at} className="item-line">
          <TextField
            label={t('disclosure.holder')}
            name={`holder-${at}`}
            maxLength={200}
            value={holder.name}
            onChange={(name) => set(at, { name })}
          />
          <ShareField
            label={t('disclosure.holderShare')}
            name={`share-${at}`}
            value={holder.share}
            onChange={(share) => set(at, { share })}
          />
          {holders.length > 1 && (
            <Button
              kind="quiet"
              small
              onClick={() => onChange({ holders: holders.filter((_, index) => index !== at) })}
            >
              {t('general.remove')}
            </Button>
          )}
        </div>
      ))}
      {errorAt('holders') && (
        <p className="wrong" role="alert">
          {errorAt('holders')}
        </p>
      )}
      <div className="actions">
        <Button small onClick={() => onChange({ holders: [...holders, { name: '', share: '' }] })}>
          + {t('disclosure.addHolder')}
        </Button>
      </div>
      <TextField
        label={t('disclosure.basis')}
        hint={t('disclosure.basisHint')}
        name="basis"
        maxLength={300}
        value={holding.basis}
        error={errorAt('basis')}
        onChange={(basis) => onChange({ basis })}
      />
      <FilesField
        label={t('disclosure.titleEvidence')}
        files={holding.files}
        error={errorAt('files')}
        withCamera
        onChange={props.onFiles}
      />
      <Button kind="quiet" small className="item-remove" onClick={props.onRemove}>
        {t('general.remove')}
      </Button>
    </div>
  )
}

function DisputeFields(props: {
  dispute: Dispute
  errorAt: ErrorAt
  onChange: (changes: Partial<Dispute>) => void
}) {
  const { t } = useLanguage()
  const { dispute, errorAt, onChange } = props
  return (
    <div className="item">
      <LongTextField
        label={t('disclosure.disputeAbout')}
        name="disputeAbout"
        maxLength={1000}
        value={dispute.about}
        error={errorAt('about')}
        onChange={(about) => onChange({ about })}
      />
      <div className="item-line">
        <DayField
          label={t('disclosure.disputeFrom')}
          name="disputeFrom"
          value={dispute.from}
          error={errorAt('from')}
          onChange={(from) => onChange({ from })}
        />
        <DayField
          label={t('disclosure.disputeTo')}
          hint={t('disclosure.disputeToHint')}
          name="disputeTo"
          value={dispute.to ?? ''}
          error={errorAt('to')}
          onChange={(to) => onChange({ to: to || null })}
        />
      </div>
      {dispute.to && (
        <TextField
          label={t('disclosure.disputeOutcome')}
          name="disputeOutcome"
          maxLength={1000}
          value={dispute.outcome ?? ''}
          error={errorAt('outcome')}
          onChange={(outcome) => onChange({ outcome: outcome || null })}
        />
      )}
    </div>
  )
}
