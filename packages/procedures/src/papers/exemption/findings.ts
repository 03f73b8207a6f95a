// Papers of what was found, and of appeals: X5 to X8.
import { exemptionData } from '../../exemption/acts.ts'
import type { ActsState } from '../../procedure/acts-state.ts'
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
} from '../paper.ts'
import { onDay } from '../say.ts'
import { carriedBy } from '../steps/carried.ts'
import { about } from '../steps/notice-papers.ts'
import { conduct, duties, heads, matter, people } from './matter.ts'

const { latest, all, carried, answers, dayOf } = carriedBy(exemptionData)

const finding = {
  ...about(matter),
  ...conduct,
  当事人: carried('exempted', 'name'),
  免责事由: carried('exempted', 'head', heads),
  履职情况: answers('exempted', 'Duties'),
  证明材料: list<ActsState>('Documents', { 职责: 'Duty', 材料: 'Document' }, ({ state }) =>
    latest(state, 'exempted')?.data.documents.map((one) => ({
      职责: duties[one.duty],
      材料: one.document,
    })),
  ),
  事实和依据: carried('exempted', 'reasons'),
  认定机构: carried('exempted', 'decider', {
    leading_group: '转化工作领导小组',
    joint: '领导小组会同纪检机构',
    discipline: '纪检机构',
  }),
  认定结论: carried('exempted', 'wording', {
    may_spare: '可免予追究相关责任',
    relieved: '予以减责免责',
    not_pursued: '不予追究相关责任',
  }),
  申诉期限: value<ActsState>('Days to appeal', ({ state }) => {
    const days = latest(state, 'exempted')?.data.appealDays
    return days === undefined ? undefined : `${days} 日`
  }),
  认定日期: dayOf('exempted', 'Found on'),
} as const

export const report: Paper<ActsState> = {
  id: 'exemption-report',
  name: { zh: '尽职免责报告', en: 'Report on relief from liability' },
  act: 'exempted',
  action: 'exempt',
  fields: {
    ...finding,
    ...people,
    情况说明: carried('exemptionOpened', 'account'),
    陈述和申辩: list<ActsState>(
      'What was said',
      { 当事人: 'Person', 日期: 'Day', 陈述: 'Statement' },
      ({ state }) =>
        all(state, 'heard').map(({ on, data }) => ({
          当事人: data.name,
          日期: onDay(on),
          陈述: data.statement,
        })),
    ),
    谈话记录: list<ActsState>(
      'Interviews',
      { 谈话对象: 'Interviewed', 日期: 'Day', 要点: 'Notes' },
      ({ state }) =>
        all(state, 'interviewed').map(({ on, data }) => ({
          谈话对象: data.name,
          日期: onDay(on),
          要点: data.notes,
        })),
    ),
  },
  layout: [
    heading('一、事项由来'),
    facts('项目编号', '事项名称', ...Object.keys(conduct)),
    text('{情况说明}'),
    rows('当事人名单'),
    heading('二、调查经过'),
    facts('调查人员'),
    rows('谈话记录'),
    heading('三、陈述和申辩'),
    rows('陈述和申辩'),
    heading('四、履职情况'),
    facts('当事人', '免责事由'),
    rows('履职情况'),
    heading('五、证明材料'),
    rows('证明材料'),
    heading('六、结论建议'),
    text('{事实和依据}'),
    facts('认定机构', '认定结论'),
    sign('调查人员', '纪检机构负责人'),
    seal('{认定日期}'),
    articles,
  ],
}

export const certificate: Paper<ActsState> = {
  id: 'exemption-finding',
  name: { zh: '尽职免责认定书', en: 'Finding of relief' },
  act: 'exempted',
  action: 'exempt',
  fields: finding,
  layout: [
    text('{当事人}：', 'left'),
    text(
      '就“{事项名称}”（编号 {项目编号}）所涉{行为日期}的行为（{所涉行为}），经调查核实并听取陈述，{认定机构}认定如下。',
    ),
    heading('一、免责事由'),
    text('{免责事由}。'),
    heading('二、履职情况'),
    rows('履职情况'),
    heading('三、事实和依据'),
    text('{事实和依据}'),
    heading('四、结论'),
    text('{认定结论}。'),
    text('如不服本认定，可自收到之日起 {申诉期限}内提出申诉。'),
    seal('{认定日期}'),
    articles,
  ],
}

export const refusal: Paper<ActsState> = {
  id: 'exemption-refusal',
  name: { zh: '不予免责决定书', en: 'Decision not to relieve' },
  act: 'notExempted',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    当事人: carried('notExempted', 'name'),
    所涉事由: carried('notExempted', 'head', heads),
    事实和依据: carried('notExempted', 'reasons'),
    申诉期限: value('Days to appeal', ({ state }) => {
      const days = latest(state, 'notExempted')?.data.appealDays
      return days === undefined ? undefined : `${days} 日`
    }),
    决定日期: dayOf('notExempted', 'Decided on'),
  },
  layout: [
    text('{当事人}：', 'left'),
    text('就“{事项名称}”（编号 {项目编号}），经调查核实并听取陈述，决定不予免责。'),
    facts('所涉行为', '行为日期', '所涉事由'),
    heading('事实和依据'),
    text('{事实和依据}'),
    text('如不服本决定，可自收到之日起 {申诉期限}内提出申诉。'),
    seal('{决定日期}'),
  ],
}

export const appeal: Paper<ActsState> = {
  id: 'exemption-appeal',
  name: { zh: '申诉处理决定书', en: 'Decision on an appeal' },
  act: 'appealDecided',
  isAfter: true,
  fields: {
    ...about(matter),
    申诉人: carried('appealDecided', 'name'),
    收到日期: carried('appealed', 'receivedOn'),
    申诉理由: carried('appealed', 'text'),
    处理结果: carried('appealDecided', 'outcome', { upheld: '维持原认定', changed: '改变原认定' }),
    处理理由: carried('appealDecided', 'reasons'),
    处理日期: dayOf('appealDecided', 'Decided on'),
  },
  layout: [
    text('{申诉人}：', 'left'),
    text('您就“{事项名称}”（编号 {项目编号}）提出的申诉，已于{收到日期}收到，现处理如下。'),
    facts('申诉理由', '处理结果', '处理理由'),
    seal('{处理日期}'),
  ],
}
