import { currencyCodes } from '@yizhuan/money'
import type { EnterReceiptWire } from '@yizhuan/server/wire/receivables/hand'
import { useState } from 'react'
import { write } from '../../api/client.ts'
import { newId } from '../../api/ids.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { minorText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ContractPicker, type PickedContract } from './ContractPicker.tsx'
import { useRereadMoney } from './money.api.ts'

const names = [
  ...(['payer', 'receivedOn', 'currency', 'minor', 'rate', 'rateSource', 'amountFen'] as const),
  ...(['account', 'voucher', 'wholeFen', 'contract', 'instalment', 'remark'] as const),
]
type Name = (typeof names)[number]
type Draft = Readonly<Partial<Record<Name, string>>>

/** Enters what arrived and neither a case nor a ledger announced. */
export function EnterReceipt({ onEntered }: { onEntered: (id: string) => void }) {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button kind="primary" onClick={() => open(true)}>
        {t('handReceipts.enter')}
      </Button>
      {isOpen && <Entering onEntered={onEntered} onClose={() => open(false)} />}
    </>
  )
}

function Entering(props: { onEntered: (id: string) => void; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useRereadMoney()
  const [draft, setDraft] = useState<Draft>({ currency: 'CNY' })
  const [chosen, choose] = useState<readonly PickedContract[]>([])
  const [id] = useState(newId)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, names)
  const tie = (name: Name) => ({
    name,
    value: draft[name] ?? '',
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: wrong.at(name),
  })
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const body = sentOf(draft, chosen[0]?.id ?? null)
      const made = await write<{ id: string }>('POST', '/receipts', { id, ...body })
      await reread()
      props.onEntered(made.id)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('handReceipts.enter')} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="hint">{t('handReceipts.lead')}</p>
        <TextField label={t('proceeds.fields.payer')} isRequired {...tie('payer')} />
        <DayField label={t('proceeds.fields.receivedOn')} isRequired {...tie('receivedOn')} />
        <Amounts draft={draft} tie={tie} />
        <TextField
          label={t('proceeds.fields.account')}
          hint={t('handReceipts.accountHint')}
          isRequired
          {...tie('account')}
        />
        <TextField
          label={t('proceeds.fields.voucher')}
          hint={t('handReceipts.voucherHint')}
          isRequired
          {...tie('voucher')}
        />
        <AmountField
          label={t('proceeds.wholeReceipt')}
          hint={t('handReceipts.wholeHint')}
          currency="CNY"
          {...tie('wholeFen')}
        />
        <ContractPicker
          label={t('handReceipts.contract')}
          chosen={chosen}
          onChange={choose}
          error={wrong.at('contract')}
        />
        <p className="hint">{t('handReceipts.contractHint')}</p>
        <TextField label={t('proceeds.fields.instalment')} {...tie('instalment')} />
        <TextField label={t('proceeds.fields.remark')} {...tie('remark')} />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('handReceipts.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Tied {
  readonly name: Name
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** The amount; of another currency what arrived, and how it was reckoned. */
function Amounts({ draft, tie }: { draft: Draft; tie: (name: Name) => Tied }) {
  const { t } = useLanguage()
  const { currency = 'CNY' } = draft
  const isForeign = currency !== 'CNY'
  return (
    <>
      <ChoiceField
        label={t('receivables.fields.currency')}
        isRequired
        choices={currencyCodes.map((value) => ({ value, label: value }))}
        {...tie('currency')}
      />
      {isForeign && (
        <>
          <AmountField
            label={t('receivables.fields.foreign')}
            isRequired
            currency={currency}
            {...tie('minor')}
          />
          <TextField
            label={t('receivables.fields.rate')}
            hint={t('receivables.rateHint')}
            {...tie('rate')}
          />
          <TextField label={t('receivables.fields.rateSource')} isRequired {...tie('rateSource')} />
        </>
      )}
      <AmountField
        label={t('proceeds.fields.amountFen')}
        currency="CNY"
        isRequired={!isForeign}
        {...(isForeign && { hint: t('handReceipts.bookedHint') })}
        {...tie('amountFen')}
      />
    </>
  )
}

/** What is sent of a draft; what nobody typed is none, and what is no amount goes as it was typed. */
function sentOf(draft: Draft, contract: string | null): Omit<EnterReceiptWire, 'id'> {
  const { currency = 'CNY' } = draft
  const said = (name: Name) => draft[name]?.trim() || null
  const amount = (name: Name, of: string) => {
    const typed = said(name)
    return typed === null ? null : (minorText(typed, of) ?? typed)
  }
  const foreign = currency === 'CNY' ? [] : (['rate', 'rateSource'] as const)
  return {
    ...{ payer: said('payer') ?? '', receivedOn: said('receivedOn') ?? '', currency },
    ...{ amountFen: amount('amountFen', 'CNY'), wholeFen: amount('wholeFen', 'CNY') },
    minor: currency === 'CNY' ? null : amount('minor', currency),
    ...Object.fromEntries(foreign.map((name) => [name, said(name)])),
    ...{ account: said('account') ?? '', voucher: said('voucher') ?? '' },
    ...{ contract, instalment: said('instalment'), remark: said('remark') },
  }
}
