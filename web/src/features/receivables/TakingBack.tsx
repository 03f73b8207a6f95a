import { useLanguage } from '../../ui/language.ts'
import { type ContractMoneyWire, tellMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

interface Props {
  readonly id: string
  readonly money: ContractMoneyWire
  readonly onClose: () => void
}

/** Takes back that a milestone was reached. */
export function MilestoneBackForm({ id, money, term, onClose }: Props & { term: string }) {
  const { t } = useLanguage()
  const label = money.terms.find(({ key }) => key === term)?.label ?? ''
  return (
    <SmallForm
      title={t('receivables.unreach')}
      lead={t('receivables.unreachHint', { label })}
      asked={[
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      act={t('receivables.unreach')}
      isDanger
      onSend={(body) => tellMoney(`/contracts/${id}/milestones/take-back`, { term, ...body })}
      onClose={onClose}
    />
  )
}

/** Takes back the end of a contract. */
export function ResumeForm({ id, money, onClose }: Props) {
  const { t } = useLanguage()
  return (
    <SmallForm
      title={t('receivables.resume')}
      lead={t('receivables.resumeHint')}
      asked={[
        { name: 'reason', as: 'text', label: t('receivables.fields.reason'), isRequired: true },
      ]}
      withFiles
      act={t('receivables.resume')}
      isDanger
      onSend={(body) =>
        tellMoney(`/contracts/${id}/end/take-back`, { ...body, expectedSeq: money.seq })
      }
      onClose={onClose}
    />
  )
}
