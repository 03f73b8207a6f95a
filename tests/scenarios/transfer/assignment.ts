import { Deal, planOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const assignment: Scenario = {
  title: {
    zh: '协议转让，完成人中有正职领导',
    en: 'An assignment by agreement, with a chief among the inventors',
  },
  story: {
    zh: '专利作价三百万元转让，完成人之一是院长：公示必须载明其贡献和奖励，决策时回避，奖励只能是有单位办法依据的现金。权利变更、资料交接后分配结案。',
    en: 'A patent is assigned for three million yuan. One inventor is the chief: the notice must say what they did and get, they leave the room for the decision, and their reward is cash by a rule of the house. The right changes hands, the know-how is handed over, the income is shared.',
  },
  async tells({ on, later, goesOn, officer, finance, refused, ends }) {
    const deal = new Deal({
      title: '骨科固定器转让',
      achievement: '骨科固定器（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例', isChief: true }],
      mode: 'assignment',
      counterparty: '示范康健（虚构）',
      price: '3,000,000',
      costs: [
        ['tax', '180,000.00'],
        ['appraisal', '20,000.33'],
      ],
      split: {
        team: { 甲示例: '1,260,000.00', 乙示例: '699,999.77' },
        office: '279,999.90',
        officeStaff: '100,000.00',
        house: '560,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'reviews')
    await later({ days: 1 })
    await refused('gd-2025#a14.p1.i3', officer.publishesTheNotice(deal, { leaders: [] }))
    await goesOn(deal, 'reports')
    await officer.makes('report')
    await officer.records('rightChangeFiled', { office: '示例专利登记处' })
    await later({ days: 20 })
    await officer.records('rightChanged', { certificate: '变-示例1' })
    await officer.records('handedOver', { items: ['工艺文件', '检测记录'], receivedBy: '戊示例' })
    await goesOn(deal, 'receives')
    const { lines } = planOf(deal)
    const equity = lines.map((line) => (line.isChief ? { ...line, award: 'equity' } : line))
    await refused('gd-2025#a21.p1', officer.draftsThePlan(deal, { lines: equity }))
    await later({ days: 3 })
    await officer.draftsThePlan(deal, { chiefsCashRuled: true })
    await goesOn(deal, 'certifiesThePlan')
    await refused(
      'gd-2025#a18.p2',
      finance.pays(deal.splitAs({ team: { 甲示例: '1,260,000.01', 乙示例: '699,999.76' } })),
    )
    await goesOn(deal, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '1,260,000.00', 乙示例: '699,999.77' },
      office: '279,999.90',
      house: '560,000.00',
      papers: ['report', 'closing-report'],
    })
  },
}
