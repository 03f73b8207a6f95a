import type { Scenario } from '../vocabulary/scenario.ts'
import { effect, isHeard, isScreened, openingOf, relief } from './inquiry.ts'

export const exemptionGiven: Scenario = {
  title: { zh: '尽职免责：认定免责', en: 'Relief for the diligent: it is given' },
  story: {
    zh: '审计发现许可价低于后来估值。调查、陈述之后，各项职责都有材料证明，认定免责并落实影响。没有听取陈述不能认定；少一项职责不能免责。',
    en: 'An audit finds a price below a later appraisal. After an inquiry and a hearing every duty is proven, and relief is given and carried out. Nobody is relieved unheard, nor with a duty missing.',
  },
  async tells(scene) {
    const { on, discipline, leaders, refused, ends } = scene
    const opening = await openingOf(scene)
    await refused(
      'gd-2025#a27.p1',
      discipline.opens('exemption', { ...opening, procedureMade: false }),
    )
    await discipline.opens('exemption', opening)
    await isScreened(scene)
    await refused('not-heard', leaders.records('exempted', relief))
    await isHeard(scene)
    await on('2026-06-30')
    await refused(
      'gd-2025#a26.p1.i3',
      leaders.records('exempted', { ...relief, otherDutiesPerformed: false }),
    )
    await leaders.records('exempted', relief)
    await discipline.makes('exemption-finding')
    await discipline.records('effectFlagged', effect)
    await discipline.records('closed', { summary: '已办结' })
    await ends({
      status: 'closed',
      stage: 'effect',
      papers: ['exemption-finding', 'exemption-closing-report'],
    })
  },
}

export const exemptionRefused: Scenario = {
  title: { zh: '尽职免责：不予免责、申诉改判', en: 'Relief is refused, and changed on appeal' },
  story: {
    zh: '认定未尽监督职责，不予免责，申诉期十八日。末日是星期六，星期一收到的申诉仍在期内。复核改变认定，重新认定为免责。',
    en: 'Relief is refused for a want of supervision; eighteen days are left for an appeal. The last of them is a Saturday, so an appeal on Monday is in time. It succeeds, and the finding is made anew.',
  },
  async tells(scene) {
    const { on, discipline, leaders, refused, ends } = scene
    const opening = await openingOf(scene)
    await discipline.opens('exemption', opening)
    await isScreened(scene)
    await isHeard(scene)
    await on('2026-06-30')
    await leaders.records('notExempted', {
      name: '甲示例',
      head: 'no_appraisal',
      reasons: '未尽监督职责',
      appealDays: 18,
    })
    await on('2026-07-20')
    const appeal = { name: '甲示例', text: '监督记录另有存档' }
    await refused(
      'nothing-to-appeal',
      discipline.records('appealed', { ...appeal, name: '乙示例', receivedOn: '2026-07-20' }),
    )
    await discipline.records('appealed', { ...appeal, receivedOn: '2026-07-20' })
    await on('2026-07-28')
    await leaders.records('appealDecided', {
      name: '甲示例',
      outcome: 'changed',
      reasons: '监督记录属实',
    })
    await leaders.records('exempted', relief)
    await discipline.records('effectFlagged', effect)
    await on('2026-08-03')
    await discipline.records('closed', { summary: '申诉成立，已改为免责' })
    await ends({
      status: 'closed',
      stage: 'effect',
      papers: ['exemption-appeal', 'exemption-closing-report'],
    })
  },
}

export const exemptionReopened: Scenario = {
  title: { zh: '尽职免责：发现新材料，重启', en: 'Relief is reopened by new facts' },
  story: {
    zh: '免责办结后又有线索。重启后须重新核查；线索移送纪检的，答复之前不能认定；查无实据，维持免责。',
    en: 'After the end new signs appear. The inquiry is reopened; while a lead is with the discipline body nothing is found; when it finds nothing, the relief stands.',
  },
  async tells(scene) {
    const { on, discipline, leaders, refused, stands, ends } = scene
    const opening = await openingOf(scene)
    await discipline.opens('exemption', opening)
    await isScreened(scene)
    await isHeard(scene)
    await on('2026-06-30')
    await leaders.records('exempted', relief)
    await discipline.records('effectFlagged', effect)
    await discipline.records('closed', { summary: '已办结' })
    await stands('closed')
    await on('2026-08-03')
    await discipline.records('reopened', { reason: '收到新线索' })
    await discipline.records('referred', { signs: '疑似收受财物', to: '示例纪检机构（虚构）' })
    await stands('suspended')
    await refused('referral-open', leaders.records('exempted', relief))
    await on('2026-09-01')
    await discipline.records('referralAnswered', { outcome: 'no_bar', answer: '查无实据' })
    await stands('open')
    await leaders.records('exempted', relief)
    await discipline.records('effectFlagged', effect)
    await discipline.records('closed', { summary: '查无实据，维持免责' })
    await ends({ status: 'closed', stage: 'effect', papers: ['exemption-closing-report'] })
  },
}
