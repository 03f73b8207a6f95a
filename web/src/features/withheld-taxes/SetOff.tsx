import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, typedYuan } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { orderSetOff, type WithheldTaxesWire } from './tax.api.ts'

type Item = WithheldTaxesWire['toSetOff'][number]

/** Payments of distributions that were reversed, whose tax is not set off yet. */
export function SetOff(props: {
  items: readonly Item[]
  mayPay: boolean
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const [item, take] = useState<Item>()
  if (props.items.length === 0) return null
  return (
    <Panel title={t('taxes.withheld.toSetOff')}>
      <p className="hint">{t('taxes.withheld.toSetOffLead')}</p>
      <ul className="rows">
        {props.items.map((one) => (
          <li key={one.reference}>
            <strong>{one.name}</strong> <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>{' '}
            <span className="muted figure">{one.reference}</span>
            <div>
              <DayText day={one.paidOn} /> <Money fen={one.amountFen} /> · {t('withheld.of')}{' '}
              <Money fen={one.withheldFen} />
              {one.setOffFen !== '0' && (
                <>
                  {' '}
                  · {t('taxes.withheld.offBefore')} <Money fen={one.setOffFen} />
                </>
              )}{' '}
              · {t('taxes.withheld.held')} <Money fen={one.heldFen} />
              {one.underWayFen !== '0' && (
                <>
                  {' '}
                  · {t('taxes.withheld.underWay')} <Money fen={one.underWayFen} />
                </>
              )}
            </div>
            {props.mayPay && one.mostFen !== '0' && (
              <div className="actions">
                <Button small onClick={() => take(one)}>
                  {t('taxes.withheld.setOff')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {item && <Form item={item} onDone={props.onDone} onClose={() => take(undefined)} />}
    </Panel>
  )
}

function Form(props: { item: Item; onClose: () => void; onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const { batchId, number, name, mostFen } = props.item
  return (
    <SmallForm
      title={`${t('taxes.withheld.setOff')} · ${name}`}
      lead={t('taxes.withheld.setOffLead')}
      act={t('taxes.withheld.submit')}
      isOnce
      asked={[
        {
          ...{ name: 'amountFen', label: t('taxes.fields.amountFen'), as: 'amount' as const },
          ...{ isRequired: true, first: typedYuan(mostFen) },
        },
        {
          ...{ name: 'document', label: t('taxes.withheld.setOffPaper'), as: 'line' as const },
          isRequired: true,
        },
      ]}
      onSend={(told) => orderSetOff({ ...told, batch: batchId, number })}
      onDone={props.onDone}
      onClose={props.onClose}
    />
  )
}
