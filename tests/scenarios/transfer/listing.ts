import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const listing: Scenario = {
  title: {
    zh: '挂牌：第一次流标，降低底价重新决策后成交',
    en: 'A listing that nobody takes, a lower floor decided anew, and a buyer',
  },
  story: {
    zh: '成果以八十万元底价挂牌，期满无人应征。底价降到六十万元须重新决策；再次挂牌以七十万元成交，成交方和价格补充公示后签约。',
    en: 'An achievement is listed at a floor of 800,000 yuan and nobody comes. A floor of 600,000 is decided anew; listed again it finds a buyer at 700,000, who is published with the price before the contract is signed.',
  },
  async tells({ on, later, goesOn, officer, leaders, refused, ends }) {
    const deal = new Deal({
      title: '呼吸训练器挂牌许可',
      achievement: '呼吸训练器（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      pricing: 'listing',
      price: '800,000',
      split: {
        team: { 甲示例: '490,000.00' },
        office: '70,000.00',
        officeStaff: '35,000.00',
        house: '140,000.00',
      },
    })
    const offer = { exchange: '示例技术交易所（虚构）', number: '挂-1', floor: fenOf('800,000') }
    await on('2026-03-02')
    await goesOn(deal, 'certifiesTheNotice')
    await refused(
      'gd-2025#a14.p1.i4',
      officer.records('listed', { ...offer, listedUntil: '2026-05-20' }),
    )
    await goesOn(deal, 'decide')
    await refused(
      'below-decided-floor',
      officer.records('listed', { ...offer, floor: fenOf('790,000'), listedUntil: '2026-05-20' }),
    )
    await officer.records('listed', { ...offer, listedUntil: '2026-05-20' })
    await on('2026-05-21')
    await officer.records('listingEnded', { outcome: 'unsold' })
    await officer.records('floorLowered', { floor: fenOf('600,000'), reason: '首次流标' })
    const again = { ...offer, number: '挂-2', floor: fenOf('600,000'), listedUntil: '2026-06-20' }
    await refused('gd-2025#a14.p1.i4', officer.records('listed', again))
    await later({ days: 4 })
    await leaders.decide(deal)
    await officer.records('listed', again)
    await officer.records('bidReceived', { bidder: '示例买方（虚构）', amount: fenOf('700,000') })
    await on('2026-06-22')
    await officer.records('listingEnded', {
      outcome: 'matched',
      counterparty: '示例买方（虚构）',
      price: fenOf('700,000'),
      confirmation: '成交-1',
    })
    const sold = deal.with({ counterparty: '示例买方（虚构）', price: '700,000' })
    await officer.records('dealPublished', { counterparty: '示例买方（虚构）', price: '70 万元' })
    await later({ days: 4 })
    await refused('gd-2025#a15.p1', officer.signs(sold, { counterparty: '另一家（虚构）' }))
    await officer.signs(sold)
    await goesOn(sold, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '490,000.00' },
      office: '70,000.00',
      house: '140,000.00',
      papers: ['closing-report'],
    })
  },
}
