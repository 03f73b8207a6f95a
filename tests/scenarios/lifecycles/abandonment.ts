import { expect } from 'vitest'
import type { Scenario } from '../vocabulary/scenario.ts'
import { noticeOf } from './usual.ts'

export const abandonment: Scenario = {
  title: { zh: '放弃一项专利', en: 'A patent is given up' },
  story: {
    zh: '一项专利三年无人问津，拟不再维持。审核、书面告知完成人、公示；公示期满次日由系统自行记为放弃，财务核销后结案。别人有权利的不能放弃。',
    en: 'Nobody wanted a patent for three years. It is reviewed, its inventors are told, the notice runs, and on the day after it the service records by itself that it is given up. What others hold rights in is not.',
  },
  house: { province: 'CN-GD' },
  async tells({ on, inventor, reviewer, officer, finance, refused, waits, due, ends, play }) {
    await on('2026-02-02')
    await inventor.opens('abandonment', {
      title: '放弃止血装置专利',
      right: '一种止血装置（虚构）',
      number: 'ZL-示例-1',
      kind: 'granted',
      cause: 'no_market',
      reason: '三年无人问津',
      feeDueOn: '2026-06-01',
      completers: ['甲示例', '乙示例'],
      assetConfirmed: true,
    })
    await on('2026-02-05')
    const review = {
      outcome: 'abandon',
      opinion: '维持成本高于预期收益',
      interestSought: true,
      licensed: false,
      pledged: false,
    }
    await refused(
      'others-have-rights',
      reviewer.records('valueReviewed', { ...review, pledged: true }),
    )
    await reviewer.records('valueReviewed', review)
    await on('2026-02-06')
    await officer.records('completersNotified', { informed: true, how: '书面通知2026-1号' })
    await on('2026-02-10')
    for (const name of ['甲示例', '乙示例'])
      await inventor.records('completerAnswered', { name, answer: 'consents' })
    await on('2026-03-05')
    await officer.records('noticePublished', noticeOf('放弃止血装置专利', '公示期满自动放弃'))
    await waits('gd-2025#a26.p1.i3', '2026-03-21')
    await refused(
      'not-abandoned',
      finance.records('accounted', { reviewed: true, voucher: '记-9' }),
    )
    await on('2026-03-23')
    const { timeline } = await play.reads()
    expect(timeline.at(-1)).toMatchObject({ type: 'abandoned', on: '2026-03-21' })
    play.telling.seen(
      '2026-03-21',
      '公示期满，系统自行记录放弃',
      'the notice is over; the service records that the right is given up',
    )
    await due('gd-2025#a26.p1.i3', '2026-04-21')
    await finance.records('accounted', { reviewed: true, voucher: '记-9' })
    await officer.records('closed', { summary: '已放弃并核销' })
    await ends({
      status: 'closed',
      stage: 'accounted',
      papers: ['abandonment-certificate', 'abandonment-write-off', 'abandonment-closing-report'],
    })
  },
}
