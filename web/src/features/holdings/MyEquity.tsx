import { useQuery } from '@tanstack/react-query'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import { Cites } from './Cites.tsx'
import { toneOf } from './holding.api.ts'
import { type MyEquityWire, myEquityQuery } from './my-equity.api.ts'

/** The own part of companies that came from achievements, over time, with its dividends; or nothing. */
export function MyEquity() {
  const { t } = useLanguage()
  const { data } = useQuery(myEquityQuery)
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t('myMoney.equity')}>
      <p className="hint">{t('myMoney.equityNote')}</p>
      {data.items.map((one) => (
        <Company key={one.id} one={one} />
      ))}
    </Panel>
  )
}

function Company({ one }: { one: MyEquityWire['items'][number] }) {
  const { t, named } = useLanguage()
  return (
    <section>
      <h3>
        {one.company}{' '}
        <span className={`chip ${toneOf[one.stage]}`}>{t(`holdings.stages.${one.stage}`)}</span>
      </h3>
      <Facts>
        <Fact label={t('myMoney.share')}>
          <strong>
            <ShareText share={one.share} />
          </strong>{' '}
          <Cites of={one.articles} />
        </Fact>
        <Fact label={t('holdings.fields.achievement')}>
          {one.achievementId ? (
            <a href={`/achievements/${one.achievementId}`}>{one.achievement}</a>
          ) : (
            one.achievement
          )}
        </Fact>
        <Fact label={t('myMoney.changes')}>
          {one.periods.map(({ since, matter, share }) => (
            <div key={`${since}-${matter}-${share}`}>
              <DayText day={since} isShort />{' '}
              {matter === 'formed' ? t('holdings.formed') : named('choice', matter)}{' '}
              <ShareText share={share} />
            </div>
          ))}
        </Fact>
        <Fact label={t('myMoney.dividends')}>
          {one.dividends.length > 0 &&
            one.dividends.map(({ year, on, fen, resolution }) => (
              <div key={`${on}-${resolution}`}>
                {year} <Money fen={fen} />{' '}
                <small className="muted">
                  {resolution} <DayText day={on} isShort />
                </small>
              </div>
            ))}
        </Fact>
        <Fact label={t('holdings.fields.tax')}>
          {one.tax && (
            <>
              {named('choice', one.tax.option)} <Cites of={one.tax.articles} />
            </>
          )}
        </Fact>
      </Facts>
    </section>
  )
}
