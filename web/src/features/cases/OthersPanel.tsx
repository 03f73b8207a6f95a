import { type CaseState, companyStanding, othersStanding } from '@yizhuan/procedures'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'

/** What is other holders' of title, or the platform company's: what of it they were given, and what is still held. */
export function OthersPanel({ state }: { state: CaseState }) {
  const { t } = useLanguage()
  const company = companyStanding(state)
  const isOfCompany = company.due !== 0n || company.passedOn !== 0n
  const standing = [
    ...othersStanding(state),
    ...(isOfCompany ? [{ ...company, holder: t('coOwners.company') }] : []),
  ]
  if (standing.length === 0) return null
  return (
    <Scroll label={t('coOwners.title')}>
      <h3>{t('coOwners.title')}</h3>
      <p className="hint">{t('coOwners.note')}</p>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('coOwners.holder')}</th>
            <th className="num">{t('coOwners.due')}</th>
            <th className="num">{t('coOwners.passedOn')}</th>
            <th className="num">{t('coOwners.held')}</th>
          </tr>
        </thead>
        <tbody>
          {standing.map(({ holder, due, passedOn, held }) => (
            <tr key={holder}>
              <td>{holder}</td>
              <td className="num" data-label={t('coOwners.due')}>
                <Money fen={`${due}`} />
              </td>
              <td className="num" data-label={t('coOwners.passedOn')}>
                <Money fen={`${passedOn}`} />
              </td>
              <td className={`num ${held !== 0n ? 'lacking' : ''}`} data-label={t('coOwners.held')}>
                {held === 0n && '✓ '}
                {held < 0n && `${t('coOwners.toGiveBack')} `}
                <Money fen={`${held < 0n ? -held : held}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
