import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Amount, amountText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { Curve } from './Curve.tsx'
import { Dunning } from './Dunning.tsx'
import { Invoices } from './Invoices.tsx'
import { type ContractMoneyWire, contractMoneyQuery, type ReceivableWire } from './money.api.ts'
import { EndForm, type Open, Opened } from './Opened.tsx'
import { Royalties } from './Royalties.tsx'
import { StateChip } from './StateChip.tsx'
import { TermsForm } from './TermsForm.tsx'
import { Versions } from './Versions.tsx'
import { WriteOffs } from './WriteOffs.tsx'
import { WriteOffsWaiting } from './WriteOffsWaiting.tsx'

/** What whoever looks at a contract may do about its money. */
export interface MoneyPowers {
  readonly keepsTerms: boolean
  readonly keepsBooks: boolean
  readonly writesOff: boolean
  /** Whose powers these are. */
  readonly me: string
}

/** The money of a contract: what was agreed, what is owed, invoiced and received. */
export function ContractMoney({ id, may }: { id: string; may: MoneyPowers }) {
  const query = useQuery(contractMoneyQuery(id))
  return <Loaded query={query}>{(money) => <Whole id={id} money={money} may={may} />}</Loaded>
}

function Whole({ id, money, may }: { id: string; money: ContractMoneyWire; may: MoneyPowers }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<Open>()
  const [isTyping, type] = useState(false)
  const [isEnding, end] = useState(false)
  const mayAmend = may.keepsTerms && !money.isEnded
  const hasTerms = money.versions.length > 0
  return (
    <>
      <Panel
        id="money"
        title={t('receivables.ofContract')}
        extra={
          (may.keepsTerms && money.mayResume && (
            <Button onClick={() => setOpen({ is: 'resume' })}>{t('receivables.resume')}</Button>
          )) ||
          (mayAmend && (
            <>
              {hasTerms && (
                <Button onClick={() => end(true)}>{t('receivables.endContract')}</Button>
              )}
              <Button kind={hasTerms ? 'plain' : 'primary'} onClick={() => type(true)}>
                {t(hasTerms ? 'receivables.amendTerms' : 'receivables.agreeTerms')}
              </Button>
            </>
          ))
        }
      >
        {hasTerms ? (
          <>
            <Sums money={money} />
            {money.amended && (
              <Callout tone="due" title={t('receivables.amended', { day: money.amended.on })}>
                <p>{[money.amended.number, money.amended.summary].filter(Boolean).join('：')}</p>
                <p>{t(mayAmend ? 'receivables.amendedHint' : 'receivables.amendedYet')}</p>
              </Callout>
            )}
            {money.differs && (
              <p className="hint">
                {t('receivables.differs', {
                  terms: amountText(money.differs.termsFen, 'CNY'),
                  price: amountText(money.differs.priceFen, 'CNY'),
                })}
              </p>
            )}
            <Curve points={money.curve} today={money.today} />
            <Receivables money={money} may={may} onOpen={setOpen} />
            <Equity money={money} />
          </>
        ) : (
          <Nothing
            text={t('receivables.noTerms')}
            hint={t(may.keepsTerms ? 'receivables.noTermsHint' : 'receivables.noTermsYet')}
          />
        )}
      </Panel>
      {hasTerms && (
        <Dunning
          id={id}
          today={money.today}
          isOverdue={money.receivables.some(({ state }) => state === 'overdue')}
          mayWrite={may.keepsTerms}
        />
      )}
      <WriteOffsWaiting money={money} mayWriteOff={may.writesOff} me={may.me} onOpen={setOpen} />
      {money.writeOffs.length > 0 && (
        <WriteOffs money={money} mayWriteOff={may.writesOff} onOpen={setOpen} />
      )}
      {hasTerms && <Invoices id={id} money={money} mayWrite={may.keepsBooks} onOpen={setOpen} />}
      {money.terms.some(({ kind }) => kind === 'royalty') && (
        <Royalties
          id={id}
          money={money}
          mayWrite={may.keepsTerms}
          mayDecide={may.writesOff}
          onOpen={setOpen}
        />
      )}
      {hasTerms && <Versions money={money} />}
      {open && <Opened id={id} money={money} open={open} onClose={() => setOpen(undefined)} />}
      {isTyping && <TermsForm id={id} money={money} onClose={() => type(false)} />}
      {isEnding && <EndForm id={id} money={money} onClose={() => end(false)} />}
    </>
  )
}

