import { groupBy, ratioText } from '@yizhuan/kit'
import type { CompanyForecast, StakeForecast } from '@yizhuan/procedures'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import { shownShares } from '../../ui/shown-shares.ts'
import type { Column } from './columns.ts'
import { usePlaceName } from './usePlaceName.ts'

/** Who would hold what of the company that the technology is contributed to, under each law. */
export function Company({ columns }: { columns: readonly Column[] }) {
  const { t, say } = useLanguage()
  const groups = alike(columns)
  if (groups.length === 0) return null
  return (
    <Panel title={t('simulator.stakes')}>
      {groups.map(({ company, places }) => {
        const names = places.map(({ stack }) => say(stack.place)).join(' · ')
        return (
          <section key={names} className={places.every(isDraft) ? 'draft-mark' : ''}>
            {groups.length > 1 && (
              <h3>
                {names}{' '}
                {places.every(isDraft) && (
                  <span className="chip chip-draft">{t('library.draft')}</span>
                )}
              </h3>
            )}
            <Stakes company={company} name={groups.length > 1 ? names : ''} />
            {places.map((place) => (
              <Barred key={place.stack.id} of={place} />
            ))}
          </section>
        )
      })}
      <p className="muted">{t('simulator.stakesNote')}</p>
    </Panel>
  )
}

const isDraft = ({ stack }: Column): boolean => stack.isDraft

/** The companies that laws make of it, with the places that make the same one. */
function alike(columns: readonly Column[]) {
  const forecasts = columns.flatMap((place) => {
    const { company } = place.outcome
    return company ? [{ company, place }] : []
  })
  const groups = groupBy(forecasts, ({ company: { stakes } }) =>
    stakes.map(({ holder, at, share }) => `${holder} ${at} ${ratioText(share)}`).join(),
  )
  return [...groups.values()].flatMap((all) =>
    all[0] ? [{ company: all[0].company, places: all.map(({ place }) => place) }] : [],
  )
}

/** That a chief holds none of it, and by which article of a place. */
function Barred({ of: { outcome, stack } }: { of: Column }) {
  const { t } = useLanguage()
  const nameOf = usePlaceName()
  const bar = outcome.company?.chiefsBarred
  if (!bar) return null
  return (
    <p>
      {nameOf(stack)} <CiteText cite={bar.cite} />{' '}
      {t(bar.isCertain ? 'simulator.chiefLeftOut' : 'simulator.chiefMayBeBarred')}
    </p>
  )
}

function Stakes({ company, name }: { company: CompanyForecast; name: string }) {
  const { t } = useLanguage()
  const nameOf = useHolderName()
  const { stakes, value } = company
  const shown = shownShares(stakes.map(({ share }) => ratioText(share)))
  return (
    <Scroll label={`${t('simulator.stakes')} ${name}`.trim()}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('simulator.holder')}</th>
            <th className="num">{t('simulator.share')}</th>
            <th className="num">{t('simulator.value')}</th>
          </tr>
        </thead>
        <tbody>
          {stakes.map((stake, at) => (
            <tr key={`${stake.holder}${stake.at ?? ''}`}>
              <th scope="row">{nameOf(stake)}</th>
              <td className="num" data-label={t('simulator.share')}>
                <ShareText share={ratioText(stake.share)} shown={shown[at] ?? ''} />
              </td>
              <td className="num" data-label={t('simulator.value')}>
                {stake.value === undefined ? (
                  <span className="muted">—</span>
                ) : (
                  <Money fen={`${stake.value}`} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('simulator.total')}</th>
            <td className="num" data-label={t('simulator.share')}>
              100%
            </td>
            <td className="num" data-label={t('simulator.value')}>
              <Money fen={`${value}`} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

function useHolderName(): (stake: StakeForecast) => string {
  const { t } = useLanguage()
  return ({ holder, at }) => {
    if (at === undefined) return t(`simulator.holders.${holder}`)
    return holder === 'co_owner'
      ? t('simulator.coOwnerNo', { number: at + 1 })
      : t('simulator.memberNo', { number: at + 1 })
  }
}
