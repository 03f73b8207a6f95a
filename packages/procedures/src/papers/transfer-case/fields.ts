// Fields that several papers of a transfer case share.
import { agreedTerms, dealOf, isOpenToBids } from '../../transfer-case/pricing/deal.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import { list, value } from '../paper.ts'
import { amount, onDay, said } from '../say.ts'

const text = value<CaseState>

/** What it is about: in the head of every paper of the case. */
export const subject = {
  项目名称: text('Title of the case', ({ state }) => state.opened.data.title),
  科技成果: text('Achievement', ({ state }) => state.opened.data.achievement),
} as const

export const team = {
  研究团队: text('Research team', ({ state }) =>
    state.opened.data.team.map(({ name }) => name).join('、'),
  ),
} as const

/** The deal as it stands: as proposed or changed, before that as the talks were begun. */
export const deal = {
  转化方式: text('Mode', ({ state }) =>
    said('mode', state.terms?.mode ?? state.negotiation?.data.mode),
  ),
  定价方式: text('Pricing method', ({ state }) => said('pricing', state.negotiation?.data.pricing)),
  合作主体: text(
    'Counterparty',
    ({ state }) =>
      agreedTerms(state)?.counterparty ??
      state.negotiation?.data.counterparty ??
      (isOpenToBids(state) ? '由挂牌或拍卖结果确定' : undefined),
  ),
  拟交易价格: text('Intended price', ({ state }) => {
    const price = amount(agreedTerms(state)?.price)
    return price && isOpenToBids(state) && !dealOf(state) ? `底价 ${price}` : price
  }),
  授权范围: text('What is granted', ({ state }) => grantedIn(state)),
  支付方式: text('Payment', ({ state }) => state.terms?.payment),
  收益分配办法: text('Way of distribution', ({ state }) => state.terms?.distributionRule),
} as const

export const dealNames = Object.keys(deal)

const licenceKinds = { exclusive: '独占许可', sole: '排他许可', plain: '普通许可' } as const
const sublicences = { barred: '不得再许可', consent: '再许可须经同意', free: '可以再许可' } as const

/** The kind, field, territory and term of a licence; the share of a contribution; how income is shared. */
function grantedIn(state: CaseState): string | undefined {
  const { terms } = state
  if (!terms) return undefined
  const parts = [
    terms.licenceKind && licenceKinds[terms.licenceKind],
    terms.field && `领域：${terms.field}`,
    terms.territory && `地域：${terms.territory}`,
    terms.licenceUntil && `期限至${onDay(terms.licenceUntil)}`,
    terms.sublicence && sublicences[terms.sublicence],
    terms.equityShare && `作价占股 ${terms.equityShare}`,
    terms.sharingRule && `收益分享：${terms.sharingRule}`,
  ].filter(Boolean)
  if (parts.length > 0) return parts.join('；')
  return terms.mode === 'license' ? undefined : '不适用'
}

/** Persons in leading posts among the team, whose part is laid open. */
export const leaders = {
  领导人员: list<CaseState>(
    'Leading persons',
    { 姓名: 'Name', 贡献情况: 'Contribution', 拟分配奖励: 'Intended reward', 占比: 'Share' },
    ({ state }) => {
      const told = state.notices.at(-1)?.data.leaders
      if (told) {
        return told.map(({ name, contribution, reward, share }) => ({
          姓名: name,
          贡献情况: contribution,
          拟分配奖励: reward,
          占比: share,
        }))
      }
      const leading = state.opened.data.team.filter(
        ({ isChief, holdsLeadingPost }) => isChief || holdsLeadingPost,
      )
      return leading.map(({ name }) => ({ 姓名: name }))
    },
  ),
} as const