function Sums({ money: { totals } }: { money: ContractMoneyWire }) {
  const { t } = useLanguage()
  const sums = [
    [t('receivables.agreedInAll'), totals.expectedFen],
    [t('receivables.received'), totals.receivedFen],
    [t('receivables.fields.open'), totals.openFen],
    [t('receivables.states.overdue'), totals.overdueFen],
    [t('receivables.advance'), totals.advanceFen],
  ] as const
  return (
    <dl className="money-sums">
      {sums.map(([label, fen]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money fen={fen} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Receivables(props: {
  money: ContractMoneyWire
  may: MoneyPowers
  onOpen: (open: Open) => void
}) {
  const { t } = useLanguage()
  const { money, may, onOpen } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('receivables.fields.dueOn')}</th>
          <th>{t('receivables.fields.label')}</th>
          <th>{t('receivables.fields.state')}</th>
          <th className="num">{t('receivables.fields.minor')}</th>
          <th className="num">{t('receivables.fields.matched')}</th>
          <th className="num">{t('receivables.fields.open')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {money.receivables.map((one) => (
          <tr key={one.id} className={one.state === 'cancelled' ? 'muted' : undefined}>
            <td className="nowrap figure" data-label={t('receivables.fields.dueOn')}>
              {one.dueOn ?? t('receivables.noDay')}
            </td>
            <td>
              {one.label}
              {one.periodFrom && (
                <div className="muted figure">
                  {one.periodFrom} – {one.periodTo}
                  {!one.isStated &&
                    one.minor !== null &&
                    ` · ${t('receivables.minimumUntilStated')}`}
                </div>
              )}
            </td>
            <td>
              <StateChip state={one.state} />
            </td>
            <td className="num" data-label={t('receivables.fields.minor')}>
              <Amount minor={one.minor} currency={one.currency} />
            </td>
            <td className="num" data-label={t('receivables.fields.matched')}>
              <Amount minor={one.matchedMinor} currency={one.currency} />
              {one.writtenOffMinor !== '0' && (
                <div className="muted">
                  {t('receivables.states.writtenOff')}{' '}
                  <Amount minor={one.writtenOffMinor} currency={one.currency} />
                </div>
              )}
            </td>
            <td className="num" data-label={t('receivables.fields.open')}>
              <Amount minor={one.openMinor} currency={one.currency} />
            </td>
            <td>
              <Acts one={one} money={money} may={may} onOpen={onOpen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Nothing was invoiced, paid or written off of it. */
const isUntouched = ({ matchedMinor, writtenOffMinor, invoicedFen }: ReceivableWire) =>
  [matchedMinor, writtenOffMinor, invoicedFen].every((amount) => amount === '0')

/** What can be done about one receivable. */
function Acts(props: {
  one: ReceivableWire
  money: ContractMoneyWire
  may: MoneyPowers
  onOpen: (open: Open) => void
}) {
  const { t } = useLanguage()
  const { one, money, may, onOpen } = props
  const isReached = money.milestones.some(({ term }) => term === one.term)
  // What was reached before the end is earned, though the end took it for open.
  const isAgreed = money.terms.some(({ key }) => key === one.term)
  const mayBeEarned = money.isEnded ? isAgreed : one.state !== 'cancelled'
  const isWaiting = one.kind === 'milestone' && !isReached && mayBeEarned
  if (isWaiting && may.keepsTerms) {
    return (
      <Button small onClick={() => onOpen({ is: 'milestone', term: one.term })}>
        {t('receivables.reach')}
      </Button>
    )
  }
  const mayUnreach = one.kind === 'milestone' && isReached && may.keepsTerms && isUntouched(one)
  const mayWriteOff = one.state === 'overdue' && may.writesOff && !money.isWrittenOffInCase
  return (
    <>
      {mayUnreach && (
        <Button small kind="quiet" onClick={() => onOpen({ is: 'milestoneBack', term: one.term })}>
          {t('receivables.unreach')}
        </Button>
      )}
      {mayWriteOff && (
        <Button small kind="quiet" onClick={() => onOpen({ is: 'writeOff', of: one })}>
          {t('receivables.writeOff')}
        </Button>
      )}
    </>
  )
}

/** What is paid in shares is no money: it is said, and owed to nobody's account. */
function Equity({ money }: { money: ContractMoneyWire }) {
  const { t } = useLanguage()
  return money.terms
    .filter(({ kind }) => kind === 'equity')
    .map(({ key, label, words }) => (
      <p key={key}>
        <span className="chip">{t('receivables.kinds.equity')}</span> {label} · {words}
      </p>
    ))
}
