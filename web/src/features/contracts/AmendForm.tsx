import { write } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { typedYuan } from '../../ui/Money.tsx'
import { type Asked, SmallForm } from '../../ui/SmallForm.tsx'
import { useReread } from './Amendments.tsx'
import { type ContractWire, exclusivities } from './contract.api.ts'
import { useOpenedSeq } from './useOpenedSeq.ts'

/** What an amendment may change, in the order of the form, and how each is asked. */
const asked = [
  ['counterparty', 'line'],
  ['counterpartyUscc', 'line'],
  ['amountFen', 'amount'],
  ['firstPaymentFen', 'amount'],
  ['royaltyText', 'line'],
  ['payment', 'text'],
  ['exclusivity', 'choice'],
  ['termFrom', 'day'],
  ['termTo', 'day'],
  ['rightsGranted', 'text'],
  ['field', 'line'],
  ['territory', 'line'],
  ['keyTerms', 'text'],
] as const

/** Records the amendment of a contract without a case: what it says now, for a reason, with its paper. */
export function AmendForm({ one, onClose }: { one: ContractWire; onClose: () => void }) {
  const { t, named } = useLanguage()
  const reread = useReread(one.id)
  const expectedSeq = useOpenedSeq(one.id)
  const stored = one as unknown as Readonly<Record<string, string | null | undefined>>
  const isLicence = one.mode === 'license' || one.exclusivity !== null
  const terms = asked
    .filter(([name]) => name !== 'exclusivity' || isLicence)
    .map(([name, as]): Asked => {
      const first = stored[name] ?? ''
      return {
        ...{ name, as, label: named('contracts.fields', name) },
        first: as === 'amount' && first !== '' ? typedYuan(first) : first,
        ...(name === 'payment' && { hint: t('contracts.amendments.paymentHint') }),
        ...(name === 'counterpartyUscc' && { hint: t('contracts.usccHint') }),
        choices: exclusivities.map((value) => ({
          ...{ value, label: named('contracts.exclusivities', value) },
        })),
      }
    })
  const send = (body: Readonly<Record<string, unknown>>) => {
    const { id, on, number, summary, files, ...typed } = body
    // Only what differs is amended; what was emptied stays what it was.
    const moved = Object.entries(typed).filter(
      ([name, said]) => said !== null && said !== (stored[name] ?? ''),
    )
    return write('POST', `/contracts/${one.id}/amendments`, {
      ...{ id, on, number, summary, files, ...Object.fromEntries(moved) },
      ...(expectedSeq !== undefined && { expectedSeq }),
    })
  }
  return (
    <SmallForm
      title={t('contracts.amendments.add')}
      lead={t('contracts.amendments.hint')}
      asked={[
        { name: 'on', label: t('contracts.amendments.day'), as: 'day', isRequired: true },
        { name: 'number', label: t('contracts.amendments.number'), as: 'line' },
        {
          ...{ name: 'summary', label: t('contracts.amendments.summary'), as: 'text' },
          isRequired: true,
        },
        ...terms,
      ]}
      withFiles
      mustHaveFiles
      filesLabel={t('contracts.amendments.file')}
      act={t('contracts.amendments.add')}
      isOnce
      onSend={send}
      onDone={reread}
      onClose={onClose}
    />
  )
}
