import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, typedYuan } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { usePages } from '../../ui/usePages.ts'
import { type HandPaymentsWire, type HandPaymentWire, sayHandTax } from './tax.api.ts'

/** Rewards and bonuses that were paid without a batch, each with its tax or that nobody has said it. */
export function HandPayments({ mayPay }: { mayPay: boolean }) {
  const { t } = useLanguage()
  const [item, take] = useState<HandPaymentWire>()
  const [isUnknown, setUnknown] = useState(false)
  const { query, items, first } = usePages<HandPaymentWire, HandPaymentsWire>(
    '/hand-payments',
    isUnknown ? { unknown: 'true' } : {},
  )
  const client = useQueryClient()
  const reread = async () => {
    const keys = [['withheld-taxes'], ['/hand-payments']]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  if (!isUnknown && items.length === 0) return <ProblemAlert error={query.error} />
  return (
    <Panel
      title={t('taxes.hand.title')}
      extra={
        <ExportMenu path="/hand-payments" {...(isUnknown && { filter: { unknown: 'true' } })} />
      }
    >
      <p className="hint">{t('taxes.hand.lead')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={isUnknown}
          onChange={({ target }) => setUnknown(target.checked)}
        />{' '}
        {t('taxes.hand.onlyUnknown', { count: first?.unknown ?? 0 })}
      </label>
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<p className="muted">{t('taxes.hand.noneUnknown')}</p>}
      >
        <ul className="rows">
          {items.map((one) => (
            <Line key={one.id} one={one} mayPay={mayPay} onSay={() => take(one)} />
          ))}
        </ul>
      </PagedList>
      {item && <Form item={item} onDone={reread} onClose={() => take(undefined)} />}
    </Panel>
  )
}

const pages = {
  case: 'cases',
  grant_bonus: 'grant-bonuses',
  staff_award: 'staff-awards',
} as const

function Line(props: { one: HandPaymentWire; mayPay: boolean; onSay: () => void }) {
  const { t } = useLanguage()
  const { one } = props
  const page = pages[one.source]
  const isBack = one.backFen === one.amountFen
  // Where nothing was withheld, or nobody said, there is nothing to check.
  const isPartBack = one.backFen !== '0' && !isBack && BigInt(one.withheldFen ?? 0) > 0n
  return (
    <li>
      <strong>{one.name}</strong> <a href={`/${page}/${one.recordId}`}>{one.title}</a>{' '}
      <span className="muted">{one.proof}</span>
      <div>
        <DayText day={one.paidOn} /> <Money fen={one.amountFen} /> · {t('withheld.of')}{' '}
        {one.withheldFen !== null && <Money fen={one.withheldFen} />}
        {one.withheldFen === null && (
          <span className={isBack ? 'muted' : 'chip chip-due'}>{t('withheld.unknown')}</span>
        )}
        {one.backFen !== '0' && (
          <>
            {' '}
            · {t('correction.turnKinds.returned')} <Money fen={one.backFen} />
          </>
        )}
      </div>
      {isPartBack && <p className="hint">{t('taxes.hand.partBack')}</p>}
      {props.mayPay && (
        <div className="actions">
          <Button small onClick={props.onSay}>
            {t('taxes.hand.say')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Form(props: { item: HandPaymentWire; onClose: () => void; onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const { id, name, withheldFen } = props.item
  return (
    <SmallForm
      title={`${t('taxes.hand.say')} · ${name}`}
      lead={t('taxes.hand.sayLead')}
      act={t('taxes.hand.say')}
      asked={[
        {
          ...{ name: 'withheldFen', label: t('withheld.tax'), as: 'amount' as const },
          ...{ isRequired: true, ...(withheldFen !== null && { first: typedYuan(withheldFen) }) },
        },
        {
          ...{ name: 'document', label: t('taxes.hand.document'), as: 'line' as const },
          isRequired: true,
        },
      ]}
      onSend={(told) => sayHandTax(id, told)}
      onDone={props.onDone}
      onClose={props.onClose}
    />
  )
}
