// Papers of giving up a right: A1 to A8.
import { abandonmentData } from '../abandonment/acts.ts'
import type { ActsState } from '../procedure/acts-state.ts'
import {
  articles,
  facts,
  heading,
  list,
  type Paper,
  rows,
  seal,
  sign,
  text,
  value,
} from './paper.ts'
import { onDay } from './say.ts'
import { carriedBy } from './steps/carried.ts'
import { closingPaper } from './steps/decision-papers.ts'
import { about, type Matter, noticePapers } from './steps/notice-papers.ts'

const { latest, all, carried, dayOf, byOf } = carriedBy(abandonmentData)

const matter: Matter = {
  id: 'abandonment',
  name: { zh: '放弃知识产权', en: 'Giving up a right' },
  subject: (state) => latest(state, 'abandonmentProposed')?.data.title,
}

const right = {
  拟放弃的权利: carried('abandonmentProposed', 'right'),
  权利编号: carried('abandonmentProposed', 'number'),
  权利状态: carried('abandonmentProposed', 'kind', {
    granted: '已授权',
    applied: '已申请',
    unfiled: '尚未申请',
  }),
  放弃原因: carried('abandonmentProposed', 'cause', {
    low_value: '价值低',
    no_market: '没有市场',
    superseded: '技术已被替代',
    too_costly: '维持成本过高',
    not_patentable: '不具备授权条件',
    other: '其他',
  }),
  成果完成人: carried('abandonmentProposed', 'completers'),
} as const

const rightNames = Object.keys(right)

const valueReview: Paper<ActsState> = {
  id: 'abandonment-review',
  name: { zh: '知识产权维持价值审核意见', en: 'Review of the value of a right' },
  act: 'valueReviewed',
  fields: {
    ...about(matter),
    ...right,
    放弃理由: carried('abandonmentProposed', 'reason'),
    下次缴费期限: carried('abandonmentProposed', 'feeDueOn'),
    价值意见: carried('valueReviewed', 'opinion'),
    已征询其他意向: carried('valueReviewed', 'interestSought'),
    存在有效许可: carried('valueReviewed', 'licensed'),
    存在质押或保全: carried('valueReviewed', 'pledged'),
    审核结论: carried('valueReviewed', 'outcome', {
      abandon: '放弃',
      keep: '维持',
      not_file: '不予申请',
    }),
    审核人: byOf('valueReviewed', 'Reviewed by'),
    审核日期: dayOf('valueReviewed', 'Reviewed on'),
  },
  layout: [
    heading('一、权利情况'),
    facts('项目编号', '事项名称', ...rightNames, '放弃理由', '下次缴费期限'),
    heading('二、核查情况'),
    facts('已征询其他意向', '存在有效许可', '存在质押或保全'),
    heading('三、审核意见'),
    facts('价值意见', '审核结论', '审核人', '审核日期'),
    sign('审核人', '成果转化部门负责人'),
  ],
}

const letter: Paper<ActsState> = {
  id: 'abandonment-letter',
  name: { zh: '拟放弃知识产权通知书', en: 'Letter to the inventors' },
  act: 'completersNotified',
  fields: {
    ...about(matter),
    ...right,
    放弃理由: carried('abandonmentProposed', 'reason'),
    通知方式: carried('completersNotified', 'how'),
    通知日期: dayOf('completersNotified', 'Notified on'),
  },
  layout: [
    text('{成果完成人}：', 'left'),
    text(
      '本单位经审核，拟放弃“{拟放弃的权利}”（编号 {权利编号}），原因：{放弃原因}。放弃后，该权利不再受保护，本单位也不再缴纳维持费用。',
    ),
    text('您可以选择：同意放弃；承接该权利并自行承担维持费用；或者提出反对意见。请书面答复。'),
    facts('权利状态', '放弃理由', '通知方式'),
    text('答复：□ 同意放弃　　□ 申请承接　　□ 不同意，理由另附', 'left'),
    sign('成果完成人'),
    seal('{通知日期}'),
  ],
}

const accounts: Paper<ActsState> = {
  id: 'abandonment-write-off',
  name: { zh: '放弃知识产权资产核销单', en: 'Write-off of the asset' },
  act: 'accounted',
  fields: {
    ...about(matter),
    ...right,
    完成人答复: list<ActsState>(
      'Answers of the inventors',
      { 成果完成人: 'Inventor', 答复: 'Answer', 日期: 'Day' },
      ({ state }) =>
        all(state, 'completerAnswered').map(({ on, data }) => ({
          成果完成人: data.name,
          答复: { consents: '同意放弃', takes_over: '申请承接', objects: '不同意' }[data.answer],
          日期: onDay(on),
        })),
    ),
    放弃日期: value('Given up on', ({ state }) => onDay(latest(state, 'abandoned')?.on)),
    已经审核: carried('accounted', 'reviewed'),
    凭证号: carried('accounted', 'voucher'),
  },
  layout: [
    facts('项目编号', '事项名称', ...rightNames, '放弃日期'),
    heading('一、完成人答复'),
    rows('完成人答复'),
    heading('二、账务处理'),
    facts('已经审核', '凭证号'),
    sign('成果转化部门', '财务部门', '资产管理部门'),
    articles,
  ],
}

export const ofAbandonment: readonly Paper<ActsState>[] = [
  valueReview,
  letter,
  ...noticePapers(matter, { certifies: 'abandonRight', certificate: 'abandoned' }),
  accounts,
  closingPaper(matter, right),
]
