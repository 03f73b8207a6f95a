import { amountText, typedMinor } from '../../ui/amounts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { DecisionForm } from './AuditDecision.tsx'
import { AuditBackForm, AuditForm } from './Audits.tsx'
import { type ContractMoneyWire, type ReceivableWire, tellMoney } from './money.api.ts'
import { RedForm } from './RedForm.tsx'
import { SmallForm } from './SmallForm.tsx'
import { MilestoneBackForm, ResumeForm } from './TakingBack.tsx'
import { ConfirmWriteOffForm, WithdrawWriteOffForm } from './WriteOffsWaiting.tsx'

/** The form that is open over a contract. */
export type Open =
  | { readonly is: 'milestone'; readonly term: string }
  | { readonly is: 'milestoneBack'; readonly term: string }
  | { readonly is: 'resume' }
  | { readonly is: 'writeOff'; readonly of: ReceivableWire }
  | { readonly is: 'statement'; readonly term: string }
  | { readonly is: 'audit' }
  | { readonly is: 'auditBack' | 'decideOver'; readonly audit: string }
  | { readonly is: 'issue'; readonly invoice: string }
  | { readonly is: 'red'; readonly invoice: string }
  | { readonly is: 'writeOffBack'; readonly writeOff: string }
  | { readonly is: 'confirmWriteOff' | 'withdrawWriteOff'; readonly proposal: string }
  | { readonly is: 'void'; readonly invoice: string }

interface Props {
  readonly id: string
  readonly money: ContractMoneyWire
  readonly onClose: () => void
}

/** Asks for what a form over a contract needs. */
export function Opened({ open, ...props }: Props & { open: Open }) {
  switch (open.is) {
    case 'milestone':
      return <MilestoneForm {...props} term={open.term} />
    case 'milestoneBack':
      return <MilestoneBackForm {...props} term={open.term} />
    case 'resume':
      return <ResumeForm {...props} />
    case 'writeOff':
      return <WriteOffForm {...props} of={open.of} />
    case 'statement':
      return <StatementForm {...props} term={open.term} />
    case 'audit':
      return <AuditForm {...props} />
    case 'auditBack':
      return <AuditBackForm id={props.id} audit={open.audit} onClose={props.onClose} />
    case 'decideOver':
      return <DecisionForm {...props} audit={open.audit} />
    case 'issue':
      return <IssueForm {...props} invoice={open.invoice} />
    case 'confirmWriteOff':
      return <ConfirmWriteOffForm {...props} proposal={open.proposal} />
    case 'withdrawWriteOff':
      return <WithdrawWriteOffForm {...props} proposal={open.proposal} />
    case 'writeOffBack':
      return <WriteOffBackForm writeOff={open.writeOff} onClose={props.onClose} />
    case 'red':
      return <RedForm {...props} invoice={open.invoice} />
    case 'void':
      return <VoidForm {...props} invoice={open.invoice} />
  }
}

function MilestoneForm({ id, money, term, onClose }: Props & { term: string }) {
  const { t } = useLanguage()
  const one = money.terms.find(({ key }) => key === term)
  return (
    <SmallForm
      title={t('receivables.reach')}
      lead={t('receivables.reachHint', { label: one?.label ?? '', days: one?.days ?? 0 })}
      asked={[
        {
          ...{ name: 'reachedOn', as: 'day', label: t('receivables.fields.reachedOn') },
          isRequired: true,
        },
        { name: 'words', as: 'text', label: t('receivables.fields.evidence'), isRequired: true },
      ]}
      withFiles
      act={t('receivables.record')}
      onSend={(body) => tellMoney(`/contracts/${id}/milestones`, { term, ...body })}
      onClose={onClose}
    />
  )
}

