import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const plainLicence: Scenario = {
  title: { zh: '普通许可，一次付清', en: 'A plain licence, paid at once' },
  story: {
    zh: '止血材料以一百二十万元普通许可给一家企业。公示第十五日还出不了期满证明；分配方案给贡献人员少一分也提交不了。',
    en: 'A haemostatic is licensed for 1.2 million yuan. On the fifteenth day the notice cannot be certified yet; a plan that gives the contributors a fen too little cannot be drafted.',
  },
  async tells({ on, later, goesOn, officer, refused, due, waits, ends }) {
    const deal = new Deal({
      title: '可吸收止血材料许可',
      achievement: '可吸收止血材料（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例' }],
      mode: 'license',
      counterparty: '样例科技（虚构）',
      price: '1,200,000',
      costs: [['tax', '113,600.00']],
      split: {
        team: { 甲示例: '456,288.00', 乙示例: '304,192.00' },
        office: '108,640.00',
        officeStaff: '54,320.00',
        house: '217,280.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'publishesTheNotice')
    await waits('gd-2025#a14.p1.i3', '2026-04-10')
    await later({ days: 15 })
    await refused('gd-2025#a14.p1.i3', officer.certifiesTheNotice(deal))
    await later({ days: 1 })
    await officer.certifiesTheNotice(deal)
    await goesOn(deal, 'signs')
    await due('gd-2025#a14.p1.i7', '2026-05-06')
    await goesOn(deal, 'receives')
    await refused(
      'gd-2025#a18.p1',
      officer.draftsThePlan(deal.splitAs({ team: { 甲示例: '456,287.99' }, house: '217,280.01' })),
    )
    await goesOn(deal, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '456,288.00', 乙示例: '304,192.00' },
      office: '108,640.00',
      house: '217,280.00',
      papers: ['closing-report'],
    })
  },
}
