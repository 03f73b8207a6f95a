import { ratioText } from '@yizhuan/kit'
import type { CompanyForecast, StakeForecast } from '@yizhuan/procedures'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import { shownShares } from '../../ui/shown-shares.ts'

/** Who would hold what of the company that the technology is contributed to. */
export function Company({ company }: { company: CompanyForecast | undefined }) {
  const { t } = useLanguage()
  const nameOf = useHolderName()
  if (!company) return null
  const { stakes, value, leavesChiefOut } = company
  const shown = shownShares(stakes.map(({ share }) => ratioText(share)))
  return (
    <Panel title={t('simulator.stakes')}>
      <Scroll label={t('simulator.stakes')}>
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
      {leavesChiefOut && <p>{t('simulator.chiefLeftOut')}</p>}
      <p className="muted">{t('simulator.stakesNote')}</p>
    </Panel>
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
