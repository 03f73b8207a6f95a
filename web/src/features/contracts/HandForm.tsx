import { useQueryClient } from '@tanstack/react-query'
import { write } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { typedYuan } from '../../ui/Money.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import type { ContractWire } from './contract.api.ts'
import { contractQuestions, contractSent } from './contract-fields.ts'

/** Enters a contract by hand, or changes one that has no case. */
export function HandForm(props: {
  one?: ContractWire
  onEntered?: (id: string) => void
  onClose: () => void
}) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const { one, onEntered, onClose } = props
  const questions = contractQuestions(named, typedYuan, one)
  const reason = { name: 'reason', label: t('contracts.fields.reason'), as: 'line' as const }
  const send = async (body: Readonly<Record<string, unknown>>) => {
    if (one) {
      await write('PATCH', `/contracts/${one.id}`, contractSent(body, one))
      return
    }
    const { id } = await write<{ id: string }>('POST', '/contracts', contractSent(body))
    onEntered?.(id)
  }
  return (
    <SmallForm
      title={t(one ? 'contracts.change' : 'contracts.enter')}
      lead={t(one ? 'contracts.changeHint' : 'contracts.enterHint')}
      asked={one ? [...questions, { ...reason, isRequired: true }] : questions}
      act={t('contracts.saveScope')}
      isOnce={one === undefined}
      onSend={send}
      onDone={async () => {
        await client.invalidateQueries({ queryKey: ['/contracts'] })
        if (!one) return
        await client.invalidateQueries({ queryKey: ['contract', one.id] })
        await client.invalidateQueries({ queryKey: [`/contracts/${one.id}/history`] })
      }}
      onClose={onClose}
    />
  )
}
