import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Cites } from './Cites.tsx'
import type { ClockWire, HoldingWire } from './holding.api.ts'

/** The days that come up, each with the article it comes from. */
export function Clocks({ of }: { of: HoldingWire }) {
  const { t } = useLanguage()
  if (of.clocks.length === 0) return <p className="muted">{t('holdings.noClock')}</p>
  return (
    <ul className="rows">
      {of.clocks.map((clock) => (
        <li key={`${clock.kind}-${clock.day}-${clock.title.en}`}>
          <Clock clock={clock} today={of.today} />
        </li>
      ))}
    </ul>
  )
}

function Clock({ clock, today }: { clock: ClockWire; today: string }) {
  const { t, say } = useLanguage()
  const days = Math.round((Date.parse(clock.day) - Date.parse(today)) / 86_400_000)
  const said =
    days < 0 ? t('holdings.daysAgo', { count: -days }) : t('holdings.inDays', { count: days })
  return (
    <>
      <span className={`chip ${days < 0 && !clock.advisory ? 'chip-breached' : 'chip-due'}`}>
        {t(`holdings.clockKinds.${clock.kind}`)}
      </span>{' '}
      <strong>
        <DayText day={clock.day} />
      </strong>{' '}
      <small className="muted">{said}</small>
      <div>
        {say(clock.title)}{' '}
        {clock.article && (
          <>
            <CiteText cite={clock.article} />{' '}
          </>
        )}
        {clock.advisory && <span className="chip chip-draft">{t('holdings.advises')}</span>}
      </div>
    </>
  )
}

/** What each holder promised to pay in, what came, and by when the rest is due. */
export function PayIns({ of }: { of: HoldingWire }) {
  const { t } = useLanguage()
  return (
    <>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('holdings.holder')}</th>
            <th className="num">{t('holdings.payIn.subscribed')}</th>
            <th className="num">{t('holdings.payIn.paid')}</th>
            <th className="num">{t('holdings.payIn.open')}</th>
            <th>{t('holdings.payIn.lastDay')}</th>
          </tr>
        </thead>
        <tbody>
          {of.payIns.map((one) => (
            <tr key={one.holder}>
              <td>{one.holder}</td>
              <td className="num" data-label={t('holdings.payIn.subscribed')}>
                <Money fen={one.subscribed} />
              </td>
              <td className="num" data-label={t('holdings.payIn.paid')}>
                <Money fen={one.paid} />
              </td>
              <td className="num" data-label={t('holdings.payIn.open')}>
                {one.open === '0' ? t('holdings.paidUp') : <Money fen={one.open} />}
              </td>
              <td data-label={t('holdings.payIn.lastDay')}>
                {one.lastDay && one.open !== '0' && (
                  <>
                    <span className={one.isLate ? 'lacking' : ''}>
                      <DayText day={one.lastDay} isShort />
                    </span>{' '}
                    <small className="muted">
                      {one.byLaw ? t('holdings.byLaw') : t('holdings.byArticles')}
                    </small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.payInLaw && (
        <p className="hint">
          <CiteText cite={of.payInLaw.article} />{' '}
          {!of.payInLaw.verified && t('holdings.notVerified')}
        </p>
      )}
    </>
  )
}

/** What somebody found the equity to be worth, the latest first. */
export function Appraisals({ of }: { of: HoldingWire }) {
  const { t, named } = useLanguage()
  if (of.appraisals.length === 0) return <p className="muted">{t('holdings.noAppraisals')}</p>
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('holdings.appraisal.on')}</th>
          <th>{t('holdings.appraisal.agency')}</th>
          <th>{t('holdings.appraisal.of')}</th>
          <th className="num">{t('holdings.appraisal.value')}</th>
          <th>{t('holdings.appraisal.until')}</th>
        </tr>
      </thead>
      <tbody>
        {of.appraisals.toReversed().map((one) => (
          <tr key={`${one.on}-${one.value}`}>
            <td>
              <DayText day={one.on} isShort />
            </td>
            <td data-label={t('holdings.appraisal.agency')}>{one.agency}</td>
            <td data-label={t('holdings.appraisal.of')}>{named('choice', one.of)}</td>
            <td className="num" data-label={t('holdings.appraisal.value')}>
              <Money fen={one.value} />
            </td>
            <td data-label={t('holdings.appraisal.until')}>
              <DayText day={one.validUntil} isShort />
              {one.validUntil < of.today && (
                <>
                  {' '}
                  <span className="chip chip-expired">{t('holdings.lapsed')}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the file should hold, matter by matter, and what is filed. */
export function Documents({ of }: { of: HoldingWire }) {
  const { t, say, named, listed } = useLanguage()
  const matters = [...new Set(of.documents.map(({ matter }) => matter))]
  return (
    <>
      <p className="muted">{t('holdings.documentsLead')}</p>
      {matters.map((matter) => (
        <details key={matter} className="part" open={matter === matters.at(-1)}>
          <summary>{matter === 'formed' ? t('holdings.formed') : named('choice', matter)}</summary>
          <ul className="rows">
            {of.documents
              .filter((one) => one.matter === matter)
              .map(({ id, label, articles, files }) => (
                <li key={id}>
                  {say(label)} <Cites of={articles} />
                  {articles.length === 0 && (
                    <small className="muted">{t('holdings.practice')}</small>
                  )}
                  <div>
                    <small className="muted">
                      {files.length > 0 ? listed(files) : t('holdings.noFile')}
                    </small>
                  </div>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </>
  )
}
