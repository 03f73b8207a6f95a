import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing } from '../../ui/Page.tsx'
import { pathOfAward } from './PayAwards.tsx'
import { type PaymentWire, paymentsQuery } from './payout.api.ts'
import { SayWay } from './SayWay.tsx'
import { toneOfPayment } from './tones.ts'

const states = ['ordered', 'sent', 'paid', 'returned', 'dropped', 'lacking'] as const

/** The payments of a batch, a page at a time. */
export function Payments(props: {
  id: string
  seq: number
  mayEnterAccounts: boolean
  /** Nothing of the batch was sent, and the reader may say by which way each goes. */
  maySayWays: boolean
}) {
  const { t, named } = useLanguage()
  const [state, setState] = useState<string>()
  const [places, setPlaces] = useState<readonly number[]>([0])
  const after = places.at(-1) ?? 0
  const [moved, move] = useState<PaymentWire>()
  const filter = {
    ...(state === 'lacking' ? { lacking: 'true' } : { state }),
    after: `${after}`,
    limit: '100',
  }
  const query = useQuery(paymentsQuery(props.id, filter))
  return (
    <>
      <div className="filters">
        <FilterSelect
          label={t('payouts.fields.state')}
          value={state}
          choices={states.map((value) => ({ value, label: named('payouts.paymentStates', value) }))}
          onChange={(next) => {
            setState(next)
            setPlaces([0])
          }}
        />
      </div>
      <Loaded query={query}>
        {({ items, nextAfter }) => (
          <>
            {items.length === 0 ? (
              <Nothing text={t('payouts.noPayments')} />
            ) : (
              <PaymentTable
                items={items}
                mayEnterAccounts={props.mayEnterAccounts}
                onMove={props.maySayWays ? move : undefined}
              />
            )}
            <div className="actions">
              {places.length > 1 && (
                <Button small onClick={() => setPlaces(places.slice(0, -1))}>
                  {t('payouts.before')}
                </Button>
              )}
              {nextAfter !== undefined && (
                <Button small onClick={() => setPlaces([...places, nextAfter])}>
                  {t('payouts.after')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
      {moved && <SayWay batch={props.id} one={moved} onClose={() => move(undefined)} />}
    </>
  )
}

/** Payments line by line; of those that lack an account, where it is entered. */
export function PaymentTable(props: {
  items: readonly PaymentWire[]
  mayEnterAccounts: boolean
  /** On the page of a case nobody needs to be told which case it is. */
  isOfCase?: boolean
  onMove?: ((one: PaymentWire) => void) | undefined
}) {
  const { t, named } = useLanguage()
  const { items, mayEnterAccounts, isOfCase = false, onMove } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('payouts.payee')}</th>
          {!isOfCase && <th>{t('payouts.case')}</th>}
          <th>{t('payouts.account')}</th>
          <th className="num">{t('payouts.amount')}</th>
          <th>{t('payouts.fields.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={`${one.recordId}/${one.planSeq}/${one.line}/${one.attempt}`}>
            <td>
              <strong>{one.name}</strong>{' '}
              {one.attempt > 1 && (
                <small className="muted">{t('payouts.attempt', { count: one.attempt })}</small>
              )}
              <div className="muted figure">{one.reference}</div>
            </td>
            {!isOfCase && (
              <td data-label={t('payouts.case')}>
                <a href={pathOf(one)}>{one.caseNumber}</a>{' '}
                {one.caseId === null && (
                  <span className="chip">{named('payouts.awards.sources', one.kind)}</span>
                )}
                {one.kind === 'service' && (
                  <span className="chip">{t('serviceContracts.reward.kind')}</span>
                )}
              </td>
            )}
            <td data-label={t('payouts.account')}>
              <Account one={one} mayEnter={mayEnterAccounts} />{' '}
              {onMove && one.state === 'ordered' && one.way !== 'equity' && (
                <Button small kind="quiet" onClick={() => onMove(one)}>
                  {t('payouts.sayWay')}
                </Button>
              )}
            </td>
            <td className="num" data-label={t('payouts.amount')}>
              <Money fen={one.amountFen} />
              {one.way !== 'equity' && <Tax one={one} />}
            </td>
            <td data-label={t('payouts.fields.state')}>
              <span className={`chip ${toneOfPayment[one.state]}`}>
                {named('payouts.paymentStates', one.state)}
              </span>
              <div className="muted">
                {one.returnedOn ?? one.paidOn ?? one.sentOn}
                {one.returnedReason && ` ${one.returnedReason}`}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const pathOf = ({ caseId, kind, recordId }: PaymentWire) =>
  caseId === null ? pathOfAward(kind, recordId) : `/cases/${caseId}`

/** What of a payment is withheld, and what is left; that nobody has said it, where nobody has. */
function Tax({ one }: { one: PaymentWire }) {
  const { t } = useLanguage()
  if (one.withheldFen === null) {
    return <div className="muted">{t('withheld.unknown')}</div>
  }
  return (
    <div className="muted">
      {t('withheld.tax')} <Money fen={one.withheldFen} /> · {t('withheld.net')}{' '}
      <Money fen={one.netFen} />
    </div>
  )
}

function Account({ one, mayEnter }: { one: PaymentWire; mayEnter: boolean }) {
  const { t, named } = useLanguage()
  if (one.way !== 'bank') {
    return (
      <>
        {named('payouts.ways', one.way)}{' '}
        {one.projectNumber !== null && (
          <span className="figure">
            {one.projectNumber} {one.projectAccount}
          </span>
        )}
        {one.lacksAccount && <span className="chip chip-due">{t('payouts.projectUnsaid')}</span>}
      </>
    )
  }
  if (!one.lacksAccount) {
    return (
      <span className="figure">
        {one.bankName} {one.accountMasked}
      </span>
    )
  }
  return (
    <>
      <span className="chip chip-due">{t('payouts.paymentStates.lacking')}</span>{' '}
      {one.person === null ? (
        <small className="muted">{t('payouts.notInRegister')}</small>
      ) : mayEnter ? (
        <a href={`/people/${one.person}`}>{t('payouts.enterAccount')}</a>
      ) : (
        <small className="muted">{t('payouts.askFinance')}</small>
      )}
    </>
  )
}
