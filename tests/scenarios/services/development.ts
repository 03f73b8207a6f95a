import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const development: Scenario = {
  title: {
    zh: '技术开发合同：没有完成，提前终止',
    en: 'A development contract that is not completed and ends early',
  },
  story: {
    zh: '受托开发样机，签约登记后委托方资金断裂，合同终止。没有验收就没有奖酬可发。',
    en: 'A prototype is developed for a firm that runs out of money; the contract ends early. Without an acceptance there is no reward.',
  },
  async tells({ on, officer, reviewer, legal, finance, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('service_contract', {
      title: '监护样机委托开发',
      kind: 'development',
      client: '示范康健（虚构）',
      team: [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }],
      relatedPartiesDeclared: true,
    })
    await reviewer.records('contractApproved', { body: '转化办主任会', document: '批-3' })
    await on('2026-02-20')
    await officer.records('serviceSigned', {
      number: '合-3',
      price: fenOf('600,000'),
      performUntil: '2026-12-31',
    })
    await refused('already-signed', officer.records('withdrawn', { reason: '不做了' }))
    await officer.records('serviceRegistered', { outcome: 'refused' })
    await on('2026-03-05')
    await officer.records('serviceRegistered', { outcome: 'registered', number: '登-3' })
    await on('2026-07-01')
    await refused(
      'no-reward-plan',
      finance.records('rewardPaid', {
        lines: [{ name: '甲示例', amount: fenOf('1') }],
        proof: '无',
      }),
    )
    await legal.records('serviceTerminated', { reason: '委托方资金断裂' })
    await refused(
      'not-accepted',
      finance.records('netSettled', {
        ...{ method: 'actual_cost', taxes: '0', performanceCosts: '0', statement: '结-3' },
      }),
    )
    await ends({ status: 'ended', stage: 'performance' })
  },
}
