import { useQuery } from '@tanstack/react-query'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { type MyBonusesWire, myBonusesQuery } from './my-bonus.api.ts'

/** The own shares of bonuses at grant, each with what became of it and by which article; or nothing. */
export function MyBonuses() {
  const { t } = useLanguage()
  const { data } = useQuery(myBonusesQuery)
  if (!data) return null
  const { isNameShared, items, owed } = data
  if (items.length + owed.length === 0 && !isNameShared) return null
  return (
    <Panel title={t('myMoney.bonuses')}>
      {isNameShared && <p className="muted">{t('myMoney.nameShared')}</p>}
      <ul className="rows">
        {items.map((one) => (
          <li key={one.id}>
            <Bonus one={one} />
          </li>
        ))}
        {owed.map((one) => (
          <li key={one.rightId}>
            <a href={`/rights/${one.rightId}`}>{one.rightTitle}</a>{' '}
            <span className={`chip ${one.isLate ? 'chip-breached' : 'chip-due'}`}>
              {t('myMoney.notProposed')}
            </span>
            <div className="muted">
              {t('bonuses.fields.dueOn')} <DayText day={one.dueOn} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Bonus({ one }: { one: MyBonusesWire['items'][number] }) {
  const { t, say } = useLanguage()
  const tone = one.isPaid ? 'chip-done' : one.isLate ? 'chip-breached' : 'chip-due'
  return (
    <>
      <div className="my-line">
        <a href={`/rights/${one.rightId}`}>{one.rightTitle}</a>{' '}
        <strong>
          <Money fen={one.fen} />
        </strong>{' '}
        <span className={`chip ${tone}`}>
          {one.isPaid ? t('bonuses.states.paid') : t(`myMoney.states.${one.state}`)}
        </span>
      </div>
      <div className="muted">
        {t('bonuses.fields.grantedOn')} <DayText day={one.grantedOn} /> ·{' '}
        {one.rule ?? t(`bonuses.bases.${one.basis}`)}
      </div>
      {one.payments.map((payment) => (
        <div key={`${payment.kind}/${payment.onDay}/${payment.reference}`}>
          {t(`bonuses.turns.${payment.kind}`)} <DayText day={payment.onDay} />{' '}
          <small className="muted">{payment.reference}</small>
        </div>
      ))}
      {!one.isPaid && (
        <div>
          {t('bonuses.fields.dueOn')} <DayText day={one.dueOn} />
        </div>
      )}
      <details>
        <summary>{t('bonuses.lawSays')}</summary>
        <ul className="rows">
          {one.findings.map(({ norm, title, status, articles }) => (
            <li key={norm}>
              <StatusMark status={status} /> {say(title)}{' '}
              {articles.map((cite) => (
                <CiteText key={`${cite.source}#${cite.at}`} cite={cite} />
              ))}
            </li>
          ))}
        </ul>
        <p className="hint">{t('bonuses.unverifiedNote')}</p>
      </details>
    </>
  )
}
