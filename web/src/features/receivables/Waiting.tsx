import { useQuery } from '@tanstack/react-query'
import type { WaitingLineWire, WaitingPageWire } from '@yizhuan/server/wire/receivables/waiting'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, yuanText } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Total } from '../../ui/Total.tsx'
import { usePages } from '../../ui/usePages.ts'
import { AssignContract } from './AssignContract.tsx'
import { tellMoney, useRereadMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

export const waitingPath = '/waiting-receipts'
const path = waitingPath

/** Refunds without their receipt and receipts without their contract, each with what it may belong to. */
export function WaitingList({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage()
  const { query, items, first } = usePages<WaitingLineWire, WaitingPageWire>(path, {})
  return (
    <>
      <PageHeader title={t('waiting.title')} note={t('waiting.lead')}>
        <ExportMenu path={path} filter={{}} />
      </PageHeader>
      <Panel>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('waiting.none')} hint={t('waiting.noneHint')} />}
        >
          <Lines items={items} totals={first?.totals} mayWrite={mayWrite} />
        </PagedList>
      </Panel>
    </>
  )
}

/** That something waits, above the list of receipts. */
export function WaitingNotice() {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: [path, 'count'],
    queryFn: () => read<WaitingPageWire>(`${path}?limit=1`),
  })
  const count = data?.totals?.count ?? 0
  if (count === 0) return null
  return (
    <Callout tone="due" title={t('waiting.notice', { count })}>
      <a href="/receipts/waiting">{t('waiting.open')}</a>
    </Callout>
  )
}

function Lines(props: {
  items: readonly WaitingLineWire[]
  totals: WaitingPageWire['totals']
  mayWrite: boolean
}) {
  const { t } = useLanguage()
  const { items, totals, mayWrite } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('waiting.kind')}</th>
          <th className="num">{t('waiting.amount')}</th>
          <th>{t('waiting.from')}</th>
          <th>{t('waiting.suggestion')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/receipts/${one.id}`} className="figure nowrap">
                {one.receivedOn ?? '—'}
              </a>
              <div>
                <small className="muted">
                  {t(`waiting.kinds.${one.kind}`)} {one.voucher}
                </small>
              </div>
            </td>
            <td className="num" data-label={t('waiting.amount')}>
              <Money fen={one.amountFen} />
            </td>
            <td data-label={t('waiting.from')}>
              {one.payer ?? '—'}
              <div>
                <small className="muted">
                  {one.contractId ? (
                    <a href={`/contracts/${one.contractId}`}>
                      {one.contractNumber ?? one.contractTitle}
                    </a>
                  ) : (
                    one.contractNumber
                  )}
                </small>
              </div>
            </td>
            <td data-label={t('waiting.suggestion')}>
              <Suggested one={one} mayWrite={mayWrite} />
            </td>
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <td>{t('waiting.totals', { count: totals.count })}</td>
            <td className="num">
              <Total fen={totals.amountFen} unknown={totals.unknown.amountFen} />
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

type Suggestion = WaitingLineWire['suggestions'][number]

/** A refund is told to the receipt it gave back, a receipt its contract. */
const linkWith = ({ kind, id }: WaitingLineWire, to: string, reason: string | null) =>
  kind === 'refund'
    ? tellMoney(`/receipts/${to}/refunds`, { refund: id, reason })
    : tellMoney(`/receipts/${id}/contract`, { contract: to, reason })

function Suggested({ one, mayWrite }: { one: WaitingLineWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const reread = useRereadMoney()
  const [error, setError] = useState<unknown>()
  const [isChoosing, choose] = useState(false)
  const [first, ...others] = one.suggestions
  if (one.kind === 'open') return <a href={`/receipts/${one.id}`}>{t('waiting.match')}</a>
  if (!first) {
    return (
      <>
        <span className="muted">
          {t(one.kind === 'refund' ? 'waiting.noSuggestionRefund' : 'waiting.noSuggestionReceipt')}
        </span>
        {mayWrite && one.kind === 'receipt' && (
          <div className="reg-acts">
            <AssignContract id={one.id} />
          </div>
        )}
      </>
    )
  }
  const link = async () => {
    setError(undefined)
    try {
      await linkWith(one, first.id, null)
      await reread()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Named one={one} suggestion={first} />
      {first.isMatched && <div className="lacking">{t('waiting.matchedFirst')}</div>}
      {mayWrite && (
        <div className="reg-acts">
          {!first.isMatched && (
            <Button small kind="primary" onClick={() => void link()}>
              {t('waiting.link')}
            </Button>
          )}
          {one.kind === 'receipt' && <AssignContract id={one.id} />}
          {others.some(({ isMatched }) => !isMatched) && (
            <Button small kind="quiet" onClick={() => choose(true)}>
              {t('waiting.choose')}
            </Button>
          )}
        </div>
      )}
      {!mayWrite && others.length > 0 && (
        <small className="muted">{t('waiting.others', { count: others.length })}</small>
      )}
      <ProblemAlert error={error} />
      {isChoosing && <Choosing one={one} onClose={() => choose(false)} />}
    </>
  )
}

function Named({ one, suggestion }: { one: WaitingLineWire; suggestion: Suggestion }) {
  const { t, listed } = useLanguage()
  const { id, number, title, fen, bases } = suggestion
  const href = one.kind === 'refund' ? `/receipts/${id}` : `/contracts/${id}`
  return (
    <>
      <a href={href}>{[title, number].filter(Boolean).join(' ') || '—'}</a>{' '}
      {fen && <Money fen={fen} />}
      <div>
        <small className="muted">{listed(bases.map((basis) => t(`waiting.bases.${basis}`)))}</small>
      </div>
    </>
  )
}

/** Another one than the likeliest, with the reason. */
function Choosing({ one, onClose }: { one: WaitingLineWire; onClose: () => void }) {
  const { t, listed } = useLanguage()
  const choices = one.suggestions
    .filter(({ isMatched }) => !isMatched)
    .map(({ id, title, number, fen, bases }) => ({
      value: id,
      label: `${[title, number, fen && yuanText(fen)].filter(Boolean).join(' ')} · ${listed(bases.map((basis) => t(`waiting.bases.${basis}`)))}`,
    }))
  return (
    <SmallForm
      title={t(`waiting.kinds.${one.kind}`)}
      lead={t('waiting.chooseHint')}
      asked={[
        { name: 'to', as: 'choice', label: t('waiting.all'), isRequired: true, choices },
        { name: 'reason', as: 'text', label: t('waiting.reason'), isRequired: true },
      ]}
      act={t('waiting.link')}
      onSend={({ to, reason }) => linkWith(one, `${to}`, `${reason}`)}
      onClose={onClose}
    />
  )
}
