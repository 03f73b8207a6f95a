import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const costCameBack: Scenario = {
  title: {
    zh: '结案之后收回一部分已扣除的费用：重开，补充分配，再结案',
    en: 'Part of a deducted cost comes back after the case was closed: reopened, shared out, closed again',
  },
  story: {
    zh: '分配时扣除了五万元中介费，结案后中介机构退回两万元。已发的分配不改一个字：财务登记收回，多于扣除的登记不了；这两万元按本项目适用的政策另作一次分配，公示、发放之后再结案。',
    en: 'A fee of 50,000 yuan was deducted; after the case was closed the agent gives 20,000 of it back. Not a word of what was paid is changed: finance records what came back, never more than was deducted, and by the law of the case it is planned, published and paid like a receipt before the case is closed again.',
  },
  async tells({ on, later, goesOn, officer, finance, refused, ends }) {
    const deal = new Deal({
      title: '导管夹具许可',
      achievement: '导管夹具（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例' }],
      mode: 'license',
      counterparty: '样例器械（虚构）',
      price: '1,050,000',
      costs: [['third_party', '50,000']],
      split: {
        team: { 甲示例: '420,000.00', 乙示例: '280,000.00' },
        office: '100,000.00',
        officeStaff: '50,000.00',
        house: '200,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'closes')
    await later({ days: 20 })
    const cameBack = (amount: string) =>
      finance.records('costReimbursed', {
        ...{ cost: '付-1', kind: 'third_party', amount: fenOf(amount), voucher: '收-退-1' },
        reason: '中介机构退还部分服务费（演示）',
      })
    await refused('case-closed', cameBack('20,000'))
    await officer.records('reopened', { reason: '收回已扣除的费用（演示）' })
    await refused('reimbursed-too-much', cameBack('50,000.01'))
    await cameBack('20,000')
    const rest = deal.splitAs({
      team: { 甲示例: '8,400.00', 乙示例: '5,600.00' },
      office: '2,000.00',
      officeStaff: '1,000.00',
      house: '4,000.00',
    })
    rest.reached = 'receiptRecorded'
    const little = rest.splitAs({ team: { 乙示例: '5,500.00' }, house: '4,100.00' })
    await refused('gd-2025#a18.p1', officer.draftsThePlan(little))
    await goesOn(rest, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '428,400.00', 乙示例: '285,600.00' },
      office: '102,000.00',
      house: '204,000.00',
      papers: ['closing-report'],
    })
  },
}
