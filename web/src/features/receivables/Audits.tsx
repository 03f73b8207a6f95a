import { Amount, amountText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Decision } from './AuditDecision.tsx'
import { type ContractMoneyWire, tellMoney } from './money.api.ts'
import type { Open } from './Opened.tsx'
import { SmallForm } from './SmallForm.tsx'

/** Looks into the books of a licensee, and what came of each. */
export function Audits(props: {
  money: ContractMoneyWire
  mayWrite: boolean
  mayDecide: boolean
  onOpen: (open: Open) => void
}) {
  const { t } = useLanguage()
  const { money, mayWrite, mayDecide, onOpen } = props
  if (money.audits.length === 0) return null
  return (
    <ul className="bare gap-above">
      {money.audits.map((one) => (
        <li key={one.id} className={one.takenBack === null ? undefined : 'muted'}>
          <span className="chip">{t(`receivables.outcomes.${one.outcome}`)}</span>{' '}
          <span className="figure">{one.onDay}</span> {one.words}{' '}
          {one.differenceMinor !== null && (
            <Found minor={one.differenceMinor} dueOn={one.dueOn} currency={money.currency} />
          )}
          {one.periodFrom !== null && (
            <small className="muted">
              {' '}
              {t('receivables.fields.period')} <span className="figure">{one.periodFrom}</span>
            </small>
          )}{' '}
          {one.takenBack !== null && (
            <small>{t('receivables.auditTakenBack', { reason: one.takenBack })}</small>
          )}
          {one.takenBack === null &&
            one.decided === null &&
            one.differenceMinor?.startsWith('-') &&
            mayDecide && (
              <Button small onClick={() => onOpen({ is: 'decideOver', audit: one.id })}>
                {t('receivables.decideOver')}
              </Button>
            )}
          {one.takenBack === null && mayWrite && (
            <Button small kind="quiet" onClick={() => onOpen({ is: 'auditBack', audit: one.id })}>
              {t('receivables.takeAuditBack')}
            </Button>
          )}
          {one.decided && <Decision decided={one.decided} money={money} />}
        </li>
      ))}
    </ul>
  )
}

function Found(props: { minor: string; dueOn: string | null; currency: string }) {
  const { t } = useLanguage()
  const { minor, dueOn, currency } = props
  const isOver = minor.startsWith('-')
  return (
    <>
      {t(isOver ? 'receivables.statedTooMuch' : 'receivables.statedTooLittle')}{' '}
      <Amount minor={isOver ? minor.slice(1) : minor} currency={currency} />{' '}
      {dueOn !== null && (
        <small className="muted">
          {t('receivables.fields.dueOn')} <span className="figure">{dueOn}</span>
        </small>
      )}
    </>
  )
}

const outcomes = ['announced', 'agreed', 'difference', 'refused'] as const

interface Props {
  readonly id: string
  readonly money: ContractMoneyWire
  readonly onClose: () => void
}

/** Records a look into the books of a licensee. */
export function AuditForm({ id, money, onClose }: Props) {
  const { t } = useLanguage()
  const labels = new Map(money.terms.map(({ key, label }) => [key, label]))
  const periods = money.statements
    .filter(({ isSuperseded }) => !isSuperseded)
    .map(({ term, periodFrom, dueMinor }) => ({
      value: `${term} ${periodFrom}`,
      label: `${labels.get(term) ?? term} ${periodFrom} · ${amountText(dueMinor, money.currency)}`,
    }))
  const isFound = ({ outcome }: Readonly<Record<string, string>>) => outcome === 'difference'
  return (
    <SmallForm
      title={t('receivables.audit')}
      lead={t('receivables.auditHint')}
      asked={[
        {
          ...{ name: 'outcome', as: 'choice', label: t('receivables.fields.outcome') },
          ...{ isRequired: true, first: 'announced' },
          choices: outcomes.map((value) => ({ value, label: t(`receivables.outcomes.${value}`) })),
        },
        {
          ...{ name: 'onDay', as: 'day', label: t('receivables.fields.auditedOn') },
          isRequired: true,
        },
        {
          ...{ name: 'periodFrom', as: 'choice', label: t('receivables.fields.period') },
          ...{ isRequired: true, choices: periods, when: isFound },
          hint: t('receivables.auditPeriodHint'),
        },
        {
          ...{ name: 'direction', as: 'choice', label: t('receivables.direction') },
          ...{ isRequired: true, first: 'under', when: isFound },
          choices: [
            { value: 'under', label: t('receivables.statedTooLittle') },
            { value: 'over', label: t('receivables.statedTooMuch') },
          ],
        },
        {
          ...{ name: 'difference', as: 'amount', label: t('receivables.fields.difference') },
          ...{ currency: money.currency, isRequired: true, when: isFound },
        },
        {
          ...{ name: 'dueOn', as: 'day', label: t('receivables.fields.dueOn') },
          ...{ isRequired: true, hint: t('receivables.auditDueHint') },
          when: (draft) => isFound(draft) && draft['direction'] !== 'over',
        },
        { name: 'words', as: 'text', label: t('receivables.fields.words'), isRequired: true },
      ]}
      withFiles
      act={t('receivables.record')}
      isOnce
      onSend={({ periodFrom: chosen, ...body }) => {
        const [term = null, periodFrom = null] = chosen ? `${chosen}`.split(' ') : []
        return tellMoney(`/contracts/${id}/royalty-audits`, { ...body, term, periodFrom })
      }}
      onClose={onClose}
    />
  )
}

/** Takes back a look that was recorded by mistake, with what it made the licensee owe. */
export function AuditBackForm(props: { id: string; audit: string; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, audit, onClose } = props
  return (
    <SmallForm
      title={t('receivables.takeAuditBack')}
      lead={t('receivables.takeAuditBackHint')}
      asked={[
        {
          ...{ name: 'reason', as: 'text', label: t('receivables.fields.reason') },
          isRequired: true,
        },
      ]}
      act={t('receivables.takeAuditBack')}
      isDanger
      onSend={(body) => tellMoney(`/contracts/${id}/royalty-audits/${audit}/take-back`, body)}
      onClose={onClose}
    />
  )
}
