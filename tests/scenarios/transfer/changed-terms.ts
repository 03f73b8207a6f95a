import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const changedTerms: Scenario = {
  title: {
    zh: '公示期满后降价：重新审核、重新公示',
    en: 'The price falls after the notice: reviewed and published anew',
  },
  story: {
    zh: '公示期满、会议缓议之间，对方要求降价十万元。按旧公示不能决策、不能签约；变更登记后退回审核，新的条款从头公示。',
    en: 'The notice is over and the meeting has put the matter off when the buyer asks for 100,000 yuan less. Nothing is decided or signed on the old notice; the new terms are reviewed and published afresh.',
  },
  async tells({ on, later, goesOn, officer, reviewer, leaders, refused, waits, ends }) {
    const deal = new Deal({
      title: '牙科材料许可',
      achievement: '牙科材料（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '示例生物（虚构）',
      price: '1,000,000',
    })
    const cheaper = deal.with({ price: '900,000' })
    await on('2026-03-02')
    await goesOn(deal, 'certifiesTheNotice')
    await later({ days: 3 })
    await leaders.decide(deal, { result: 'deferred', deferredUntil: '2026-04-30' })
    await later({ days: 3 })
    await officer.records('termsChanged', { reason: '原料成本变化', terms: cheaper.terms })
    await refused('gd-2025#a14.p1.i3', leaders.decide(cheaper))
    await refused('gd-2025#a14.p1.i2', officer.publishesTheNotice(cheaper))
    await reviewer.reviews(cheaper)
    await officer.publishesTheNotice(cheaper)
    await waits('gd-2025#a14.p1.i3', '2026-05-07')
    await goesOn(cheaper, 'decide')
    await later({ days: 4 })
    await refused('gd-2025#a14.p1.i3', officer.signs(deal))
    await officer.signs(cheaper)
    await ends({ status: 'open', stage: 'performance', papers: ['key-terms'] })
  },
}
