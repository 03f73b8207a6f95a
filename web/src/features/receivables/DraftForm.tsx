import { Fragment, useState } from 'react'
import { newId } from '../../api/ids.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { minorText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { MoneyField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, typedYuan } from '../../ui/Money.tsx'
import { Nothing } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type ContractMoneyWire, draftInvoice, useRereadMoney } from './money.api.ts'

/** The choice of a rate that is none of those of today. */
const other = 'other'

/** Asks what an invoice is for: of each receivable what is not invoiced yet is proposed. */
export function DraftForm(props: { id: string; money: ContractMoneyWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, money, onClose } = props
  const reread = useRereadMoney()
  // What has arrived is invoiced as well: its invoice may have been taken back.
  const isOpen = ({ state }: Owed) => ['upcoming', 'overdue'].includes(state)
  const open = money.receivables.filter(
    (one) => isOpen(one) || (one.state === 'settled' && restOf(one) !== ''),
  )
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>(() => {
    const first = open.filter(isOpen).find((one) => restOf(one) !== '') ?? open[0]
    return first ? { [first.id]: restOf(first) } : {}
  })
  const [foreign, setForeign] = useState<Readonly<Record<string, string>>>({})
  const [buyer, setBuyer] = useState(money.counterparty ?? '')
  const [chosen, choose] = useState(money.vatRates[0] ?? other)
  const [vatRate, setVatRate] = useState('')
  const [vatReason, setVatReason] = useState('')
  const [order] = useState(newId)
  const [error, setError] = useState<unknown>()
  const wrong = fieldErrors(error, ['buyer', 'vatRate', 'vatReason', 'lines'])
  const send = async () => {
    setError(undefined)
    const lines = Object.entries(amounts)
      .filter(([, typed]) => typed.trim() !== '')
      .map(([receivable, typed]) => ({
        ...{ receivable, fen: fenText(typed) ?? typed },
        minor: minorOf(open.find(({ id: of }) => of === receivable)?.currency, foreign[receivable]),
      }))
    const typed = /^[\d.]+$/.test(vatRate.trim()) ? `${vatRate.trim()}%` : vatRate.trim()
    const tax = {
      vatRate: chosen === other ? typed : chosen,
      vatReason: (chosen === other && vatReason.trim()) || null,
    }
    try {
      await draftInvoice(id, { id: order, lines, ...tax, buyer: buyer.trim() || null })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title={t('receivables.draft')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="hint">{t('receivables.draftHint')}</p>
        {open.map((one) => (
          <Fragment key={one.id}>
            <MoneyField
              label={`${one.label}${one.periodFrom ? ` ${one.periodFrom}` : ''} · ${one.dueOn ?? ''}`}
              value={amounts[one.id] ?? ''}
              onChange={(typed) => setAmounts({ ...amounts, [one.id]: typed })}
            />
            {one.currency !== 'CNY' && (amounts[one.id] ?? '') !== '' && (
              <AmountField
                label={t('receivables.inItsCurrency', { currency: one.currency })}
                hint={t('receivables.inItsCurrencyHint')}
                currency={one.currency}
                value={foreign[one.id] ?? ''}
                onChange={(typed) => setForeign({ ...foreign, [one.id]: typed })}
              />
            )}
          </Fragment>
        ))}
        {open.length === 0 && <Nothing text={t('receivables.nothingToInvoice')} />}
        {wrong.at('lines') && <p className="wrong">{wrong.at('lines')}</p>}
        <TextField
          label={t('receivables.fields.buyer')}
          name="buyer"
          value={buyer}
          onChange={setBuyer}
          error={wrong.at('buyer')}
          maxLength={200}
        />
        <ChoiceField
          label={t('receivables.fields.vatRate')}
          {...(chosen !== other && { name: 'vatRate', error: wrong.at('vatRate') })}
          value={chosen}
          onChange={choose}
          hint={t('receivables.vatHint')}
          isFolded
          isRequired
          choices={[
            ...money.vatRates.map((rate) => ({ value: rate, label: rate })),
            { value: 'exempt', label: t('receivables.exempt') },
            { value: other, label: t('receivables.otherRate') },
          ]}
        />
        {chosen === other && (
          <>
            <ShareField
              label={t('receivables.otherRate')}
              name="vatRate"
              value={vatRate}
              onChange={setVatRate}
              error={wrong.at('vatRate')}
              isRequired
            />
            <TextField
              label={t('receivables.fields.vatReason')}
              name="vatReason"
              value={vatReason}
              onChange={setVatReason}
              error={wrong.at('vatReason')}
              isRequired
              maxLength={500}
            />
          </>
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('receivables.draft')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Owed = ContractMoneyWire['receivables'][number]

/** What of a receivable is not invoiced yet: in yuan of all that it comes to, else of what is open. */
function restOf({ currency, minor, writtenOffMinor, openFen, invoicedFen }: Owed): string {
  const isYuan = currency === 'CNY' && minor !== null
  const whole = isYuan ? BigInt(minor) - BigInt(writtenOffMinor) : BigInt(openFen)
  const rest = whole - BigInt(invoicedFen)
  return rest > 0n ? typedYuan(`${rest}`) : ''
}

/** What is typed of a foreign receivable in its own currency; nothing typed is all that is left. */
function minorOf(currency: string | undefined, typed: string | undefined): string | null {
  if (currency === undefined || currency === 'CNY' || !typed?.trim()) return null
  return minorText(typed, currency) ?? typed
}
