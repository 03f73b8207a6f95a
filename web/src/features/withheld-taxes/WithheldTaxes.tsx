import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, typedYuan } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { HandPayments } from './HandPayments.tsx'
import type { TaxRights } from './RemittancePage.tsx'
import { Remittances } from './Remittances.tsx'
import { SetOff } from './SetOff.tsx'
import { SetOffs } from './SetOffs.tsx'
import { makeRemittance, type TaxMonthWire, taxesQuery, type WithheldTaxesWire } from './tax.api.ts'

/** Tax withheld from rewards: what stands of each month, what was paid over, what can be set off. */
export function WithheldTaxes({ may }: { may: TaxRights }) {
  const { t } = useLanguage()
  const query = useQuery(taxesQuery)
  return (
    <>
      <PageHeader title={t('taxes.withheld.title')} note={t('taxes.withheld.lead')}>
        <ExportMenu path="/withheld-taxes" />
      </PageHeader>
      <Loaded query={query}>{(taxes) => <Told taxes={taxes} may={may} />}</Loaded>
      <HandPayments mayPay={may.mayPay} />
      <Remittances />
    </>
  )
}

interface Order {
  readonly month: TaxMonthWire
  readonly kind: 'paid_over' | 'given_back'
}

function Told({ taxes, may }: { taxes: WithheldTaxesWire; may: TaxRights }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const [order, take] = useState<Order>()
  const { months, rule, owedFen, toSetOff } = taxes
  const { mayPay } = may
  const reread = async () => {
    const keys = [['withheld-taxes'], ['/tax-remittances'], ['/tax-set-offs']]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const unknown = months.reduce((all, one) => all + one.unknown, 0)
  return (
    <>
      {unknown > 0 && (
        <Callout tone="due" title={t('taxes.withheld.unknown', { count: unknown })}>
          <div>{t('taxes.withheld.unknownLead')}</div>
        </Callout>
      )}
      <Panel title={t('taxes.withheld.months')}>
        <p>
          {t(owedFen.startsWith('-') ? 'taxes.withheld.claimed' : 'taxes.withheld.owed')}{' '}
          <strong>
            <Money fen={owedFen.replace('-', '')} />
          </strong>
        </p>
        <p className="hint">
          {t('taxes.withheld.rule', { day: rule.day })} <CiteText cite={rule.cite} /> ·{' '}
          {t('taxes.withheld.restRule', { article: say(rule.restTitle) })}
          {!rule.verified && ` · ${t('taxes.withheld.unverified')}`}
        </p>
        {months.length === 0 ? (
          <Nothing text={t('taxes.withheld.none')} hint={t('taxes.withheld.noneHint')} />
        ) : (
          <Months months={months} mayPay={mayPay} onOrder={take} />
        )}
      </Panel>
      <SetOff items={toSetOff} mayPay={mayPay} onDone={reread} />
      <SetOffs may={may} onDone={reread} />
      {order && <Make order={order} onClose={() => take(undefined)} onDone={reread} />}
    </>
  )
}

function Months(props: {
  months: readonly TaxMonthWire[]
  mayPay: boolean
  onOrder: (order: Order) => void
}) {
  const { t } = useLanguage()
  const words = {
    withheld: t('withheld.tax'),
    off: t('taxes.withheld.off'),
    over: t('taxes.withheld.over'),
    standing: t('taxes.withheld.standing'),
    due: t('taxes.withheld.due'),
  }
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('taxes.withheld.month')}</th>
          <th className="num">{words.withheld}</th>
          <th className="num">{words.off}</th>
          <th className="num">{words.over}</th>
          <th className="num">{words.standing}</th>
          <th>{words.due}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {props.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{one.month}</th>
            <td className="num" data-label={words.withheld}>
              <Withheld one={one} />
            </td>
            <td className="num" data-label={words.off}>
              <Money fen={`${BigInt(one.cameBackFen) + BigInt(one.setOffFen)}`} />
            </td>
            <td className="num" data-label={words.over}>
              <Money fen={one.paidOverFen} />
              {one.underWayFen !== '0' && (
                <div className="muted">
                  {t('taxes.withheld.underWay')} <Money fen={one.underWayFen} />
                </div>
              )}
            </td>
            <td className="num" data-label={words.standing}>
              <Standing one={one} />
            </td>
            <td data-label={words.due}>
              <DayText day={one.dueOn} />{' '}
              {one.isLate && <span className="chip chip-breached">{t('taxes.withheld.late')}</span>}
            </td>
            <td>
              {props.mayPay && one.mayPayFen !== '0' && (
                <Button small onClick={() => props.onOrder({ month: one, kind: 'paid_over' })}>
                  {t('taxes.withheld.pay')}
                </Button>
              )}
              {props.mayPay && one.mayAskFen !== '0' && (
                <Button small onClick={() => props.onOrder({ month: one, kind: 'given_back' })}>
                  {t('taxes.withheld.ask')}
                </Button>
              )}
              {props.mayPay && (
                <ExportMenu
                  path="/payouts/personnel"
                  filter={{ month: one.month }}
                  label={t('payouts.personnel')}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is known to be withheld; where nobody has said it of all payments, that too. */
function Withheld({ one }: { one: TaxMonthWire }) {
  const { t } = useLanguage()
  return (
    <>
      {(one.withheldFen !== '0' || one.unknown === 0) && <Money fen={one.withheldFen} />}
      {one.unknown > 0 && (
        <div className="lacking">{t('withheld.unknownCount', { count: one.unknown })}</div>
      )}
    </>
  )
}

function Standing({ one }: { one: TaxMonthWire }) {
  const { t } = useLanguage()
  if (one.standingFen.startsWith('-'))
    return (
      <span className="lacking">
        {t('taxes.withheld.claim')} <Money fen={one.standingFen.slice(1)} />
      </span>
    )
  if (one.standingFen === '0' && one.unknown > 0) return null
  return (
    <strong>
      <Money fen={one.standingFen} />
    </strong>
  )
}

function Make(props: { order: Order; onClose: () => void; onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const { month, kind } = props.order
  const isBack = kind === 'given_back'
  const most = isBack ? month.mayAskFen : month.mayPayFen
  const title = `${t(isBack ? 'taxes.withheld.ask' : 'taxes.withheld.pay')} · ${month.month}`
  return (
    <SmallForm
      title={title}
      lead={t(isBack ? 'taxes.withheld.askLead' : 'taxes.withheld.payLead')}
      act={t('taxes.withheld.submit')}
      isOnce
      asked={[
        {
          ...{ name: 'amountFen', label: t('taxes.fields.amountFen'), as: 'amount' as const },
          ...{ isRequired: true, first: typedYuan(most) },
        },
        { name: 'remark', label: t('taxes.fields.remark'), as: 'text' },
      ]}
      onSend={(told) => makeRemittance({ ...told, month: month.month, kind })}
      onDone={props.onDone}
      onClose={props.onClose}
    />
  )
}
