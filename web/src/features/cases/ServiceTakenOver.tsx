import { earlierServiceOf, takenOverIn } from '@yizhuan/procedures'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { type CaseWire, stepsIn } from './case.api.ts'
import { RegisterReceipts } from './RegisterReceipts.tsx'

/** The money of commissioned work from before its case: what was shared out, and what waits to be taken in. */
export function ServiceTakenOver({ one }: { one: CaseWire }) {
  const { t } = useLanguage()
  const state = one.case.procedure === 'service_contract' ? stepsIn(one) : undefined
  if (!state || takenOverIn(state) === undefined) return null
  const { contractId } = state.opened.data as { contractId?: string }
  const earlier = earlierServiceOf(state)
  return (
    <Panel title={t('takeover.serviceMoney')} id="before">
      <RegisterReceipts one={one} contract={contractId} act="incomeReceived" />
      <p className="hint">{t('takeover.serviceMoneyHint')}</p>
      {earlier.length === 0 ? (
        <p className="muted">{t('takeover.noneEarlier')}</p>
      ) : (
        <table className="grid stacks">
          <thead>
            <tr>
              <th>{t('takeover.paidOn')}</th>
              <th className="num">{t('costs.income')}</th>
              <th className="num">{t('cases.net')}</th>
              <th className="num">{t('takeover.rewarded')}</th>
              <th>{t('takeover.document')}</th>
            </tr>
          </thead>
          <tbody>
            {earlier.map(({ paidOn, income, net, toContributors, document }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: distributions in their order; days may be alike
              <tr key={`${at} ${paidOn}`}>
                <td>
                  <DayText day={paidOn} isShort />{' '}
                  <span className="chip">{t('takeover.before')}</span>
                </td>
                <td className="num" data-label={t('costs.income')}>
                  <Money fen={income} />
                </td>
                <td className="num" data-label={t('cases.net')}>
                  <Money fen={net} />
                </td>
                <td className="num" data-label={t('takeover.rewarded')}>
                  <Money fen={toContributors} />
                </td>
                <td data-label={t('takeover.document')}>{document}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
