import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const technicalService: Scenario = {
  title: {
    zh: '技术服务合同：按单位制度发放奖酬',
    en: 'A technical service, rewarded by the rule of the house',
  },
  story: {
    zh: '医院受托做检测，按单位制度提取净收入的一半作为奖酬。没有制度或超过比例一分，方案都提不出来；没有方案、没有成员确认，财务也不能发放。',
    en: 'The hospital tests samples for a firm and rewards the team with half of the net income by its own rule. Without the rule, or with a fen over the share, no plan is drawn up, and without a plan its members agreed to finance pays nothing.',
  },
  async tells({ on, officer, leaders, finance, refused, ends }) {
    const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
    const plan = {
      rule: '院发〔2026〕示例1号',
      ruleInForceOn: '2026-01-20',
      share: '50%',
      pool: fenOf('30,000.00'),
      lines: team.map((one) => ({ ...one, share: '100%' })),
    }
    const reward = {
      lines: [{ name: '甲示例', amount: fenOf('30,000.00') }],
      proof: '银行回单（演示）',
    }
    await on('2026-02-02')
    await officer.opens('service_contract', {
      title: '样品检测服务',
      kind: 'service',
      client: '示例药企（虚构）',
      team,
      relatedPartiesDeclared: true,
    })
    await on('2026-02-10')
    await refused(
      'not-approved',
      officer.records('serviceSigned', { number: '合-1', price: fenOf('100,000') }),
    )
    await leaders.records('contractApproved', { body: '院长办公会', document: '批-1' })
    await officer.records('serviceSigned', { number: '合-1', price: fenOf('100,000') })
    await on('2026-03-02')
    await officer.records('serviceRegistered', { outcome: 'registered', number: '登-1' })
    await on('2026-05-06')
    await officer.records('serviceAccepted', { note: '合格', acceptedBy: '委托方' })
    await finance.records('incomeReceived', { amount: fenOf('100,000'), voucher: '收-1' })
    await finance.records('netSettled', {
      method: 'actual_cost',
      taxes: fenOf('6,000'),
      performanceCosts: fenOf('34,000'),
      statement: '结-1',
    })
    await finance.makes('service-settlement')
    await on('2026-05-20')
    await refused('no-reward-plan', finance.records('rewardPaid', reward))
    const { rule: _none, ...unruled } = plan
    await refused('gd-2025#a19.p2', officer.records('rewardPlanned', unruled))
    const tooMuch = { ...plan, pool: fenOf('30,000.01') }
    await refused('gd-2025#a19.p2', officer.records('rewardPlanned', tooMuch))
    await officer.records('rewardPlanned', plan)
    await refused('reward-not-agreed', finance.records('rewardPaid', reward))
    await officer.records('rewardAgreed', { member: '甲示例', paper: '签字件（演示）' })
    await finance.records('rewardPaid', reward)
    await officer.records('closed', { summary: '全部完成' })
    await ends({
      status: 'closed',
      stage: 'reward',
      paid: { 甲示例: '30,000.00' },
      papers: ['service-settlement', 'service-payout'],
    })
  },
}
