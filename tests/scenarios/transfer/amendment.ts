import { Deal, fenOf } from '../vocabulary/deal.ts'
import { everybodyAgrees } from '../vocabulary/dealing.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const amendment: Scenario = {
  title: {
    zh: '签约后变更：补充协议、再次公示，期满才能发放',
    en: 'A change after signing: an amendment and a notice of its own before anything is paid',
  },
  story: {
    zh: '签约后因客观原因改为分期支付并降价。变化要再次公示；公示期满之前奖励发不出去，期满后照常发放。',
    en: 'After signing the price falls and is paid in parts, for objective reasons. The change is published; until that notice has run no reward is paid, and then it is.',
  },
  async tells({ on, later, today, goesOn, officer, legal, finance, refused, ends }) {
    const deal = new Deal({
      title: '远程随访系统转让',
      achievement: '远程随访系统（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'assignment',
      counterparty: '样例信息（虚构）',
      price: '800,000',
      split: {
        team: { 甲示例: '490,000.00' },
        office: '70,000.00',
        officeStaff: '35,000.00',
        house: '140,000.00',
      },
    })
    const cheaper = deal.with({ price: '700,000' })
    await on('2026-03-02')
    await goesOn(deal, 'reports')
    await finance.receives(deal, { amount: fenOf('700,000') })
    await officer.draftsThePlan(deal)
    await everybodyAgrees({ officer }, deal)
    await officer.publishesThePlan(deal)
    await later({ days: 5 })
    await officer.records('termsChanged', { reason: '政策调整', terms: cheaper.terms })
    await legal.records('contractAmended', { number: '补-1', summary: '价款改为七十万元' })
    await officer.makes('contract-amendment')
    await goesOn(deal, 'certifiesThePlan')
    await refused('gd-2025#a14.p1.i3', finance.pays(deal))
    await officer.records('changeNoticePublished', { text: '价款由八十万元变更为七十万元' })
    await later({ days: 1 })
    await refused(
      'gd-2025#a14.p1.i3',
      officer.records('changeNoticeCertified', { lastShownOn: today() }),
    )
    await later({ days: 20 })
    await officer.records('changeNoticeCertified', { lastShownOn: today() })
    await officer.records('registrationAmended', { remark: '变更登记' })
    await officer.records('reportSupplemented', {
      hasDecisions: true,
      hasContract: true,
      hasIncome: true,
      final: true,
    })
    await goesOn(deal, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '490,000.00' },
      house: '140,000.00',
      papers: ['contract-amendment', 'closing-report'],
    })
  },
}
