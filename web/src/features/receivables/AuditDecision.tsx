import { Amount, amountText } from '../../ui/amounts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { type ContractMoneyWire, tellMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

type Decided = NonNullable<ContractMoneyWire['audits'][number]['decided']>

/** What was decided of what a licensee paid too much, how far it is done, and what comes next. */
export function Decision({ decided, money }: { decided: Decided; money: ContractMoneyWire }) {
  const { t } = useLanguage()
  const { way, onDay, reason, madeName, doneMinor, leftMinor } = decided
  const { currency } = money
  const isOwed = way === 'refund' && leftMinor !== '0'
  const from = money.receipts.filter(({ leftFen }) => leftFen !== '0')
  return (
    <div>
      <span className="chip">{t(`receivables.overWays.${way}`)}</span>{' '}
      <span className="figure">{onDay}</span> {madeName} {reason}{' '}
      <span className="nowrap">
        {t(`receivables.overDone.${way}`)} <Amount minor={doneMinor} currency={currency} />
      </span>{' '}
      <span className="nowrap">
        {t('receivables.overLeft')} <Amount minor={leftMinor} currency={currency} />
      </span>
      {isOwed && (
        <p>
          {t(money.isOfCase ? 'receivables.giveBackInCase' : 'receivables.giveBackFrom')}{' '}
          {!money.isOfCase &&
            from.map(({ id, receivedOn, leftFen }) => (
              <a key={id} href={`/receipts/${id}`} className="nowrap">
                {receivedOn} <Money fen={leftFen} />{' '}
              </a>
            ))}
        </p>
      )}
      <p className="hint">{t(`receivables.overHints.${way}`)}</p>
    </div>
  )
}

/** Decides what becomes of what a licensee paid too much. */
export function DecisionForm(props: {
  id: string
  money: ContractMoneyWire
  audit: string
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { id, money, audit, onClose } = props
  const found = money.audits.find((one) => one.id === audit)?.differenceMinor ?? '0'
  return (
    <SmallForm
      title={t('receivables.decideOver')}
      lead={t('receivables.decideOverHint', {
        over: amountText(found.replace('-', ''), money.currency),
      })}
      asked={[
        {
          ...{ name: 'way', as: 'choice', label: t('receivables.overWay') },
          ...{ isRequired: true, first: 'credit' },
          choices: (['credit', 'refund'] as const).map((value) => ({
            ...{ value, label: t(`receivables.overWays.${value}`) },
          })),
          hint: t('receivables.overWayHint'),
        },
        {
          ...{ name: 'onDay', as: 'day', label: t('receivables.fields.decidedOn') },
          ...{ isRequired: true, first: money.today },
        },
        {
          ...{ name: 'reason', as: 'text', label: t('receivables.fields.reason') },
          isRequired: true,
        },
      ]}
      act={t('receivables.decideOver')}
      isOnce
      onSend={(body) => tellMoney(`/contracts/${id}/royalty-audits/${audit}/decision`, body)}
      onClose={onClose}
    />
  )
}
