import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const specialRegime: Scenario = {
  title: {
    zh: '涉关键核心技术：先获专门审批，再谈判',
    en: 'Key core technology: special approval before any talks',
  },
  story: {
    zh: '筛查时说不准是否涉及关键核心技术，按专门程序办理：没有审批文件不能启动谈判，登记后照常往下走；后来双方谈不拢，撤回。',
    en: 'The screening is unsure whether key core technology is touched. Without the special approval no talks begin; with it the case goes on as usual, until the two sides part and it is withdrawn.',
  },
  async tells({ on, later, goesOn, officer, reviewer, refused, ends }) {
    const deal = new Deal({
      title: '基因检测芯片许可',
      achievement: '基因检测芯片（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '拟真药业（虚构）',
      price: '5,000,000',
    })
    await on('2026-03-02')
    await goesOn(deal, 'registersTitle')
    await later({ days: 3 })
    await reviewer.screens(deal, { keyTechnology: 'unsure' })
    await later({ days: 2 })
    await refused('gd-2025#a11.p1', officer.negotiates(deal))
    await later({ days: 30 })
    await reviewer.records(
      'specialApprovalRecorded',
      { document: '示例批〔2026〕1号' },
      { papers: ['专门审批文件（演示）'] },
    )
    await goesOn(deal, 'logsTheTalks')
    await later({ days: 10 })
    await officer.records('withdrawn', { reason: '价款谈不拢' })
    await refused('case-withdrawn', officer.proposes(deal))
    await ends({ status: 'ended', stage: 'negotiation' })
  },
}
