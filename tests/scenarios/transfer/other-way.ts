import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const otherWay: Scenario = {
  title: {
    zh: '其他协商方式：参照最接近的方式办理，转化部门不提取',
    en: 'Another agreed way: handled as the nearest mode, nothing for the transfer office',
  },
  story: {
    zh: '数据集以协商的其他方式提供使用，须说明参照哪种方式和理由。条文没有列明这种方式，系统提示转化部门不提取，方案随即改过。',
    en: 'A data set is made available in a way the text does not name. The case says which mode it is handled as and why, and is advised that the transfer office takes no share, so the plan is drafted anew.',
  },
  async tells({ on, later, goesOn, officer, refused, advised, ends }) {
    const deal = new Deal({
      title: '标注数据集授权使用',
      achievement: '标注数据集（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'other',
      counterparty: '样例信息（虚构）',
      price: '500,000',
      split: {
        team: { 甲示例: '350,000.00' },
        office: '0',
        officeStaff: '0',
        house: '150,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'screens')
    await later({ days: 2 })
    await refused('other-unmapped', officer.negotiates(deal))
    await officer.negotiates(deal, { mappedTo: 'license', mappingReason: '仅授予使用权' })
    await goesOn(deal, 'receives')
    await refused(
      'gd-2025#a18.p1',
      officer.draftsThePlan(deal.splitAs({ team: { 甲示例: '300,000.00' }, house: '200,000.00' })),
    )
    const withOffice = { office: '50,000.00', officeStaff: '25,000.00', house: '100,000.00' }
    await officer.draftsThePlan(deal.splitAs(withOffice))
    await advised('gd-2025#a19.p1')
    deal.reached = 'receiptRecorded'
    await goesOn(deal, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '350,000.00' },
      office: '0.00',
      house: '150,000.00',
      papers: ['closing-report'],
    })
  },
}
