import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

const shares = (house: string, team: string, partner: string) => [
  { name: '示例医院（虚构）', kind: 'institution', share: house },
  { name: '甲示例', kind: 'contributor', share: team, isChief: false },
  { name: '样例创投（虚构）', kind: 'partner', share: partner },
]

export const equityHolding: Scenario = {
  title: { zh: '作价入股的持有和退出', en: 'Equity is held, and left' },
  story: {
    zh: '医院以成果作价持股九个百分点。单列、登记、分红之后决定全部退出：未评估不能办理，集体决策没有会议记录也不能办理，补正后重新决策。',
    en: 'The hospital holds nine parts in a hundred for an achievement. Listed and registered, it takes a dividend and decides to leave: not without an appraisal, nor without minutes, so the leaders decide anew.',
  },
  async tells({ on, officer, finance, leaders, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('equity_holding', {
      company: '样例医械（虚构）',
      creditCode: '示例代码-1',
      transferCase: '示例-2026-1',
      achievement: '可吸收止血材料（虚构）',
      formedOn: '2026-02-01',
      value: fenOf('3,000,000'),
      holders: shares('9%', '21%', '70%'),
      taxOption: 'tax_deferred',
    })
    await on('2026-02-05')
    await finance.records('propertyRegistered', { certificate: '产-1' })
    await finance.records('listed', { entry: '单-1' })
    await on('2026-06-01')
    await finance.records('dividendReceived', { amount: fenOf('20,000'), voucher: '收-3' })
    await on('2027-03-01')
    await finance.records('marketEntered', { basis: 'first_sale' })
    const left = {
      holders: shares('0%', '21%', '79%'),
      counterparty: '样例创投（虚构）',
      price: fenOf('500,000'),
      agreement: '转让协议 1 号（虚构）',
      receipts: [{ voucher: '收-转-1', amount: fenOf('500,000') }],
      onList: true,
    }
    const exit = { matter: 'exit', terms: '公开转让全部', handler: 'institution', minuted: true }
    await on('2027-04-12')
    await leaders.records('eventDecided', { ...exit, minuted: false })
    await refused('gd-2025#a11.p1', officer.records('eventHandled', left))
    await finance.records('appraised', {
      agency: '示例评估（虚构）',
      value: fenOf('500,000'),
      validUntil: '2028-04-11',
    })
    await refused('gd-2025#a5.p1', officer.records('eventHandled', left))
    await on('2027-04-19')
    await leaders.records('eventDecided', exit)
    await on('2027-05-10')
    await officer.records('eventHandled', left)
    await officer.records('closed', { summary: '已全部退出' })
    await ends({
      status: 'closed',
      stage: 'exit',
      papers: ['equity-event', 'equity-closing-report'],
    })
  },
}