function WriteOffForm({ of, money, onClose }: Props & { of: ReceivableWire }) {
  const { t } = useLanguage()
  return (
    <SmallForm
      title={t('receivables.writeOff')}
      lead={t('receivables.writeOffHint', {
        ...{ label: of.label, open: amountText(of.openMinor, of.currency) },
      })}
      asked={[
        {
          ...{ name: 'minor', as: 'amount', label: t('receivables.fields.writtenOff') },
          ...{ currency: of.currency, isRequired: true },
          first: typedMinor(of.openMinor, of.currency),
        },
        {
          ...{ name: 'writtenOn', as: 'day', label: t('receivables.fields.writtenOn') },
          ...{ isRequired: true, first: money.today },
        },
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      withFiles
      mustHaveFiles
      act={t('receivables.proposeWriteOff')}
      isDanger
      isOnce
      onSend={(body) => tellMoney(`/receivables/${of.id}/write-off`, body)}
      onClose={onClose}
    />
  )
}

function WriteOffBackForm({ writeOff, onClose }: { writeOff: string; onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <SmallForm
      title={t('receivables.takeBackWriteOff')}
      lead={t('receivables.writeOffBackHint')}
      asked={[
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      act={t('receivables.takeBackWriteOff')}
      isDanger
      onSend={(body) => tellMoney(`/write-offs/${writeOff}/take-back`, body)}
      onClose={onClose}
    />
  )
}

function StatementForm({ id, money, term, onClose }: Props & { term: string }) {
  const { t } = useLanguage()
  const { currency } = money
  const unit = money.terms.find(({ key }) => key === term)?.royalty?.unit
  // A period is stated once it is over.
  const periods = money.receivables.filter(
    (one) =>
      one.term === term &&
      one.state !== 'cancelled' &&
      one.matchedMinor === '0' &&
      (one.periodTo ?? '') < money.today,
  )
  const isStated = (from: string | undefined) =>
    periods.some((one) => one.periodFrom === from && one.isStated)
  const next = periods.find(({ isStated }) => !isStated)
  return (
    <SmallForm
      title={t('receivables.state')}
      lead={t(unit === undefined ? 'receivables.stateHint' : 'receivables.piecesHint')}
      asked={[
        {
          ...{ name: 'periodFrom', as: 'choice', label: t('receivables.fields.period') },
          ...{ isRequired: true, first: next?.periodFrom ?? '' },
          choices: periods.map(({ periodFrom, periodTo }) => ({
            ...{ value: periodFrom ?? '', label: `${periodFrom} – ${periodTo}` },
          })),
        },
        {
          ...{ name: 'corrects', as: 'choice', label: t('receivables.corrects') },
          ...{ isRequired: true, hint: t('receivables.correctsHint') },
          choices: [{ value: 'yes', label: t('general.yes') }],
          when: ({ periodFrom }) => isStated(periodFrom),
        },
        unit === undefined
          ? {
              ...{ name: 'base', as: 'amount', label: t('receivables.fields.base'), currency },
              isRequired: true,
            }
          : {
              ...{ name: 'base', as: 'count', label: t('receivables.fields.sold', { unit }) },
              isRequired: true,
            },
        {
          ...{ name: 'stated', as: 'amount', label: t('receivables.fields.stated'), currency },
          hint: t('receivables.statedHint'),
        },
        {
          ...{ name: 'receivedOn', as: 'day', label: t('receivables.fields.statedOn') },
          ...{ isRequired: true, first: money.today },
        },
        { name: 'words', as: 'text', label: t('receivables.fields.words') },
      ]}
      withFiles
      act={t('receivables.record')}
      isOnce
      onSend={({ corrects, ...body }) =>
        tellMoney(`/contracts/${id}/royalty-statements`, {
          ...{ term, ...body, corrects: corrects === 'yes' },
        })
      }
      onClose={onClose}
    />
  )
}

function IssueForm({ money, invoice, onClose }: Props & { invoice: string }) {
  const { t } = useLanguage()
  return (
    <SmallForm
      title={t('receivables.issue')}
      asked={[
        { name: 'number', as: 'line', label: t('receivables.fields.number'), isRequired: true },
        {
          ...{ name: 'issuedOn', as: 'day', label: t('receivables.fields.issuedOn') },
          ...{ isRequired: true, first: money.today },
        },
        {
          ...{ name: 'vatReason', as: 'line', label: t('receivables.fields.vatReason') },
          hint: t('receivables.vatReasonHint'),
        },
      ]}
      withFiles
      act={t('receivables.issue')}
      onSend={(body) => tellMoney(`/invoices/${invoice}/issue`, body)}
      onClose={onClose}
    />
  )
}

function VoidForm({ money, invoice, onClose }: Props & { invoice: string }) {
  const { t } = useLanguage()
  const number = money.invoices.find((one) => one.id === invoice)?.number ?? ''
  const grounds = ['invoice', 'entry'] as const
  return (
    <SmallForm
      title={`${t('receivables.void')} ${number}`.trim()}
      lead={t('receivables.voidHint')}
      asked={[
        {
          ...{ name: 'ground', as: 'choice', label: t('receivables.fields.voidGround') },
          ...{ first: 'invoice', hint: t('receivables.voidGroundHint'), isRequired: true },
          choices: grounds.map((value) => ({
            value,
            label: t(`receivables.voidGrounds.${value}`),
          })),
          when: () => number !== '',
        },
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      act={t('receivables.void')}
      isDanger
      onSend={(body) => tellMoney(`/invoices/${invoice}/void`, body)}
      onClose={onClose}
    />
  )
}

/** Whether an instalment falls due on the very day on which the contract is to end. */
const isDueOn = ({ receivables }: ContractMoneyWire, on: string | undefined) =>
  receivables.some(
    ({ kind, dueOn, state }) => kind === 'fixed' && dueOn === on && state !== 'cancelled',
  )

/** Ends a contract: what falls due after a day is not owed any more. */
export function EndForm({ id, money, onClose }: Props) {
  const { t } = useLanguage()
  return (
    <SmallForm
      title={t('receivables.endContract')}
      lead={t(money.isOfCase ? 'receivables.endOfCaseHint' : 'receivables.endHint')}
      asked={[
        {
          ...{ name: 'on', as: 'day', label: t('receivables.fields.endsOn') },
          ...{ isRequired: true, first: money.today },
        },
        {
          ...{ name: 'lastDay', as: 'choice', label: t('receivables.fields.lastDay') },
          ...{ first: 'dropped', hint: t('receivables.lastDayHint'), isRequired: true },
          choices: (['dropped', 'owed'] as const).map((value) => ({
            ...{ value, label: t(`receivables.lastDays.${value}`) },
          })),
          when: ({ on }) => isDueOn(money, on),
        },
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      withFiles
      act={t('receivables.endContract')}
      isDanger
      onSend={({ lastDay, ...body }) =>
        tellMoney(`/contracts/${id}/end`, {
          ...{ ...body, owesLastDay: lastDay === 'owed', expectedSeq: money.seq },
        })
      }
      onClose={onClose}
    />
  )
}
