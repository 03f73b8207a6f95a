import type { StoredFile } from '../../api/files.ts'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import type { PayBonusWire, ReturnBonusWire } from './bonus.api.ts'

/** The form that is open on the page of what was granted. */
export type OpenGrantForm =
  | { readonly is: 'withdraw' }
  | { readonly is: 'pay'; readonly places: readonly number[] }
  | { readonly is: 'return'; readonly payment: string }

/** What is granted to some people, part by part: a bonus, or an award of the staff part. */
export interface Grant {
  readonly seq: number
  readonly parts: readonly { readonly place: number; readonly name: string; readonly fen: string }[]
  /** What it means to withdraw it, and to note that a payment came back. */
  readonly notes: { readonly withdraw: string; readonly return: string }
  readonly withdraw: (body: { reason: string; expectedSeq: number }) => Promise<unknown>
  readonly pay: (body: PayBonusWire) => Promise<unknown>
  readonly takeBack: (payment: string, body: ReturnBonusWire) => Promise<unknown>
}

/** What is told of what was granted: withdrawn, paid, come back. */
export function GrantForm(props: {
  grant: Grant
  open: OpenGrantForm
  onDone: () => Promise<unknown>
  onClose: () => void
}) {
  const { t, listed } = useLanguage()
  const { grant, open, onDone, onClose } = props
  const common = { onDone, onClose }
  const textOf = (value: unknown) => String(value ?? '')
  if (open.is === 'withdraw') {
    return (
      <SmallForm
        {...common}
        title={t('bonuses.withdraw')}
        lead={grant.notes.withdraw}
        asked={[{ name: 'reason', as: 'text', label: t('bonuses.reason'), isRequired: true }]}
        act={t('bonuses.withdraw')}
        isDanger
        onSend={({ reason }) => grant.withdraw({ reason: textOf(reason), expectedSeq: grant.seq })}
      />
    )
  }
  if (open.is === 'return') {
    return (
      <SmallForm
        {...common}
        title={t('bonuses.return')}
        lead={grant.notes.return}
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
          grant.takeBack(open.payment, {
            kind: kind === 'corrected' ? 'corrected' : 'returned',
            returnedOn: textOf(returnedOn),
            reason: textOf(reason),
          })
        }
      />
    )
  }
  const named = grant.parts.filter(({ place }) => open.places.includes(place))
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
        grant.pay({
          places: [...open.places],
          paidOn: textOf(paidOn),
          reference: textOf(reference),
          files: [...((files ?? []) as readonly StoredFile[])],
        })
      }
    />
  )
}
