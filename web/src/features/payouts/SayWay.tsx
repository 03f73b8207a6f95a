import { useQueryClient } from '@tanstack/react-query'
import type { SayWaysWire } from '@yizhuan/server/wire/payouts/way'
import { write } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { SmallForm } from '../../ui/SmallForm.tsx'
import type { PaymentWire } from './payout.api.ts'

const ways = ['bank', 'payroll', 'project'] as const

/** Says by which way one payment goes; to a project it names the account. */
export function SayWay(props: { batch: string; one: PaymentWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { batch, one } = props
  const isProject = (draft: Readonly<Record<string, string>>) => draft['way'] === 'project'
  return (
    <SmallForm
      title={t('payouts.sayWayOf', { name: one.name })}
      lead={t('payouts.sayWayHint')}
      asked={[
        {
          ...{ name: 'way', label: t('payouts.fields.way'), as: 'choice', isRequired: true },
          ...{ first: one.way },
          choices: ways.map((value) => ({ value, label: t(`payouts.ways.${value}`) })),
        },
        {
          ...{ name: 'projectNumber', label: t('payouts.projectNumber'), as: 'line' },
          ...{ isRequired: true, first: one.projectNumber ?? '', when: isProject },
        },
        {
          ...{ name: 'projectAccount', label: t('payouts.projectAccount'), as: 'line' },
          ...{ isRequired: true, first: one.projectAccount ?? '', when: isProject },
        },
        { name: 'reason', label: t('payouts.wayReason'), as: 'line', isRequired: true },
      ]}
      act={t('payouts.sayWay')}
      onSend={({ reason, ...line }) =>
        write('PUT', `/payouts/${batch}/ways`, {
          lines: [{ reference: one.reference, ...line }],
          reason,
        } as SayWaysWire)
      }
      onDone={() =>
        client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      }
      onClose={props.onClose}
    />
  )
}
