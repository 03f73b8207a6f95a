import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const consulting: Scenario = {
  title: {
    zh: '技术咨询合同：固定费用比例不算数，改按实际成本结算',
    en: 'Consulting: a fixed ratio of costs does not do, the actual ones are settled',
  },
  story: {
    zh: '利益关联没有申报的，合同批不了，须重新立项。财务先按固定比例扣成本，奖酬方案提不出来：默认口径要扣实际履行成本。改按实际成本结算，多一分也不行。',
    en: 'While related interests are undeclared the contract is not approved and has to be opened anew. Finance first deducts costs at a fixed ratio, and no reward can be planned: the reading in use deducts the actual costs of performance. Settled by those it is paid, and not a fen more.',
  },
  async tells({ on, officer, leaders, finance, refused, ends }) {
    const opening = {
      title: '临床试验设计咨询',
      kind: 'consulting',
      client: '拟真药业（虚构）',
      team: ['甲示例', '乙示例'].map((name) => ({
        name,
        isInventor: true,
        isChief: false,
        holdsLeadingPost: false,
      })),
    }
    const net = {
      method: 'fixed_ratio',
      taxes: fenOf('3,000'),
      costRatio: '20%',
      ratioRuled: true,
      statement: '结-1',
    }
    // Of 22,000.00 the first gets 12,000.50.
    const plan = (pool: string, names = ['甲示例', '乙示例']) => ({
      ...{ rule: '院发〔2026〕示例2号', ruleInForceOn: '2026-01-20', share: '60%' },
      pool: fenOf(pool),
      lines: names.map((name, at) => ({
        ...opening.team[at],
        ...{ name, share: at === 0 ? '24001/44000' : '19999/44000' },
      })),
    })
    await on('2026-03-02')
    await officer.opens('service_contract', { ...opening, relatedPartiesDeclared: false })
    const approval = { body: '院长办公会', document: '批-2' }
    await refused('interests-undeclared', leaders.records('contractApproved', approval))
    await officer.records('withdrawn', { reason: '补申报利益关联后重新立项' })
    await officer.opens('service_contract', { ...opening, relatedPartiesDeclared: true })
    await leaders.records('contractApproved', approval)
    await officer.records('serviceSigned', { number: '合-2', price: fenOf('50,000') })
    await officer.records('serviceRegistered', { outcome: 'registered', number: '登-2' })
    await on('2026-06-01')
    await refused('not-accepted', finance.records('netSettled', net))
    await officer.records('serviceAccepted', { note: '报告合格', acceptedBy: '委托方' })
    await finance.records('incomeReceived', { amount: fenOf('50,000'), voucher: '收-1' })
    await finance.records('netSettled', net)
    // 60% of 50,000 less taxes and costs is 22,000.002.
    await refused('gd-2025#a19.p2', officer.records('rewardPlanned', plan('22,000.00')))
    // Under the same number it takes the place of the statement by the ratio.
    await finance.records('netSettled', {
      method: 'actual_cost',
      taxes: fenOf('3,000'),
      performanceCosts: fenOf('10,333.33'),
      statement: net.statement,
    })
    await refused('gd-2025#a19.p2', officer.records('rewardPlanned', plan('22,000.01')))
    const strangers = plan('22,000.00', ['甲示例', '丙示例'])
    await refused('not-of-the-team', officer.records('rewardPlanned', strangers))
    await officer.records('rewardPlanned', plan('22,000.00'))
    for (const member of ['甲示例', '乙示例']) {
      await officer.records('rewardAgreed', { member, paper: '团队签字页（演示）' })
    }
    await finance.records('rewardPaid', {
      lines: [
        { name: '甲示例', amount: fenOf('12,000.50') },
        { name: '乙示例', amount: fenOf('9,999.50') },
      ],
      proof: '银行回单（演示）',
    })
    await officer.records('closed', { summary: '全部完成' })
    await ends({
      status: 'closed',
      stage: 'reward',
      paid: { 甲示例: '12,000.50', 乙示例: '9,999.50' },
      papers: ['service-payout'],
    })
  },
}
