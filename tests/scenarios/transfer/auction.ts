import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const auction: Scenario = {
  title: {
    zh: '拍卖：异议使拍卖中止，核实后落槌成交',
    en: 'An auction that an objection stops, and that is held after the finding',
  },
  story: {
    zh: '拍卖公告后有人提出异议，拍卖中止；核实、重新公示、重新决策之后才能举行。低于保留价的落槌价登记不了。',
    en: 'After an auction is announced somebody objects, and it stops; it is held only after the finding, a fresh notice and a new decision. A price below the reserve is not recorded.',
  },
  async tells({ on, later, goesOn, officer, reviewer, publicObjects, ...scene }) {
    const { refused, stands, ends } = scene
    const deal = new Deal({
      title: '微创器械拍卖转让',
      achievement: '微创器械（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例' }],
      mode: 'assignment',
      pricing: 'auction',
      price: '900,000',
    })
    const result = {
      outcome: 'knocked_down',
      bids: [{ bidder: '示例买方（虚构）', amount: fenOf('950,000') }],
      counterparty: '示例买方（虚构）',
      confirmation: '成交-2',
    }
    await on('2026-03-02')
    await goesOn(deal, 'decide')
    await officer.records('auctionAnnounced', {
      auctioneer: '示例拍卖行（虚构）',
      number: '拍-1',
      floor: fenOf('900,000'),
      heldOn: '2026-06-10',
    })
    await later({ days: 3 })
    await publicObjects('保留价偏低')
    await stands('suspended')
    await refused('offer-stopped', officer.records('bidReceived', { bidder: '示例买方（虚构）' }))
    await reviewer.records('objectionFound', { finding: '保留价有评价依据', outcome: 'continue' })
    await refused(
      'gd-2025#a15.p1',
      officer.records('auctionHeld', { ...result, price: fenOf('950,000') }),
    )
    await officer.publishesTheNotice(deal)
    await goesOn(deal, 'decide')
    await on('2026-06-10')
    await refused(
      'sold-below-floor',
      officer.records('auctionHeld', { ...result, price: fenOf('899,999.99') }),
    )
    await officer.records('auctionHeld', { ...result, price: fenOf('950,000') })
    const sold = deal.with({ counterparty: '示例买方（虚构）', price: '950,000' })
    await officer.records('dealPublished', { counterparty: '示例买方（虚构）', price: '95 万元' })
    await goesOn(sold, 'reports')
    await ends({ status: 'open', stage: 'performance', papers: ['key-terms'] })
  },
}
