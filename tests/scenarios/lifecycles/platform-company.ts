import type { Scenario } from '../vocabulary/scenario.ts'
import { minutes, resolution } from './usual.ts'

export const platformCompany: Scenario = {
  title: { zh: '设立平台公司：条件未达到', en: 'A platform company: the conditions are not met' },
  story: {
    zh: '医院拟设平台公司。登记簿里没有够数的有效专利，也没有转化收益；决策通过，申报时系统按前一日清点，依条文不能申报，撤回待条件成熟。',
    en: 'The hospital plans a platform company. Its registers count no hundred patents and no income on the day before; the leaders agree, the application cannot be made by the article, and the plan is withdrawn.',
  },
  async tells({ on, officer, leaders, refused, stands, ends }) {
    await on('2026-05-06')
    await officer.opens('platform_company', {
      title: '设立转化公司（虚构）',
      company: '样例医转（虚构）',
      level: 'provincial',
      placeLevel: 'provincial',
      universityAffiliated: false,
      plans: [{ achievement: '止血材料（虚构）', year: 2026, mode: 'license' }],
      workSchemeMade: true,
      riskRuleOn: '2026-03-02',
      stateAssetRuleOn: '2026-03-02',
    })
    await officer.makes('company-conditions')
    await on('2026-05-20')
    await leaders.records('decided', resolution, minutes)
    await on('2026-06-15')
    await refused('gd-2025#a6.p1.i1', officer.records('applied', { to: '示例省级卫健部门' }))
    await stands('open')
    await officer.records('withdrawn', { reason: '条件未达到，待成熟再报' })
    await ends({ status: 'ended', stage: 'applied', papers: ['company-conditions'] })
  },
}
