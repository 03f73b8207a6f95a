import { useQuery } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { currencyCodes } from '@yizhuan/money'
import { useState } from 'react'
import { newId } from '../../api/ids.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { Amount, amountText, minorText, typedMinor } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type MatchingWire,
  matchingQuery,
  matchReceipt,
  tellMoney,
  useRereadMoney,
} from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

/** What a receipt paid, and what finance says it pays. */
export function Matching({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { t } = useLanguage()
  const query = useQuery(matchingQuery(id))
  const [open, setOpen] = useState<
    { is: 'currency' } | { is: 'back'; match: string } | { is: 'unlink'; refund: string }
  >()
  const close = () => setOpen(undefined)
  return (
    <Loaded query={query}>
      {(one) => (
        <Panel
          title={t('receivables.matching')}
          extra={
            mayWrite &&
            one.matches.length === 0 &&
            one.refunds.length === 0 &&
            BigInt(one.leftFen) > 0n && (
              <Button onClick={() => setOpen({ is: 'currency' })}>
                {t('receivables.noteCurrency')}
              </Button>
            )
          }
        >
          {one.rate && (
            <p className="muted">
              {t('receivables.rateKept', { rate: one.rate, source: one.rateSource ?? '' })}
            </p>
          )}
          <Paid one={one} mayWrite={mayWrite} onBack={(match) => setOpen({ is: 'back', match })} />
          {BigInt(one.leftFen) > 0n && (
            <Rest key={one.leftFen} id={id} one={one} mayWrite={mayWrite} />
          )}
          <Refunds
            id={id}
            one={one}
            mayWrite={mayWrite}
            onBack={(refund) => setOpen({ is: 'unlink', refund })}
          />
          {open?.is === 'currency' && <CurrencyForm id={id} one={one} onClose={close} />}
          {open?.is === 'back' && (
            <SmallForm
              title={t('receivables.takeBack')}
              lead={t('receivables.takeBackHint')}
              asked={[
                {
                  ...{ name: 'reason', as: 'text', label: t('receivables.fields.reason') },
                  isRequired: true,
                },
              ]}
              act={t('receivables.takeBack')}
              onSend={(body) => tellMoney(`/receipts/${id}/matches/${open.match}/take-back`, body)}
              onClose={close}
            />
          )}
          {open?.is === 'unlink' && (
            <SmallForm
              title={t('waiting.unlink')}
              lead={t('waiting.unlinkHint')}
              asked={[
                {
                  ...{ name: 'reason', as: 'text', label: t('receivables.fields.reason') },
                  isRequired: true,
                },
              ]}
              act={t('waiting.unlink')}
              onSend={(body) => tellMoney(`/receipts/${id}/refunds/${open.refund}/take-back`, body)}
              onClose={close}
            />
          )}
        </Panel>
      )}
    </Loaded>
  )
}

function Paid(props: { one: MatchingWire; mayWrite: boolean; onBack: (match: string) => void }) {
  const { t } = useLanguage()
  const { one, mayWrite, onBack } = props
  const matches = one.matches.filter(({ takesBack }) => takesBack === null)
  if (matches.length === 0) return null
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('receivables.fields.label')}</th>
          <th>{t('receivables.fields.matchedBy')}</th>
          <th className="num">{t('receivables.fields.matched')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => (
          <tr key={match.id} className={match.isTakenBack ? 'muted' : undefined}>
            <td>
              <a href={`/contracts/${match.contractId}`}>{match.label}</a>
            </td>
            <td data-label={t('receivables.fields.matchedBy')}>
              {match.madeName} <span className="figure">{dayInChina(match.madeAt)}</span>
            </td>
            <td className="num" data-label={t('receivables.fields.matched')}>
              <Amount minor={match.minor} currency={match.currency} />
              {match.currency !== 'CNY' && (
                <div className="muted">
                  <Money fen={match.fen} />
                </div>
              )}
            </td>
            <td>
              {match.isTakenBack ? (
                <span className="chip">{t('receivables.takenBack')}</span>
              ) : (
                mayWrite && (
                  <Button small kind="quiet" onClick={() => onBack(match.id)}>
                    {t('receivables.takeBack')}
                  </Button>
                )
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is left of the receipt, and the receivables it is proposed to pay. */
function Rest({ id, one, mayWrite }: { id: string; one: MatchingWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const reread = useRereadMoney()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(
      one.open.flatMap(({ id: line, proposed, currency }) =>
        proposed === null ? [] : [[line, typedMinor(proposed, currency)]],
      ),
    ),
  )
  const [order, setOrder] = useState(newId)
  const [error, setError] = useState<unknown>()
  const wrong = fieldErrors(error, ['lines'])
  // What arrived in another currency also pays what is owed in yuan.
  const payable = one.open.filter(({ currency }) => currency === one.currency || currency === 'CNY')
  const isInYuan = one.currency !== 'CNY' && payable.some(({ currency }) => currency === 'CNY')
  const send = async () => {
    setError(undefined)
    const lines = payable.flatMap(({ id: receivable, currency }) => {
      const text = typed[receivable]?.trim() ?? ''
      return text === '' ? [] : [{ receivable, minor: minorText(text, currency) ?? text }]
    })
    try {
      await matchReceipt(id, { id: order, lines })
      setOrder(newId())
      await reread()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <p>
        {t('receivables.left')} <Amount minor={one.leftMinor} currency={one.currency} />{' '}
        {one.currency !== 'CNY' && <Money fen={one.leftFen} />}
      </p>
      {payable.length === 0 && (
        <Nothing
          text={t('receivables.nothingOpen')}
          hint={t(one.open.length > 0 ? 'receivables.otherCurrency' : 'receivables.advanceHint')}
        />
      )}
      {payable.length > 0 && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <p className="hint">{t('receivables.proposal')}</p>
          {isInYuan && <p className="hint">{t('receivables.paysInYuan')}</p>}
          {payable.map((line) => (
            <AmountField
              key={line.id}
              label={`${line.label} · ${line.dueOn ?? t('receivables.noDay')} · ${t('receivables.fields.open')} ${amountText(line.openMinor, line.currency)}`}
              currency={line.currency}
              value={typed[line.id] ?? ''}
              onChange={(value) => setTyped({ ...typed, [line.id]: value })}
            />
          ))}
          {wrong.at('lines') && <p className="wrong">{wrong.at('lines')}</p>}
          <ProblemAlert error={error} shown={wrong.shown} />
          {mayWrite && (
            <div>
              <Button kind="primary" type="submit">
                {t('receivables.confirmMatch')}
              </Button>
            </div>
          )}
        </form>
      )}
    </>
  )
}

function Refunds(props: {
  id: string
  one: MatchingWire
  mayWrite: boolean
  onBack: (refund: string) => void
}) {
  const { t } = useLanguage()
  const { id, one, mayWrite, onBack } = props
  const reread = useRereadMoney()
  const [error, setError] = useState<unknown>()
  const link = async (refund: string) => {
    setError(undefined)
    try {
      await tellMoney(`/receipts/${id}/refunds`, { refund })
      await reread()
    } catch (problem) {
      setError(problem)
    }
  }
  const open = mayWrite ? one.openRefunds : []
  if (one.refunds.length + open.length === 0) return null
  return (
    <div className="gap-above">
      <h3>{t('receivables.refunds')}</h3>
      <ul className="bare">
        {one.refunds.map((refund) => (
          <li key={refund.id}>
            <a href={`/receipts/${refund.id}`} className="figure">
              {refund.receivedOn}
            </a>{' '}
            <Money fen={refund.amountFen} />{' '}
            <small className="muted">
              {t(`waiting.bases.${refund.basis}`)} · {refund.madeName}{' '}
              <span className="figure">{dayInChina(refund.madeAt)}</span>
            </small>{' '}
            {mayWrite && refund.basis !== 'act' && (
              <Button small kind="quiet" onClick={() => onBack(refund.id)}>
                {t('waiting.unlink')}
              </Button>
            )}
            {refund.reason && <div className="said">{refund.reason}</div>}
          </li>
        ))}
        {open.map((refund) => (
          <li key={refund.id}>
            <a href={`/receipts/${refund.id}`} className="figure">
              {refund.receivedOn}
            </a>{' '}
            <Money fen={refund.amountFen} />{' '}
            <Button small onClick={() => void link(refund.id)}>
              {t('receivables.linkRefund')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemAlert error={error} />
    </div>
  )
}

function CurrencyForm(props: { id: string; one: MatchingWire; onClose: () => void }) {
  const { t } = useLanguage()
  const first = props.one.open.find(({ currency }) => currency !== 'CNY')?.currency ?? 'USD'
  return (
    <SmallForm
      title={t('receivables.noteCurrency')}
      lead={t('receivables.noteCurrencyHint')}
      asked={[
        {
          ...{ name: 'currency', as: 'choice', label: t('receivables.fields.currency') },
          ...{ isRequired: true, first },
          choices: currencyCodes
            .filter((code) => code !== 'CNY')
            .map((value) => ({ value, label: value })),
        },
        {
          ...{ name: 'minor', as: 'amount', label: t('receivables.fields.foreign') },
          ...{ isRequired: true, currency: 'CNY', hint: t('receivables.foreignHint') },
        },
        {
          ...{ name: 'rate', as: 'line', label: t('receivables.fields.rate') },
          hint: t('receivables.rateHint'),
        },
        {
          ...{ name: 'rateSource', as: 'line', label: t('receivables.fields.rateSource') },
          isRequired: true,
        },
      ]}
      act={t('receivables.record')}
      onSend={({ minor, currency, ...body }) =>
        tellMoney(
          `/receipts/${props.id}/currency`,
          { ...body, currency, minor: inCurrency(`${minor}`, `${currency}`) },
          'PUT',
        )
      }
      onClose={props.onClose}
    />
  )
}

/** The amount was typed before its currency was known to have no decimals. */
function inCurrency(hundredths: string, currency: string): string {
  return /^\d+$/.test(hundredths)
    ? (minorText(typedMinor(hundredths, 'CNY'), currency) ?? hundredths)
    : hundredths
}
