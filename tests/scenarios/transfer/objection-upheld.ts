import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const objectionUpheld: Scenario = {
  title: {
    zh: '异议成立：退回方案，补列完成人，重新公示',
    en: 'An objection is upheld: the proposal is mended and published afresh',
  },
  story: {
    zh: '公示期间有人实名提出遗漏了一名完成人。核实认为成立，方案退回补正、重新审核，再从头公示。',
    en: 'While the notice runs, somebody says in their own name that an inventor was left out. The finding agrees; the proposal is mended, reviewed again and published afresh.',
  },
  async tells({ on, later, goesOn, officer, reviewer, publicObjects, refused, stands, ends }) {
    const deal = new Deal({
      title: '影像判读软件许可',
      achievement: '影像判读软件（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '样例信息（虚构）',
      price: '600,000',
    })
    const mended = deal.with({ team: [{ name: '甲示例' }, { name: '丁示例' }] })
    await on('2026-03-02')
    await goesOn(deal, 'publishesTheNotice')
    await later({ days: 5 })
    await publicObjects('研究团队遗漏了一名完成人')
    await stands('suspended')
    await later({ days: 1 })
    await refused('gd-2025#a15.p1', officer.certifiesTheNotice(deal))
    await reviewer.records('objectionFound', { finding: '异议成立，补列丁示例', outcome: 'amend' })
    await reviewer.makes('objection-finding')
    await stands('open')
    await refused('gd-2025#a14.p1.i2', officer.publishesTheNotice(mended))
    await later({ days: 2 })
    await officer.proposes(mended)
    await reviewer.reviews(mended)
    await officer.publishesTheNotice(mended)
    await officer.makes('notice')
    await goesOn(mended, 'signs')
    await ends({
      status: 'open',
      stage: 'performance',
      papers: ['objection-finding', 'notice'],
    })
  },
}
