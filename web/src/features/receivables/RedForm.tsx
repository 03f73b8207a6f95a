import { useLanguage } from '../../ui/language.ts'
import { typedYuan } from '../../ui/Money.tsx'
import { type ContractMoneyWire, tellMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

/** What of an invoice no red-letter one took back yet, by receivable. */
export function leftToTakeBack(money: ContractMoneyWire, id: string) {
  const standing = money.invoices.filter(({ state }) => state !== 'void')
  const reds = standing.filter(({ redOf }) => redOf === id).flatMap(({ lines }) => lines)
  const own = standing.find((one) => one.id === id)?.lines ?? []
  return own
    .map(({ receivable, label, fen }) => ({
      ...{ receivable, label },
      fen: reds
        .filter((one) => one.receivable === receivable)
        .reduce((sum, one) => sum + BigInt(one.fen), BigInt(fen)),
    }))
    .filter(({ fen }) => fen > 0n)
}

/** Records a red-letter invoice, of all that is left of another one or of a part. */
export function RedForm(props: { money: ContractMoneyWire; invoice: string; onClose: () => void }) {
  const { t } = useLanguage()
  const { money, invoice, onClose } = props
  const number = money.invoices.find((one) => one.id === invoice)?.number ?? ''
  const left = leftToTakeBack(money, invoice)
  return (
    <SmallForm
      title={`${t('receivables.red')} ${number}`.trim()}
      lead={t('receivables.redHint')}
      asked={[
        { name: 'number', as: 'line', label: t('receivables.redNumber'), isRequired: true },
        {
          ...{ name: 'issuedOn', as: 'day', label: t('receivables.fields.issuedOn') },
          ...{ isRequired: true, first: money.today },
        },
        ...left.map(({ label, fen }, at) => ({
          ...{ name: `lines/${at}/fen`, as: 'amount' as const },
          label: t('receivables.redOfPayment', { label }),
          ...{ first: typedYuan(`${fen}`), isRequired: left.length === 1 },
          hint: t('receivables.redAmountHint'),
        })),
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      withFiles
      isOnce
      act={t('receivables.red')}
      onSend={(body) => tellMoney(`/invoices/${invoice}/red`, redOf(body, left))}
      onClose={onClose}
    />
  )
}

/** What the form asked as it is sent: a payment that was left empty is not taken back. */
function redOf(
  body: Readonly<Record<string, unknown>>,
  left: ReturnType<typeof leftToTakeBack>,
): Readonly<Record<string, unknown>> {
  const kept = Object.entries(body).filter(([name]) => !name.startsWith('lines/'))
  const lines = left.map(({ receivable }, at) => ({
    ...{ receivable, fen: body[`lines/${at}/fen`] ?? '0' },
  }))
  return { ...Object.fromEntries(kept), lines }
}
