// The papers of a collective decision and of the end, as procedures made of steps share them.
import type { ActsState } from '../../procedure/acts-state.ts'
import { decisionData } from '../../procedure/decision-step.ts'
import { endingData } from '../../procedure/ending-steps.ts'
import {
  articles,
  byHand,
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
import { onDay, said } from '../say.ts'
import { carriedBy } from './carried.ts'
import { about, type Matter, titled } from './notice-papers.ts'

const { latest, carried, dayOf } = carriedBy(decisionData)

const votes = {
  应到人数: carried('decided', 'members'),
  实到人数: carried('decided', 'present'),
  赞成票: carried('decided', 'votesFor'),
  反对票: carried('decided', 'votesAgainst'),
  弃权票: carried('decided', 'abstentions'),
  回避人员: carried('decided', 'recused'),
  决策结果: value<ActsState>('Result', ({ state }) =>
    said('decision', latest(state, 'decided')?.data.result),
  ),
  决策日期: dayOf('decided', 'Decided on'),
} as const

/** Agenda, minutes and resolution; `what` are the facts of the matter, by their placeholders. */
export function decisionPapers(
  matter: Matter,
  what: Paper<ActsState>['fields'],
  action?: string,
): readonly Paper<ActsState>[] {
  const names = Object.keys(what)
  const shared = { act: 'decided', ...(action !== undefined && { action }) }
  return [
    {
      ...shared,
      id: `${matter.id}-agenda`,
      name: titled(matter, '集体决策会议议程', 'meeting agenda'),
      fields: {
        ...about(matter),
        ...what,
        会议时间: byHand('When the meeting is held'),
        会议地点: byHand('Place of the meeting'),
        主持人: byHand('Chair'),
      },
      layout: [
        facts('会议时间', '会议地点', '主持人'),
        heading('一、审议事项'),
        facts('项目编号', '事项名称', ...names),
        heading('二、议程'),
        text(
          '1. 核对到会人数与回避情况；2. 成果转化部门汇报；3. 讨论；4. 表决；5. 宣布结果并形成书面记录。',
        ),
        articles,
      ],
    },
    {
      ...shared,
      id: `${matter.id}-minutes`,
      name: titled(matter, '集体决策会议记录', 'minutes'),
      fields: {
        ...about(matter),
        ...what,
        ...votes,
        会议地点: byHand('Place of the meeting'),
        主持人: byHand('Chair'),
        记录人: byHand('Who minuted'),
        出席人员: byHand('Who was present', 2),
        讨论要点: byHand('What was said', 8),
        不同意见: byHand('Dissent', 3),
        到会合规: carried('decided', 'quorate'),
        回避落实: carried('decided', 'recusalObserved'),
      },
      layout: [
        facts('决策日期', '会议地点', '主持人', '记录人'),
        facts('应到人数', '实到人数', '出席人员', '回避人员'),
        heading('一、审议事项'),
        facts('项目编号', '事项名称', ...names),
        heading('二、讨论情况'),
        facts('讨论要点', '不同意见'),
        heading('三、表决'),
        facts('赞成票', '反对票', '弃权票', '到会合规', '回避落实', '决策结果'),
        sign('主持人', '记录人', '监督部门列席人'),
        articles,
      ],
    },
    {
      ...shared,
      id: `${matter.id}-resolution`,
      name: titled(matter, '集体决策决议', 'resolution'),
      fields: { ...about(matter), ...what, ...votes },
      layout: [
        text(
          '{决策日期}，会议审议了“{事项名称}”（编号 {项目编号}），应到 {应到人数} 人，实到 {实到人数} 人，回避人员：{回避人员}。经表决，赞成 {赞成票} 票，反对 {反对票} 票，弃权 {弃权票} 票，结果：{决策结果}。',
        ),
        facts(...names),
        sign('到会成员（逐一签字）'),
        seal('{决策日期}'),
        articles,
      ],
    },
  ]
}

const ending = carriedBy(endingData)

/** The closing report with the whole record. */
export function closingPaper(
  matter: Matter,
  what: Paper<ActsState>['fields'],
  action?: string,
): Paper<ActsState> {
  return {
    id: `${matter.id}-closing-report`,
    name: titled(matter, '结案报告', 'closing report'),
    act: 'closed',
    ...(action !== undefined && { action }),
    fields: {
      ...about(matter),
      ...what,
      结案说明: ending.carried('closed', 'summary'),
      结案日期: ending.dayOf('closed', 'Closed on'),
      办理过程: list<ActsState>(
        'The record',
        { 序号: 'No.', 日期: 'Day', 事项: 'Act', 办理人: 'By' },
        ({ acts }) =>
          acts.map(({ seq, on, label, by }) => ({
            序号: `${seq}`,
            日期: onDay(on),
            事项: label,
            办理人: by.name,
          })),
      ),
    },
    layout: [
      heading('一、概况'),
      facts('项目编号', '事项名称', ...Object.keys(what)),
      heading('二、结案说明'),
      text('{结案说明}'),
      heading('三、办理过程'),
      rows('办理过程'),
      sign('经办人', '成果转化部门负责人'),
      seal('{结案日期}'),
      articles,
    ],
  }
}
