import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const inShanghai: Scenario = {
  title: {
    zh: '上海：规则仍是草案，只提示、不阻断',
    en: 'In Shanghai, where the rules are a draft: advice, and nothing stopped',
  },
  story: {
    zh: '上海的医院办理同样的转让。公示不写价格、分给贡献人员的少于草案所说，系统都只提示；程序本身的先后仍由办理记录把住。',
    en: 'A hospital in Shanghai does the same deal. A notice without the price and a share below what the draft says are advised against and go on; only the order of the steps is kept by the record.',
  },
  house: { province: 'CN-SH' },
  async tells({ on, later, goesOn, officer, refused, advised, ends }) {
    const deal = new Deal({
      title: '药敏检测卡转让',
      achievement: '药敏检测卡（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'assignment',
      counterparty: '拟真药业（虚构）',
      price: '300,000',
      split: {
        team: { 甲示例: '180,000.00' },
        office: '30,000.00',
        officeStaff: '15,000.00',
        house: '90,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'reviews')
    await later({ days: 2 })
    await officer.publishesTheNotice(deal, { price: undefined })
    await advised('sh-draft-2024#a10.p1')
    await refused('not-decided', officer.signs(deal))
    await goesOn(deal, 'draftsThePlan')
    await advised('sh-draft-2024#a11.p1.i1')
    await goesOn(deal, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '180,000.00' },
      office: '30,000.00',
      house: '90,000.00',
      papers: ['closing-report'],
    })
  },
}
