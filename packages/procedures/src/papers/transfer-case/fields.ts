// Fields that several papers of a transfer case share.
import type { CaseState } from '../../transfer-case/state.ts'
import { list, value } from '../paper.ts'
import { amount, said } from '../say.ts'

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
    ({ state }) => state.terms?.counterparty ?? state.negotiation?.data.counterparty,
  ),
  拟交易价格: text('Intended price', ({ state }) => amount(state.terms?.price)),
  支付方式: text('Payment', ({ state }) => state.terms?.payment),
  收益分配办法: text('Way of distribution', ({ state }) => state.terms?.distributionRule),
} as const

export const dealNames = Object.keys(deal)

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
