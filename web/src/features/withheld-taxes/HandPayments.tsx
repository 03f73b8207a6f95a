import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, typedYuan } from '../../ui/Money.tsx'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { type HandPaymentWire, handPaymentsQuery, sayHandTax } from './tax.api.ts'

/** Rewards and bonuses that were paid without a batch, each with its tax or that nobody has said it. */
export function HandPayments({ mayPay }: { mayPay: boolean }) {
  const { t } = useLanguage()
  const [item, take] = useState<HandPaymentWire>()
  const query = useQuery(handPaymentsQuery)
  const client = useQueryClient()
  const reread = async () => {
    const keys = [['withheld-taxes'], ['hand-payments']]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Panel title={t('taxes.hand.title')} extra={<ExportMenu path="/hand-payments" />}>
            <p className="hint">{t('taxes.hand.lead')}</p>
            <ul className="rows">
              {items.map((one) => (
                <Line key={one.id} one={one} mayPay={mayPay} onSay={() => take(one)} />
              ))}
            </ul>
            {item && <Form item={item} onDone={reread} onClose={() => take(undefined)} />}
          </Panel>
        )
      }
    </Loaded>
  )
}

function Line(props: { one: HandPaymentWire; mayPay: boolean; onSay: () => void }) {
  const { t } = useLanguage()
  const { one } = props
  const page = one.source === 'case' ? 'cases' : 'grant-bonuses'
  const isBack = one.backFen === one.amountFen
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
