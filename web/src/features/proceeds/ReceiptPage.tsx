import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Callout } from '../../ui/Callout.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { RecordFiles } from '../../ui/RecordFiles.tsx'
import { Waterfall, type WaterfallLine } from '../../ui/Waterfall.tsx'
import { costLines } from './cost-lines.ts'
import { ContractOf } from './ReceiptList.tsx'
import { type ReceiptWire, receiptQuery } from './receipt.api.ts'
import { SameVoucher } from './Twice.tsx'

/** One receipt: from what arrived to what each received. */
export function ReceiptPage(props: {
  id: string
  mayWrite: boolean
  matching: ReactNode
  /** What takes it back of which contract it is. */
  takeBack: ReactNode
  /** Says of which contract it is. */
  assign: ReactNode
  /** What takes back that it was entered. */
  withdraw: ReactNode
  /** Records what went back of it. */
  giveBack: ReactNode
}) {
  const { id, mayWrite, matching, takeBack, assign, withdraw, giveBack } = props
  const { t } = useLanguage()
  const query = useQuery(receiptQuery(id))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={
              <>
                {t('proceeds.one')} <Money fen={one.amountFen} />
              </>
            }
            tab={t('proceeds.one')}
            note={
              <>
                {one.receivedOn && <DayText day={one.receivedOn} />} {one.instalment}{' '}
                {(one.contractId ?? one.contractNumber ?? one.caseNumber) !== null && (
                  <ContractOf one={one} />
                )}
              </>
            }
          >
            {mayGiveBack(one) && giveBack}
            {one.byHand && one.caseId === null && one.takenBack === null && withdraw}
          </PageHeader>
          {one.takenBack !== null && (
            <Callout tone="info" title={t('proceeds.takenBack')}>
              <p>{one.takenBack}</p>
            </Callout>
          )}
          {one.mayBeTwice && (
            <Callout tone="due" title={t('proceeds.mayBeTwice')}>
              <p>{t('proceeds.putRight')}</p>
            </Callout>
          )}
          <div className="two">
            <Panel title={t('proceeds.net')}>
              <NetIncome one={one} />
            </Panel>
            <Panel title={t('proceeds.about')}>
              <Facts>
                <Fact label={t('proceeds.fields.payer')}>{one.payer}</Fact>
                <Fact label={t('proceeds.contract')}>
                  {one.contractId !== null && (
                    <a href={`/contracts/${one.contractId}`}>{one.contractTitle}</a>
                  )}{' '}
                  {one.contractId !== null && one.caseId === null && takeBack}
                  {one.contractId === null &&
                    one.caseId === null &&
                    one.takenBack === null &&
                    assign}
                </Fact>
                <Fact label={t('proceeds.case')}>
                  {one.caseId && <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>}
                </Fact>
                <Fact label={t('proceeds.fields.voucher')}>{one.voucher}</Fact>
                <Fact label={t('proceeds.fields.account')}>{one.account}</Fact>
                <Fact label={t('proceeds.fields.paidOn')}>
                  {one.paidOn && <DayText day={one.paidOn} />}
                </Fact>
                <Fact label={t('proceeds.fields.remark')}>{one.remark}</Fact>
              </Facts>
            </Panel>
          </div>
          {(one.sameVoucher.length > 0 || one.wholeFen !== null) && <SameVoucher one={one} />}
          {one.split.length > 0 && (
            <Panel title={t('proceeds.fields.split')}>
              <Team one={one} />
            </Panel>
          )}
          {one.amountFen !== null &&
            one.takenBack === null &&
            !one.amountFen.startsWith('-') &&
            matching}
          <RecordFiles path={`/receipts/${id}`} />
          <Comments kind="receipt" id={id} />
          <Panel title={t('history.title')}>
            {one.caseId ? (
              <p>
                {t('proceeds.recordedInCase')} <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>
              </p>
            ) : (
              <History
                path={`/receipts/${id}/history`}
                group="proceeds"
                restores={mayWrite && { kind: 'receipt', id }}
              />
            )}
          </Panel>
        </>
      )}
    </Loaded>
  )
}

/** What went back of a receipt of a case is recorded there. */
const mayGiveBack = ({ caseId, contractId, takenBack, amountFen }: ReceiptWire) =>
  caseId === null && contractId !== null && takenBack === null && BigInt(amountFen ?? 0) > 0n

function NetIncome({ one }: { one: ReceiptWire }) {
  const { t, named } = useLanguage()
  if (one.amountFen === null) return <Nothing text={t('proceeds.noAmount')} />
  if (one.netFen === null)
    return <Nothing text={t(one.paidOn ? 'proceeds.inCase' : 'proceeds.notComputed')} />
  const line = (id: 'amountFen' | 'othersFen' | 'netFen', effect: WaterfallLine['effect']) => ({
    id,
    label: named('proceeds.fields', id),
    fen: one[id] ?? '0',
    effect,
  })
  const others = one.othersFen === '0' ? [] : [line('othersFen', 'subtracts')]
  const costs = costLines(one).map(({ id, fen }) => ({
    ...{ id, label: named('proceeds.fields', id), fen },
    effect: 'subtracts' as const,
  }))
  return (
    <>
      <Waterfall
        lines={[line('amountFen', 'adds'), ...others, ...costs, line('netFen', 'total')]}
      />
      <table className="grid">
        <tbody>
          <tr>
            <th scope="row">
              {t('proceeds.fields.rewardFen')} <span className="muted">{one.rewardShare}</span>
            </th>
            <td className="num">
              <Money fen={one.rewardFen} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('proceeds.fields.ttoFen')}</th>
            <td className="num">
              <Money fen={one.ttoFen} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('proceeds.fields.institutionFen')}</th>
            <td className="num">
              <Money fen={one.institutionFen} />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

function Team({ one }: { one: ReceiptWire }) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-narrow">
      <thead>
        <tr>
          <th>{t('proceeds.person')}</th>
          <th className="num">{t('proceeds.share')}</th>
        </tr>
      </thead>
      <tbody>
        {one.split.map((part) => (
          <tr key={part.name}>
            <td>{part.name}</td>
            <td className="num">
              {part.share ?? (part.fen ? <Money fen={part.fen} /> : t('proceeds.equal'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
