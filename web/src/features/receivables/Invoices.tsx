import { Fragment, useState } from 'react'
import { newId } from '../../api/ids.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { minorText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { MoneyField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, Money, typedYuan } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type ContractMoneyWire, draftInvoice, useRereadMoney } from './money.api.ts'
import type { Open } from './Opened.tsx'
import { StateChip } from './StateChip.tsx'

/** The invoices of a contract: drafted, issued, paid or void. */
export function Invoices(props: {
  id: string
  money: ContractMoneyWire
  mayWrite: boolean
  onOpen: (open: Open) => void
}) {
  const { t, listed } = useLanguage()
  const { id, money, mayWrite, onOpen } = props
  const [isDrafting, draft] = useState(false)
  return (
    <Panel
      title={t('receivables.invoices')}
      extra={mayWrite && <Button onClick={() => draft(true)}>{t('receivables.draft')}</Button>}
    >
      {money.invoices.length === 0 ? (
        <Nothing text={t('receivables.noInvoices')} />
      ) : (
        <table className="grid stacks">
          <thead>
            <tr>
              <th>{t('receivables.fields.number')}</th>
              <th>{t('receivables.fields.issuedOn')}</th>
              <th>{t('receivables.fields.for')}</th>
              <th>{t('receivables.fields.state')}</th>
              <th className="num">{t('receivables.fields.amountFen')}</th>
              <th className="num">{t('receivables.fields.vatFen')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {money.invoices.map((one) => (
              <tr key={one.id} className={one.state === 'void' ? 'muted' : undefined}>
                <td className="figure" data-label={t('receivables.fields.number')}>
                  {one.number ?? '—'}
                  {one.files.map((file) => (
                    <div key={file.sha256}>
                      <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
                    </div>
                  ))}
                </td>
                <td className="nowrap figure" data-label={t('receivables.fields.issuedOn')}>
                  {one.issuedOn}
                </td>
                <td data-label={t('receivables.fields.for')}>
                  {listed(one.lines.map(({ label }) => label))}
                  <div className="muted">{one.voidReason ?? one.buyer}</div>
                </td>
                <td>
                  <StateChip state={one.state} />
                </td>
                <td className="num" data-label={t('receivables.fields.amountFen')}>
                  <Money fen={one.amountFen} />
                </td>
                <td className="num" data-label={t('receivables.fields.vatFen')}>
                  <Money fen={one.vatFen} /> <small className="muted">{one.vatRate}</small>
                </td>
                <td className="nowrap">
                  {mayWrite && one.state === 'draft' && (
                    <Button
                      small
                      kind="primary"
                      onClick={() => onOpen({ is: 'issue', invoice: one.id })}
                    >
                      {t('receivables.issue')}
                    </Button>
                  )}{' '}
                  {mayWrite && one.state !== 'void' && (
                    <Button
                      small
                      kind="quiet"
                      onClick={() => onOpen({ is: 'void', invoice: one.id })}
                    >
                      {t('receivables.void')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isDrafting && <DraftForm id={id} money={money} onClose={() => draft(false)} />}
    </Panel>
  )
}

/** Asks what an invoice is for: of each receivable what is not invoiced yet is proposed. */
function DraftForm(props: { id: string; money: ContractMoneyWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, money, onClose } = props
  const reread = useRereadMoney()
  const open = money.receivables.filter(({ state }) => ['upcoming', 'overdue'].includes(state))
  const restOf = (one: (typeof open)[number]) => {
    const rest = BigInt(one.openFen) - BigInt(one.invoicedFen)
    return rest > 0n ? typedYuan(`${rest}`) : ''
  }
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>(() => {
    const first = open.find((one) => restOf(one) !== '')
    return first ? { [first.id]: restOf(first) } : {}
  })
  const [foreign, setForeign] = useState<Readonly<Record<string, string>>>({})
  const [buyer, setBuyer] = useState(money.counterparty ?? '')
  const [vatRate, setVatRate] = useState('')
  const [order] = useState(newId)
  const [error, setError] = useState<unknown>()
  const wrong = fieldErrors(error, ['buyer', 'vatRate', 'lines'])
  const send = async () => {
    setError(undefined)
    const lines = Object.entries(amounts)
      .filter(([, typed]) => typed.trim() !== '')
      .map(([receivable, typed]) => ({
        ...{ receivable, fen: fenText(typed) ?? typed },
        minor: minorOf(open.find(({ id: of }) => of === receivable)?.currency, foreign[receivable]),
      }))
    const rate = /^[\d.]+$/.test(vatRate.trim()) ? `${vatRate.trim()}%` : vatRate.trim()
    try {
      await draftInvoice(id, { id: order, lines, vatRate: rate, buyer: buyer.trim() || null })
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
        <ShareField
          label={t('receivables.fields.vatRate')}
          name="vatRate"
          value={vatRate}
          onChange={setVatRate}
          hint={t('receivables.vatHint')}
          error={wrong.at('vatRate')}
          isRequired
        />
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

/** What is typed of a foreign receivable in its own currency; nothing typed is all that is left. */
function minorOf(currency: string | undefined, typed: string | undefined): string | null {
  if (currency === undefined || currency === 'CNY' || !typed?.trim()) return null
  return minorText(typed, currency) ?? typed
}
