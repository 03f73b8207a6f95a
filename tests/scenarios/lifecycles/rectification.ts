import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'
import { minutes, noticeOf, resolution, shownUntil } from './usual.ts'

export const rectification: Scenario = {
  title: {
    zh: '过往创办企业的整改（上海试点）',
    en: 'A company founded in the past is put right (the pilot of Shanghai)',
  },
  story: {
    zh: '研究人员三年前自办企业使用本单位成果，试点前主动报告。查清来龙去脉、公示补缴方案、签约执行，公示未满期不能签约；三年跟踪无误后结案。',
    en: 'A researcher founded a company on a result of the hospital and comes forward. It is traced, settled under a plan whose notice has to run first, and looked at once a year for three years.',
  },
  house: { province: 'CN-SH', pilot: 'listed' },
  async tells({
    on,
    today,
    inventor,
    legal,
    reviewer,
    officer,
    leaders,
    finance,
    refused,
    waits,
    ends,
  }) {
    await on('2026-02-02')
    await inventor.opens('rectification', {
      title: '创办企业整改',
      researcher: '甲示例',
      company: '样例材料（虚构）',
      foundedOn: '2023-05-04',
      voluntary: true,
      pilotUnit: true,
      pilotListedOn: '2025-06-02',
    })
    await on('2026-02-10')
    await legal.records('traced', {
      achievements: '可吸收止血材料',
      titleOf: '单位所有',
      period: '2023年起',
      complete: true,
    })
    await on('2026-02-12')
    await reviewer.records('screened', {
      stateSecret: false,
      ethics: 'passed',
      conditionsMet: true,
      appropriated: false,
      opinion: '可以整改',
    })
    await on('2026-02-24')
    await officer.records('proposed', {
      settlement: '按销售额补缴',
      amount: fenOf('800,000'),
      future: 'by_use',
      income: '每年百分之五',
    })
    await on('2026-03-02')
    await leaders.records('decided', resolution, minutes)
    await on('2026-03-05')
    await officer.records('noticePublished', noticeOf('创办企业整改', '补缴八十万元，长期使用'))
    await waits('sh-pilot#h2.i6.p1', '2026-03-21')
    await refused(
      'not-certified',
      officer.records('agreed', { terms: '同公示', asPublished: true }),
    )
    await on('2026-03-21')
    await officer.records('noticeCertified', shownUntil(today()))
    await on('2026-03-24')
    await officer.records('agreed', { terms: '同公示', asPublished: true })
    await on('2026-04-10')
    await finance.records('executed', { booked: '赋予长期使用权', paid: true, voucher: '收-9' })
    for (const year of [1, 2, 3]) {
      await on(`${2026 + year}-04-08`)
      await officer.records('checked', { year, findings: '正常', kept: true })
    }
    await officer.records('closed', { summary: '整改完成' })
    await ends({ status: 'closed', stage: 'monitoring', papers: ['rectification-closing-report'] })
  },
}
