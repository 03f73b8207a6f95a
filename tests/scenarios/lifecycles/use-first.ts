import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'
import { contract, contractPaper, isDecided, isInUse, isReviewed, notice } from './trial.ts'

export const useFirstPaid: Scenario = {
  title: {
    zh: '先使用后付费：试用成功，付费',
    en: 'Use first, pay later: it works and is paid for',
  },
  story: {
    zh: '小微企业免费试用伤口敷料，完成五百例后按公示的办法付费。公示没写价格发布不了；签约条件与公示不一致签不了；签约后十五日内报告。',
    en: 'A small enterprise tries a dressing for nothing and pays as published once it has treated five hundred patients. A notice without a price is not published, a contract on other terms is not signed, and the report is due in fifteen days.',
  },
  async tells(scene) {
    const { on, officer, finance, refused, waits, due, ends } = scene
    await isReviewed(scene)
    await on('2026-03-05')
    const { formula: _price, ...priceless } = notice
    await refused('gd-2025#a14.p1.i3', officer.records('noticePublished', priceless))
    await officer.records('noticePublished', notice)
    await waits('gd-2025#a14.p1.i3', '2026-03-21')
    await isDecided(scene)
    await on('2026-04-01')
    await refused(
      'gd-2025#a14.p1.i3',
      officer.records('signed', { ...contract, formula: '按销售额百分之四提成' }, contractPaper),
    )
    await isInUse(scene)
    await due('gd-2025#a14.p1.i7', '2026-04-16')
    await on('2026-04-20')
    await finance.records('supportPaid', {
      amount: fenOf('50,000'),
      purpose: '试用物料',
      voucher: '引-1',
    })
    await on('2026-10-12')
    await officer.records('assessed', { outcome: 'converts', report: '达到五百例' })
    await officer.makes('use-first-assessment')
    await refused(
      'not-as-published',
      officer.records('convertedToPay', { price: fenOf('600,000'), asPublished: false }),
    )
    await officer.records('convertedToPay', { price: fenOf('600,000'), asPublished: true })
    await officer.records('closed', { summary: '已转为付费' })
    await ends({
      status: 'closed',
      stage: 'conversion',
      papers: ['use-first-assessment', 'use-first-closing-report'],
    })
  },
}

export const useFirstReturned: Scenario = {
  title: {
    zh: '先使用后付费：试用未成，退回',
    en: 'Use first, pay later: it does not work and comes back',
  },
  story: {
    zh: '试用效果不足，企业没有过错，停止使用。合同约定了退出，退回资料后结案；未退回不能结案。',
    en: 'The trial shows too little, without anybody’s fault. The contract has a way out: what was handed over comes back, and before it does nothing is closed.',
  },
  async tells(scene) {
    const { on, officer, refused, due, ends } = scene
    await isReviewed(scene)
    await on('2026-03-05')
    await officer.records('noticePublished', notice)
    await on('2026-03-20')
    await refused(
      'gd-2025#a14.p1.i3',
      officer.records('noticeCertified', { lastShownOn: '2026-03-20' }),
    )
    await isDecided(scene)
    await isInUse(scene)
    await on('2026-08-03')
    await officer.records('assessed', { outcome: 'ends', report: '效果不足' })
    await officer.records('useEnded', { reason: '试用效果不足', withoutFault: true })
    await due('gd-2025#a25.p3', '2026-09-02')
    await refused('not-returned', officer.records('closed', { summary: '试用结束' }))
    await on('2026-08-10')
    await officer.records('returned', { record: '交接单-1' })
    await officer.records('registrationAmended', { remark: '合同提前结束（演示）' })
    await officer.records('closed', { summary: '试用未成，资料已退回' })
    await ends({ status: 'closed', stage: 'conversion', papers: ['use-first-closing-report'] })
  },
}
