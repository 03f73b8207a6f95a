import type { StoredFile } from '../../api/files.ts'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { type AwardWire, payAward, returnAward, withdrawAward } from './staff.api.ts'

/** The form that is open on the page of an award. */
export type OpenAwardForm =
  | { readonly is: 'withdraw' }
  | { readonly is: 'pay'; readonly places: readonly number[] }
  | { readonly is: 'return'; readonly payment: string }

/** What is told of an award: withdrawn, paid, come back. */
export function AwardForm(props: {
  one: AwardWire
  open: OpenAwardForm
  onDone: () => Promise<unknown>
  onClose: () => void
}) {
  const { t, listed } = useLanguage()
  const { one, open, onDone, onClose } = props
  const common = { onDone, onClose }
  const textOf = (value: unknown) => String(value ?? '')
  if (open.is === 'withdraw') {
    return (
      <SmallForm
        {...common}
        title={t('bonuses.withdraw')}
        lead={t('staffPurse.withdrawNote')}
        asked={[{ name: 'reason', as: 'text', label: t('bonuses.reason'), isRequired: true }]}
        act={t('bonuses.withdraw')}
        isDanger
        onSend={({ reason }) =>
          withdrawAward(one.id, { reason: textOf(reason), expectedSeq: one.seq })
        }
      />
    )
  }
  if (open.is === 'return') {
    return (
      <SmallForm
        {...common}
        title={t('bonuses.return')}
        lead={t('staffPurse.returnNote')}
        asked={[
          {
            ...{ name: 'kind', as: 'choice', label: t('bonuses.ends'), isRequired: true },
            choices: (['returned', 'corrected'] as const).map((value) => ({
              ...{ value, label: t(`bonuses.endKinds.${value}`) },
            })),
          },
          { name: 'returnedOn', as: 'day', label: t('bonuses.returnedOn'), isRequired: true },
          { name: 'reason', as: 'line', label: t('bonuses.reason'), isRequired: true },
        ]}
        act={t('bonuses.return')}
        isDanger
        onSend={({ kind, returnedOn, reason }) =>
          returnAward(one.id, open.payment, {
            kind: kind === 'corrected' ? 'corrected' : 'returned',
            ...{ returnedOn: textOf(returnedOn), reason: textOf(reason) },
          })
        }
      />
    )
  }
  const named = one.lines.filter(({ place }) => open.places.includes(place))
  const sum = named.reduce((all, { fen }) => all + BigInt(fen), 0n)
  return (
    <SmallForm
      {...common}
      title={t('bonuses.pay')}
      lead={
        <>
          {listed(named.map(({ name }) => name))} <Money fen={`${sum}`} />
        </>
      }
      asked={[
        { name: 'paidOn', as: 'day', label: t('bonuses.paidOn'), isRequired: true },
        {
          ...{ name: 'reference', as: 'line', label: t('bonuses.reference') },
          ...{ hint: t('bonuses.referenceHint'), isRequired: true },
        },
      ]}
      withFiles
      filesLabel={t('bonuses.proof')}
      act={t('bonuses.pay')}
      onSend={({ paidOn, reference, files }) =>
        payAward(one.id, {
          ...{ places: [...open.places], paidOn: textOf(paidOn), reference: textOf(reference) },
          files: [...((files ?? []) as readonly StoredFile[])],
        })
      }
    />
  )
}
