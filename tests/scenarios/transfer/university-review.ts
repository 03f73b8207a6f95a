import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const universityReview: Scenario = {
  title: {
    zh: '高校附属医院：报送、补报前都经高校审核',
    en: 'A university hospital: the university reviews the report, and its supplement as well',
  },
  story: {
    zh: '附属医院签约后十五日内上报，报送前先经高校审核。报告被退回后补报，也要再经高校审核一次。',
    en: 'A hospital of a university reports within fifteen days of signing, after the university has reviewed it. Returned by the province, the report is supplemented, and reviewed once more.',
  },
  house: { universityAffiliated: true, university: '示例医科大学（虚构）' },
  async tells({ on, later, goesOn, officer, refused, due, ends }) {
    const deal = new Deal({
      title: '血液分析方法许可',
      achievement: '血液分析方法（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '样本诊断（虚构）',
      price: '400,000',
    })
    await on('2026-03-02')
    await goesOn(deal, 'signs')
    await due('gd-2025#a14.p1.i7', '2026-05-06')
    await goesOn(deal, 'passesOnTheRegistration')
    await later({ days: 1 })
    await refused('gd-2025#a7.p1', officer.reports(deal))
    await officer.records('universityReviewed', { opinion: '同意报送' })
    await officer.reports(deal)
    await later({ days: 10 })
    await officer.records('reportReturned', { reason: '缺收入分配方案' })
    const whole = { hasDecisions: true, hasContract: true, hasIncome: true, final: true }
    await refused('gd-2025#a7.p1', officer.records('reportSupplemented', whole))
    await later({ days: 1 })
    await officer.records('universityReviewed', { opinion: '同意补报' })
    await officer.records('reportSupplemented', whole)
    await ends({ status: 'open', stage: 'performance', papers: ['report'] })
  },
}
