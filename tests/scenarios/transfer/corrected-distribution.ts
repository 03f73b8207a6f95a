import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const correctedDistribution: Scenario = {
  title: {
    zh: '发放之后发现漏记费用：冲回、重新分配、退回多发款',
    en: 'A cost comes to light after the payout: reversed, shared afresh, and given back',
  },
  story: {
    zh: '奖励发放后，一张五万元的中介费发票才送到。已发的分配不改一个字：领导班子决定冲回，补记费用，重新拟定、公示、发放；每人多得的退回之前不能结案，多退一分也登记不了。',
    en: 'After the payout an invoice of an agent over 50,000 yuan arrives. Not a word of what was paid is changed: the leaders reverse it, the cost is recorded, the shares are planned, published and paid afresh. Until everybody gave back what they had too much the case does not close, and not a fen more is taken back.',
  },
  async tells({ on, later, goesOn, officer, finance, leaders, refused, ends }) {
    const deal = new Deal({
      title: '内镜夹具许可',
      achievement: '内镜夹具（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例' }],
      mode: 'license',
      counterparty: '样例器械（虚构）',
      price: '1,000,000',
      split: {
        team: { 甲示例: '420,000.00', 乙示例: '280,000.00' },
        office: '100,000.00',
        officeStaff: '50,000.00',
        house: '200,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'pays')
    await later({ days: 5 })
    await leaders.records('distributionReversed', {
      cause: 'cost_late',
      account: '中介费发票晚到，未扣除',
      resolution: '院纪要（示例）21号',
    })
    await finance.records('costRecorded', {
      kind: 'third_party',
      amount: fenOf('50,000'),
      voucher: '付-9',
    })
    const fresh = deal.splitAs({
      team: { 甲示例: '399,000.00', 乙示例: '266,000.00' },
      office: '95,000.00',
      officeStaff: '47,500.00',
      house: '190,000.00',
    })
    fresh.reached = 'receiptRecorded'
    await refused('gd-2025#a17.p1', officer.draftsThePlan(deal))
    await goesOn(fresh, 'pays')
    await refused('recovery-open', officer.closes(fresh))
    const givesBack = (name: string, amount: string) =>
      finance.records('recoveryRecorded', {
        name,
        way: 'repaid',
        amount: fenOf(amount),
        proof: `${name}退款回单（示例）`,
      })
    await refused('more-than-held', givesBack('甲示例', '21,000.01'))
    await givesBack('甲示例', '21,000')
    await givesBack('乙示例', '14,000')
    await officer.closes(fresh)
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '399,000.00', 乙示例: '266,000.00' },
      office: '95,000.00',
      house: '190,000.00',
      papers: ['closing-report'],
    })
  },
}
