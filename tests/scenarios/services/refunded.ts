import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const refunded: Scenario = {
  title: {
    zh: '技术服务合同：奖酬发放后委托方退款，冲回后重新发放',
    en: 'A technical service whose client is refunded once the reward was paid',
  },
  story: {
    zh: '奖酬发放后，部分样品重测，医院退还四万元。净收入少了，已发的奖酬超过比例：单位负责人决定冲回，按新的净收入重新提方案，已发款先抵扣，多出的由本人退回。',
    en: 'After the reward some samples are tested again and forty thousand yuan go back. Of the smaller net income the reward was too much: the leaders reverse it, the plan is drawn up afresh and takes in what was paid, and the rest is given back.',
  },
  async tells({ on, officer, leaders, finance, refused, ends }) {
    const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
    const plan = (pool: string) => ({
      ...{ rule: '院发〔2026〕示例1号', ruleInForceOn: '2026-01-20', share: '50%' },
      ...{ pool: fenOf(pool), lines: team.map((one) => ({ ...one, share: '100%' })) },
    })
    const statement = (performanceCosts: string) => ({
      ...{ method: 'actual_cost', taxes: fenOf('6,000'), statement: '结-4' },
      performanceCosts: fenOf(performanceCosts),
    })
    const paid = (amount: string, proof: string) => ({
      ...{ lines: [{ name: '甲示例', amount: fenOf(amount) }], proof },
    })
    const agreed = { member: '甲示例', paper: '签字件（演示）' }
    await on('2026-02-02')
    await officer.opens('service_contract', {
      ...{ title: '耐药检测服务', kind: 'service', client: '示例检测（虚构）', team },
      relatedPartiesDeclared: true,
    })
    await leaders.records('contractApproved', { body: '院长办公会', document: '批-4' })
    await officer.records('serviceSigned', { number: '合-4', price: fenOf('100,000') })
    await officer.records('serviceRegistered', { outcome: 'registered', number: '登-4' })
    await on('2026-05-06')
    await officer.records('serviceAccepted', { note: '合格', acceptedBy: '委托方' })
    await finance.records('incomeReceived', { amount: fenOf('100,000'), voucher: '收-4' })
    await finance.records('netSettled', statement('34,000'))
    await officer.records('rewardPlanned', plan('30,000.00'))
    await officer.records('rewardAgreed', agreed)
    await finance.records('rewardPaid', paid('30,000.00', '银行回单一（演示）'))
    await on('2026-06-10')
    const refund = { receipt: '收-4', cause: 'refund', voucher: '退-4' }
    await refused(
      'refund-exceeds',
      finance.records('receiptRefunded', { ...refund, amount: fenOf('100,000.01') }),
    )
    await finance.records('receiptRefunded', { ...refund, amount: fenOf('40,000') })
    await finance.records('netSettled', statement('34,000'))
    // What was paid counts until it is reversed.
    await refused('gd-2025#a19.p2', officer.records('rewardPlanned', plan('10,000.00')))
    await leaders.records('rewardReversed', {
      ...{ cause: 'refund', account: '委托方退款', resolution: '会议纪要（演示）' },
    })
    await refused('recovery-open', officer.records('closed', { summary: '完成' }))
    await officer.records('rewardPlanned', plan('10,000.00'))
    await officer.records('rewardAgreed', agreed)
    await finance.records('rewardPaid', paid('10,000.00', '抵扣单（演示）'))
    await finance.records('recoveryRecorded', {
      ...{ name: '甲示例', way: 'repaid', amount: fenOf('20,000'), proof: '收款凭证（演示）' },
    })
    await officer.records('closed', { summary: '全部完成' })
    await ends({
      status: 'closed',
      stage: 'reward',
      paid: { 甲示例: '10,000.00' },
      papers: ['service-payout'],
    })
  },
}
