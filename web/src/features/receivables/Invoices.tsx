import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { DraftForm } from './DraftForm.tsx'
import type { ContractMoneyWire } from './money.api.ts'
import type { Open } from './Opened.tsx'
import { leftToTakeBack } from './RedForm.tsx'
import { StateChip } from './StateChip.tsx'
import { VatRate } from './VatRate.tsx'

/** The invoices of a contract: drafted, issued, paid or void. */
export function Invoices(props: {
  id: string
  money: ContractMoneyWire
  mayWrite: boolean
  onOpen: (open: Open) => void
}) {
  const { t, listed, colon } = useLanguage()
  const { id, money, mayWrite, onOpen } = props
  const numberOf = (invoice: string) =>
    money.invoices.find((one) => one.id === invoice)?.number ?? ''
  const mayTakeBack = (one: ContractMoneyWire['invoices'][number]) =>
    (one.state === 'issued' || one.state === 'paid') && leftToTakeBack(money, one.id).length > 0
  const [isDrafting, draft] = useState(false)
  return (
    <Panel
      title={t('receivables.invoices')}
      extra={mayWrite && <Button onClick={() => draft(true)}>{t('receivables.draft')}</Button>}
    >
      {money.invoices.length === 0 ? (
        <Nothing text={t('receivables.noInvoices')} />
      ) : (
        <table className="grid stacks">
          <thead>
            <tr>
              <th>{t('receivables.fields.number')}</th>
              <th>{t('receivables.fields.issuedOn')}</th>
              <th>{t('receivables.fields.for')}</th>
              <th>{t('receivables.fields.state')}</th>
              <th className="num">{t('receivables.fields.amountFen')}</th>
              <th className="num">{t('receivables.fields.vatFen')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {money.invoices.map((one) => (
              <tr key={one.id} className={one.state === 'void' ? 'muted' : undefined}>
                <td className="figure" data-label={t('receivables.fields.number')}>
                  {one.number ?? '—'}
                  {one.files.map((file) => (
                    <div key={file.sha256}>
                      <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
                    </div>
                  ))}
                </td>
                <td className="nowrap figure" data-label={t('receivables.fields.issuedOn')}>
                  {one.issuedOn}
                </td>
                <td data-label={t('receivables.fields.for')}>
                  {listed(one.lines.map(({ label }) => label))}
                  <div className="muted">
                    {one.voidGround && `${t(`receivables.voidGrounds.${one.voidGround}`)}${colon}`}
                    {one.voidReason ?? one.buyer}
                  </div>
                  {one.redOf !== null && (
                    <div className="muted">
                      {t('receivables.redOf', { number: numberOf(one.redOf) })}
                      {one.remark && `${colon}${one.remark}`}
                    </div>
                  )}
                </td>
                <td>
                  <StateChip state={one.state} />
                </td>
                <td className="num" data-label={t('receivables.fields.amountFen')}>
                  <Money fen={one.amountFen} />
                </td>
                <td className="num" data-label={t('receivables.fields.vatFen')}>
                  <Money fen={one.vatFen} /> <VatRate rate={one.vatRate} />
                  {one.vatReason && <div className="muted">{one.vatReason}</div>}
                  {one.isRateUnknown && <div className="muted">{t('receivables.rateUnknown')}</div>}
                </td>
                <td className="nowrap">
                  {mayWrite && one.state === 'draft' && (
                    <Button
                      small
                      kind="primary"
                      onClick={() => onOpen({ is: 'issue', invoice: one.id })}
                    >
                      {t('receivables.issue')}
                    </Button>
                  )}{' '}
                  {mayWrite && mayTakeBack(one) && (
                    <Button
                      small
                      kind="quiet"
                      onClick={() => onOpen({ is: 'red', invoice: one.id })}
                    >
                      {t('receivables.red')}
                    </Button>
                  )}{' '}
                  {mayWrite && !['void', 'takenBack'].includes(one.state) && (
                    <Button
                      small
                      kind="quiet"
                      onClick={() => onOpen({ is: 'void', invoice: one.id })}
                    >
                      {t('receivables.void')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isDrafting && <DraftForm id={id} money={money} onClose={() => draft(false)} />}
    </Panel>
  )
}
