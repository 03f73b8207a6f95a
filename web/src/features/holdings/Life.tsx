import { parseRatio, percent, yuanText } from '@yizhuan/kit'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import type { HoldingWire } from './holding.api.ts'

type Event = HoldingWire['events'][number]

/** What befell the equity after it was formed, with what each disposal brought. */
export function Events({ of }: { of: HoldingWire }) {
  const { t, named } = useLanguage()
  if (of.events.length === 0 && !of.pending) {
    return <p className="muted">{t('holdings.noEvents')}</p>
  }
  return (
    <ol className="cap-events">
      {of.events.map((event) => (
        <li key={event.seq}>
          <div>
            <DayText day={event.on} isShort /> <strong>{named('choice', event.matter)}</strong>{' '}
            {event.round?.name && <span className="chip">{event.round.name}</span>}
          </div>
          {event.round && (
            <p>
              {t('holdings.round', {
                pre: `¥${yuanText(BigInt(event.round.preMoney))}`,
                money: `¥${yuanText(BigInt(event.round.money))}`,
                dilution: `${event.round.dilution}（${percent(parseRatio(event.round.dilution))}）`,
              })}
            </p>
          )}
          <p className="said">{event.terms}</p>
          {event.counterparty && (
            <p className="muted">{t('holdings.counterparty', { name: event.counterparty })}</p>
          )}
          <Outcome id={of.id} event={event} />
        </li>
      ))}
      {of.pending && <Pending of={of.pending} now={of.ownShare} />}
    </ol>
  )
}

function Pending({ of, now }: { of: NonNullable<HoldingWire['pending']>; now: string }) {
  const { t, named } = useLanguage()
  return (
    <li>
      <div>
        <DayText day={of.on} isShort /> <strong>{named('choice', of.matter)}</strong>{' '}
        <span className="chip chip-due">{t('holdings.pending')}</span>
      </div>
      <p className="said">{of.terms}</p>
      {of.ownShareAfter && (
        <p>
          {t('holdings.fields.ownShare')} <ShareText share={now} /> →{' '}
          <ShareText share={of.ownShareAfter} />
        </p>
      )}
    </li>
  )
}

function Outcome({ id, event }: { id: string; event: Event }) {
  const { t, named } = useLanguage()
  const { result, allocated, impairment, distribution } = event
  const isOpen = distribution.some(({ fen, paid }) => paid !== null && BigInt(paid) < BigInt(fen))
  const isLoss = result !== null && BigInt(result.result) < 0n
  const worth = result && (isLoss ? `${-BigInt(result.result)}` : result.result)
  return (
    <>
      {result && (
        <Facts>
          <Fact
            label={t(
              event.matter === 'liquidation'
                ? 'holdings.result.recovered'
                : 'holdings.result.price',
            )}
          >
            <Money fen={result.price} />
          </Fact>
          <Fact label={t('holdings.result.costs')}>
            <Money fen={result.costs} />
          </Fact>
          <Fact label={t('holdings.result.net')}>
            <Money fen={result.net} />
          </Fact>
          <Fact label={t('holdings.result.basis')}>
            <Money fen={result.basis} />
          </Fact>
          <Fact label={isLoss ? t('holdings.result.loss') : t('holdings.result.gain')}>
            <strong>
              <Money fen={worth} />
            </strong>
          </Fact>
          <Fact label={t('holdings.distributed')}>
            {distribution.length > 0 &&
              distribution.map(({ to, name, fen, paid }) => (
                <div key={`${to}-${name ?? ''}`}>
                  {named('choice', to)} {name} <Money fen={fen} />
                  {paid !== null && (
                    <small className="muted">
                      {' '}
                      {t('holdings.paidOut')} <Money fen={paid} />
                    </small>
                  )}
                </div>
              ))}
            {isOpen && (
              <div>
                <a href={`/cases/${id}?act=proceedsPaid`}>{t('holdings.payOut')}</a>{' '}
                <small className="muted">{t('holdings.payOutNote')}</small>
              </div>
            )}
          </Fact>
        </Facts>
      )}
      {allocated && <p>{t('holdings.allocated', { amount: `¥${yuanText(BigInt(allocated))}` })}</p>}
      {impairment && (
        <p>{t('holdings.impaired', { amount: `¥${yuanText(BigInt(impairment))}` })}</p>
      )}
      {event.lossExcluded && (
        <p>
          <span className="chip chip-due">{t('holdings.lossOut')}</span>{' '}
          <small className="muted">
            {event.diligent ? t('holdings.diligent') : t('holdings.notDiligent')}
          </small>
        </p>
      )}
    </>
  )
}

/** What the company paid out, what of it is the own part's, and what has come. */
export function Dividends({ of }: { of: HoldingWire }) {
  const { t } = useLanguage()
  const alone = of.dividendsReceived.filter(
    ({ year }) => !of.dividends.some((one) => one.year === year),
  )
  if (of.dividends.length + alone.length === 0) {
    return <p className="muted">{t('holdings.noDividends')}</p>
  }
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('holdings.dividend.year')}</th>
          <th>{t('holdings.dividend.on')}</th>
          <th className="num">{t('holdings.dividend.total')}</th>
          <th className="num">{t('holdings.dividend.own')}</th>
          <th className="num">{t('holdings.dividend.received')}</th>
        </tr>
      </thead>
      <tbody>
        {of.dividends.map((one) => (
          <tr key={one.seq}>
            <td className="figure">{one.year}</td>
            <td data-label={t('holdings.dividend.on')}>
              <DayText day={one.on} isShort />
            </td>
            <td className="num" data-label={t('holdings.dividend.total')}>
              <Money fen={one.total} />
            </td>
            <td className="num" data-label={t('holdings.dividend.own')}>
              <OwnPart of={one} />
            </td>
            <td className="num" data-label={t('holdings.dividend.received')}>
              <Money fen={one.received} />
            </td>
          </tr>
        ))}
        {alone.map(({ on, fen }) => (
          <tr key={`${on}-${fen}`}>
            <td className="muted">{t('holdings.receivedAlone')}</td>
            <td data-label={t('holdings.dividend.on')}>
              <DayText day={on} isShort />
            </td>
            <td />
            <td />
            <td className="num" data-label={t('holdings.dividend.received')}>
              <Money fen={fen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OwnPart({ of }: { of: HoldingWire['dividends'][number] }) {
  const { t } = useLanguage()
  if (of.parts.length === 0) {
    return <span className="muted">{t('holdings.agreedOtherwise')}</span>
  }
  const own = of.parts.filter(({ isOwn }) => isOwn)
  return (
    <>
      <Money fen={`${own.reduce((sum, { fen }) => sum + BigInt(fen), 0n)}`} />
      <details>
        <summary>{t('holdings.parts')}</summary>
        {of.parts.map(({ name, fen }) => (
          <div key={name}>
            {name} <Money fen={fen} />
          </div>
        ))}
      </details>
    </>
  )
}
