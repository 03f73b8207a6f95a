import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { type Asked, SmallForm } from '../../ui/SmallForm.tsx'
import {
  type BonusLineWire,
  type OwedBonusWire,
  payBonuses,
  proposeBonuses,
  useReread,
} from './bonus.api.ts'

const kinds = ['invention', 'utility_model', 'design'] as const
const textOf = (value: unknown) => String(value ?? '')

/** Proposes the bonuses of all patents that have none, each in even parts among its inventors. */
export function ProposeAll({ items }: { items: readonly OwedBonusWire[] }) {
  const { t } = useLanguage()
  const reread = useReread('')
  const [isOpen, setOpen] = useState(false)
  const byRule = {
    isRequired: true,
    when: ({ basis }: Readonly<Record<string, string>>) => basis === 'agreed',
  }
  const asked: readonly Asked[] = [
    {
      ...{ name: 'basis', as: 'choice', label: t('bonuses.fields.basis'), first: 'least' },
      choices: (['least', 'agreed'] as const).map((value) => ({
        ...{ value, label: t(`bonuses.bases.${value}`) },
      })),
      isRequired: true,
    },
    {
      ...{ name: 'rule', as: 'line', label: t('bonuses.fields.rule'), hint: t('bonuses.ruleHint') },
      ...byRule,
    },
    ...kinds.map(
      (name): Asked => ({
        ...{ name, as: 'amount', label: t(`rights.kinds.${name}`), currency: 'CNY', ...byRule },
      }),
    ),
    { name: 'remark', as: 'text', label: t('bonuses.fields.remark') },
  ]
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('bonuses.proposeAll', { count: items.length })}
      </Button>
      {isOpen && (
        <SmallForm
          title={t('bonuses.proposeAll', { count: items.length })}
          lead={t('bonuses.proposeAllLead')}
          asked={asked}
          act={t('bonuses.propose')}
          onSend={({ basis, rule, invention, utility_model, design, remark }) =>
            proposeBonuses({
              rights: items.map(({ rightId }) => rightId),
              byRule:
                basis === 'agreed'
                  ? {
                      ...{ rule: textOf(rule), invention: textOf(invention) },
                      ...{ utility_model: textOf(utility_model), design: textOf(design) },
                    }
                  : null,
              remark: textOf(remark) || null,
            })
          }
          onDone={reread}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** Pays what is open of approved bonuses by one voucher. */
export function PayAll({ items }: { items: readonly BonusLineWire[] }) {
  const { t } = useLanguage()
  const reread = useReread('')
  const [isOpen, setOpen] = useState(false)
  const open = items.filter(({ state }) => state === 'approved')
  if (open.length === 0) return null
  const fen = open.reduce((sum, one) => sum + BigInt(one.amountFen) - BigInt(one.paidFen), 0n)
  return (
    <>
      <LinkButton href="/payouts/new" kind="primary">
        {t('payouts.awards.toBatch')}
      </LinkButton>{' '}
      <Button onClick={() => setOpen(true)}>{t('bonuses.payRun', { count: open.length })}</Button>
      {isOpen && (
        <SmallForm
          title={t('bonuses.payRun', { count: open.length })}
          lead={
            <>
              {t('bonuses.payRunLead')} <Money fen={`${fen}`} />
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
            payBonuses({
              bonuses: open.map(({ id }) => id),
              ...{ paidOn: textOf(paidOn), reference: textOf(reference) },
              files: [...((files ?? []) as readonly StoredFile[])],
            })
          }
          onDone={reread}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
