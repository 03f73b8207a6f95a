import type { Scenario } from '../vocabulary/scenario.ts'
import {
  clauses,
  enabling,
  fit,
  member,
  minutes,
  noticeOf,
  resolution,
  shownUntil,
} from './usual.ts'

export const empowermentUse: Scenario = {
  title: {
    zh: '赋予长期使用权：再许可、延长和终止',
    en: 'Long-term use: a sublicence, an extension, and a stop',
  },
  story: {
    zh: '团队取得十年使用权，再许可给一家企业。再许可不得长过使用期；延长须另行公示满期。后来团队违约，经书面通知收回使用权。',
    en: 'The team gets the use for ten years and sublicenses it. A sublicence may not outlast the use, and an extension has its own notice to run. When the team breaks the agreement, the hospital takes the use back.',
  },
  async tells({ on, today, inventor, reviewer, leaders, officer, refused, waits, ends }) {
    const notice = noticeOf('止血材料长期使用权', '十年，净收入七成归团队')
    await on('2026-02-02')
    await inventor.opens('empowerment_use', {
      title: '止血材料长期使用权',
      achievement: '可吸收止血材料（虚构）',
      right: '一种止血材料（示例专利）',
      rightEndsOn: '2044-01-04',
      team: [member('甲示例', '60%'), member('乙示例', '40%')],
      representative: '甲示例',
      agreedInWriting: true,
    })
    await inventor.records('applied', {
      way: 'jointly',
      endsOn: '2036-03-23',
      incomeShare: '70%',
      equityShare: '70%',
      ...enabling,
    })
    await on('2026-02-10')
    await reviewer.records('screened', fit)
    await on('2026-03-02')
    await leaders.records('decided', resolution, minutes)
    await on('2026-03-05')
    await officer.records('noticePublished', notice)
    await on('2026-03-21')
    await officer.records('noticeCertified', shownUntil(today()))
    await on('2026-03-24')
    await officer.records('agreed', {
      endsOn: '2036-03-23',
      sublicence: 'sublicence_free',
      ...clauses,
    })
    await officer.records('useBegan', { entry: '使-1', handedOver: '图纸一套' })
    await on('2026-05-06')
    const sublicence = { licensee: '样例器械（虚构）', notified: true, consented: false }
    await refused(
      'gd-2025#a25.p2',
      inventor.records('sublicensed', { ...sublicence, endsOn: '2036-03-24' }),
    )
    await inventor.records('sublicensed', { ...sublicence, endsOn: '2036-03-23' })
    await on('2026-06-01')
    await inventor.records('extensionRequested', { endsOn: '2040-03-23', reason: '二期产品' })
    await officer.records('extensionEvaluated', {
      performed: true,
      progressing: true,
      incomeGood: true,
      opinion: '同意延长',
    })
    await officer.makes('use-evaluation')
    await on('2026-06-03')
    await officer.records('noticePublished', notice)
    await waits('gd-2025#a25.p2', '2026-06-19')
    const extension = { endsOn: '2040-03-23', resolution: '示例〔2026〕3号' }
    await on('2026-06-18')
    await refused('not-certified', leaders.records('extended', extension))
    // Day fifteen is a Thursday; the long weekend of the Dragon Boat Festival follows it.
    await on('2026-06-22')
    await officer.records('noticeCertified', shownUntil(today()))
    await leaders.records('extended', extension)
    await on('2026-12-31')
    await inventor.records('incomeReported', { period: '2026年', income: '0', progress: '停滞' })
    await on('2027-06-01')
    await officer.records('useTerminated', {
      ground: 'breach',
      notice: '书面通知-1',
      handedBack: '图纸已交回',
    })
    await officer.makes('use-termination')
    await officer.records('closed', { summary: '违约终止，资料已收回' })
    await ends({
      status: 'closed',
      stage: 'performance',
      papers: ['use-evaluation', 'use-termination', 'use-closing-report'],
    })
  },
}
