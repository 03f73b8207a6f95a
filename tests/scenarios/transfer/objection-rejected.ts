import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const objectionRejected: Scenario = {
  title: {
    zh: '异议不成立：仍须从头公示',
    en: 'An objection is rejected, and the notice still begins afresh',
  },
  story: {
    zh: '公示第五日，公众实名提出价格偏低，程序随即中止。核实认为不成立，但原公示已过的天数不算，须重新公示满期。',
    en: 'On the fifth day of the notice somebody says in their own name that the price is too low, and everything stops. The finding disagrees, yet the days that ran do not count: a fresh notice has to run in full.',
  },
  async tells({ on, later, goesOn, officer, reviewer, publicObjects, ...scene }) {
    const { refused, stands, waits, ends } = scene
    const deal = new Deal({
      title: '可调康复支具转让',
      achievement: '可调康复支具（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'assignment',
      counterparty: '样例器械（虚构）',
      price: '600,000',
    })
    await on('2026-03-02')
    await goesOn(deal, 'publishesTheNotice')
    await later({ days: 5 })
    await publicObjects('拟交易价格明显偏低')
    await stands('suspended')
    await reviewer.makes('objection-receipt')
    await later({ days: 3 })
    await refused('gd-2025#a15.p1', officer.certifiesTheNotice(deal))
    await reviewer.records('objectionFound', { finding: '价格有同类成交可比', outcome: 'continue' })
    await reviewer.makes('objection-finding')
    await stands('open')
    await later({ days: 14 })
    await refused('gd-2025#a14.p1.i3', officer.certifiesTheNotice(deal))
    await officer.publishesTheNotice(deal)
    // Day fifteen is Labour Day: the period ends on the first working day after the holidays.
    await waits('gd-2025#a14.p1.i3', '2026-05-07')
    await on('2026-05-07')
    await officer.certifiesTheNotice(deal)
    await goesOn(deal, 'signs')
    await ends({
      status: 'open',
      stage: 'performance',
      papers: ['objection-receipt', 'objection-finding'],
    })
  },
}
