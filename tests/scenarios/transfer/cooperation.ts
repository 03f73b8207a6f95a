import { Deal, fenOf } from '../vocabulary/deal.ts'
import { everybodyAgrees } from '../vocabulary/dealing.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const cooperation: Scenario = {
  title: {
    zh: '合作实施：没有价款，约定分享办法',
    en: 'A joint implementation: no price, but a rule of sharing',
  },
  story: {
    zh: '医院与企业合作生产，按四六分享利润。公示的是分享办法；改成五五开须重新公示。第一期结算后，本单位所得按规定分配。',
    en: 'The hospital and a firm produce together and share the profit four to six. What is published is that rule; another one is published anew. After the first period our part is shared out.',
  },
  async tells({ on, later, goesOn, officer, reviewer, leaders, finance, ...scene }) {
    const { refused, ends } = scene
    const deal = new Deal({
      title: '便携监护仪合作实施',
      achievement: '便携监护仪（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'cooperation',
      counterparty: '示范康健（虚构）',
      terms: { sharingRule: '营业利润医院四成、企业六成' },
      split: {
        team: { 甲示例: '140,000.00' },
        office: '0',
        officeStaff: '0',
        house: '60,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'decide')
    const other = deal.with({ terms: { sharingRule: '各半' } })
    await officer.records('termsChanged', { reason: '对方要求', terms: other.terms })
    await refused('gd-2025#a14.p1.i3', officer.signs(deal))
    await officer.records('termsChanged', { reason: '恢复原约定', terms: deal.terms })
    await reviewer.reviews(deal)
    await leaders.decide(deal)
    await goesOn(deal, 'reports')
    await officer.records('productionStarted', { product: '便携监护仪' })
    await later({ days: 60 })
    await finance.records('periodSettled', {
      year: 1,
      from: '2026-06-01',
      to: '2026-06-30',
      income: fenOf('700,000'),
      costs: fenOf('200,000'),
      profit: fenOf('500,000'),
      ourPart: fenOf('200,000'),
      statement: '结-1',
    })
    await finance.receives(deal, { amount: fenOf('200,000') })
    await officer.draftsThePlan(deal, { baseDecided: true })
    await everybodyAgrees({ officer }, deal)
    await officer.publishesThePlan(deal)
    await goesOn(deal, 'pays')
    await ends({
      status: 'open',
      stage: 'performance',
      paid: { 甲示例: '140,000.00' },
      house: '60,000.00',
    })
  },
}
