import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { DayField, MoneyField } from '../../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, Money } from '../../../ui/Money.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type FeeLineWire, type OtherFeeWire, proposeBatch } from './fee.api.ts'

/** Puts the chosen fees together for approval. */
export function ProposeBatch(props: {
  lines: readonly FeeLineWire[]
  /** Fees of clocks, beside the annual ones. */
  others: readonly OtherFeeWire[]
  today: string
  /** The reading of the rule on late fees that is taken. */
  reading: string
  onClose: () => void
}) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { lines, others, today, reading, onClose } = props
  const count = lines.length + others.length
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({
    title: t(others.length > 0 ? 'fees.batchTitleMixed' : 'fees.batchTitle', {
      month: today.slice(0, 7),
    }),
    payOn: today,
  })
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const open = lines.filter(({ decision }) => decision === null).length
  const annual = lines.reduce((sum, one) => sum + BigInt(one.toPayFen[reading] ?? 0), 0n)
  const costs = others.reduce((sum, one) => sum + BigInt(one.feeFen ?? 0), annual)
  const wrong = fieldErrors(error, ['title', 'budget', 'budgetFen', 'payOn', 'keepReason'])
  const field = (name: string) => ({
    name,
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: wrong.at(name),
  })
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { title = '', budget = '', budgetFen = '', payOn = '', keepReason } = draft
      const { id } = await proposeBatch({
        ...{ title, budget, payOn, budgetFen: fenText(budgetFen) ?? budgetFen },
        lines: [
          ...lines.map(({ right, year }) => ({ right, year })),
          ...others.map(({ right, clock }) => ({ right, clock })),
        ],
        ...(keepReason && { keepReason }),
      })
      await client.invalidateQueries({ queryKey: ['fees'] })
      await navigate({ to: '/fee-batches/$id', params: { id } })
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('fees.propose', { count })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField {...field('title')} label={t('fees.batch')} isRequired maxLength={200} />
        <TextField
          {...field('budget')}
          label={t('fees.budget')}
          hint={t('fees.budgetHint')}
          isRequired
          maxLength={200}
        />
        <MoneyField
          {...field('budgetFen')}
          label={t('fees.budgetFen')}
          hint={
            <>
              {t('fees.budgetFenHint')} <Money fen={`${costs}`} />
            </>
          }
          isRequired
        />
        <DayField
          {...field('payOn')}
          label={t('fees.payOn')}
          hint={t('fees.payOnHint')}
          isRequired
          min={today}
        />
        {open > 0 && (
          <LongTextField
            {...field('keepReason')}
            label={t('fees.keepReason', { count: open })}
            isRequired
          />
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('fees.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
