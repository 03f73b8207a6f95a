import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const rejected: Scenario = {
  title: {
    zh: '审核退回一次，集体决策否决',
    en: 'The review returns it, the meeting rejects it',
  },
  story: {
    zh: '方案第一次审核被退回补充依据，重报通过并公示期满；集体决策否决，项目到此为止，之后不再受理任何步骤。',
    en: 'The first review returns the proposal; mended, it passes and its notice runs. The meeting rejects the matter, and nothing follows.',
  },
  async tells({ on, later, goesOn, officer, reviewer, leaders, refused, ends }) {
    const deal = new Deal({
      title: '营养制剂配方转让',
      achievement: '营养制剂配方（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'assignment',
      counterparty: '示范康健（虚构）',
      price: '150,000',
    })
    await on('2026-03-02')
    await goesOn(deal, 'proposes')
    await later({ days: 4 })
    await reviewer.reviews(deal, { outcome: 'returned', opinion: '请补充价格依据' })
    await refused('gd-2025#a14.p1.i2', officer.publishesTheNotice(deal))
    deal.reached = 'negotiationLogged'
    await goesOn(deal, 'certifiesTheNotice')
    await later({ days: 3 })
    await leaders.decide(deal, { result: 'rejected', votesFor: 2, votesAgainst: 6 })
    await officer.makes('resolution')
    await refused('case-rejected', officer.signs(deal))
    await ends({ status: 'ended', stage: 'decision', papers: ['resolution'] })
  },
}
