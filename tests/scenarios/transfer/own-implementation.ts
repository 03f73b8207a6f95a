import { Deal, fenOf } from '../vocabulary/deal.ts'
import { everybodyAgrees } from '../vocabulary/dealing.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const ownImplementation: Scenario = {
  title: {
    zh: '自行实施：投产、期间结算、按单位确定的基数奖励',
    en: 'Own implementation: production, a settled period, rewards on a base that was decided',
  },
  story: {
    zh: '医院自己开展一项院内检测服务。没有交易，不公示、不签约、不上报；投入须经批准且不影响诊疗，第一期利润按集体决定的基数分配。',
    en: 'The hospital offers a test of its own. There is no deal, so no notice, contract or report; the investment is approved and leaves the care of patients unharmed, and the first profit is shared on a base that was decided.',
  },
  async tells({ on, later, goesOn, officer, finance, leaders, ...scene }) {
    const { refused, ends } = scene
    const deal = new Deal({
      title: '院内检测服务自行实施',
      achievement: '快速检测方法（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例' }],
      mode: 'self_implementation',
      split: {
        team: { 甲示例: '336,000.00', 乙示例: '224,000.00' },
        office: '0',
        officeStaff: '0',
        house: '240,000.00',
      },
    })
    const approval = { amount: fenOf('500,000'), source: '自有资金', document: '批-1' }
    await on('2026-02-02')
    await goesOn(deal, 'reviews')
    await later({ days: 5 })
    await leaders.decide(deal)
    await refused('own-implementation', officer.signs(deal, { counterparty: '无' }))
    await finance.records('investmentApproved', { ...approval, careComesFirst: false })
    await on('2026-04-01')
    await refused('gd-2025#a5.p1', officer.records('productionStarted', { product: '院内检测' }))
    await finance.records('investmentApproved', { ...approval, careComesFirst: true })
    await officer.records('productionStarted', { product: '院内检测' })
    await on('2026-07-01')
    await finance.records('periodSettled', {
      year: 1,
      from: '2026-04-01',
      to: '2026-06-30',
      income: fenOf('900,000'),
      costs: fenOf('100,000'),
      profit: fenOf('800,000'),
      statement: '结-1',
    })
    await finance.receives(deal, { amount: fenOf('800,000') })
    await refused('gd-2025#a18.p1', officer.draftsThePlan(deal))
    await officer.draftsThePlan(deal, { baseDecided: true })
    await everybodyAgrees({ officer }, deal)
    await officer.publishesThePlan(deal)
    await goesOn(deal, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '336,000.00', 乙示例: '224,000.00' },
      office: '0.00',
      house: '240,000.00',
      papers: ['distribution-table', 'payout-list', 'closing-report'],
    })
  },
}
