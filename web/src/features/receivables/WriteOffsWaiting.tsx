import { amountText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type ContractMoneyWire, tellMoney } from './money.api.ts'
import type { Open } from './Opened.tsx'
import { SmallForm } from './SmallForm.tsx'

/** Write-offs that wait for a second person; whoever proposed one may give it up, and another one confirms it. */
export function WriteOffsWaiting(props: {
  money: ContractMoneyWire
  mayWriteOff: boolean
  me: string
  onOpen: (open: Open) => void
}) {
  const { t } = useLanguage()
  const { money, mayWriteOff, me, onOpen } = props
  return money.writeOffsWaiting.map((one) => (
    <Callout
      key={one.id}
      tone="due"
      title={t('receivables.writeOffWaits', {
        ...{ label: one.label, amount: amountText(one.minor, one.currency), name: one.madeName },
      })}
    >
      <p>
        <span className="figure">{one.writtenOn}</span> {one.reason}
      </p>
      {one.files.map((file) => (
        <div key={file.sha256}>
          <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
        </div>
      ))}
      {mayWriteOff && one.madeBy === me && (
        <p className="hint">{t('receivables.anotherConfirms')}</p>
      )}
      {mayWriteOff && (
        <div className="actions">
          {one.madeBy !== me && (
            <Button
              small
              kind="primary"
              onClick={() => onOpen({ is: 'confirmWriteOff', proposal: one.id })}
            >
              {t('receivables.confirmWriteOff')}
            </Button>
          )}
          <Button small onClick={() => onOpen({ is: 'withdrawWriteOff', proposal: one.id })}>
            {t('receivables.withdrawWriteOff')}
          </Button>
        </div>
      )}
    </Callout>
  ))
}

interface Props {
  readonly money: ContractMoneyWire
  readonly proposal: string
  readonly onClose: () => void
}

/** Confirms what a colleague proposed to write off. */
export function ConfirmWriteOffForm({ money, proposal, onClose }: Props) {
  const { t } = useLanguage()
  const one = money.writeOffsWaiting.find(({ id }) => id === proposal)
  return (
    <SmallForm
      title={t('receivables.confirmWriteOff')}
      lead={t('receivables.confirmWriteOffHint', {
        label: one?.label ?? '',
        amount: one ? amountText(one.minor, one.currency) : '',
      })}
      asked={[]}
      act={t('receivables.confirmWriteOff')}
      isDanger
      onSend={() => tellMoney(`/write-off-proposals/${proposal}/confirm`, {})}
      onClose={onClose}
    />
  )
}

/** Gives a proposed write-off up. */
export function WithdrawWriteOffForm({ proposal, onClose }: Props) {
  const { t } = useLanguage()
  return (
    <SmallForm
      title={t('receivables.withdrawWriteOff')}
      asked={[
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      act={t('receivables.withdrawWriteOff')}
      onSend={(body) => tellMoney(`/write-off-proposals/${proposal}/withdraw`, body)}
      onClose={onClose}
    />
  )
}
