// Papers of the collective decision: G9.
import type { CaseState } from '../../transfer-case/state.ts'
import { actRef } from '../act-ref.ts'
import {
  articles,
  byHand,
  facts,
  heading,
  type Paper,
  rows,
  seal,
  sign,
  text,
  value,
} from '../paper.ts'
import { onDay, said, yesNo } from '../say.ts'
import { deal, dealNames, leaders, subject, team } from './fields.ts'

const say = value<CaseState>

const meeting = {
  会议名称: say('Body that decides', ({ state }) => said('body', state.decision?.data.body)),
  会议地点: byHand('Place of the meeting'),
  主持人: byHand('Chair'),
  记录人: byHand('Who minuted'),
} as const

const votes = {
  应到人数: say('Members', ({ state }) => count(state.decision?.data.members)),
  实到人数: say('Present', ({ state }) => count(state.decision?.data.present)),
  赞成票: say('For', ({ state }) => count(state.decision?.data.votesFor)),
  反对票: say('Against', ({ state }) => count(state.decision?.data.votesAgainst)),
  弃权票: say('Abstentions', ({ state }) => count(state.decision?.data.abstentions)),
  回避人员: say('Recused', ({ state }) => {
    if (!state.decision) return undefined
    return state.decision.data.recused.join('、') || '无'
  }),
  决策结果: say('Result', ({ state }) => said('decision', state.decision?.data.result)),
  决策日期: say('Decided on', ({ state, today }) => onDay(state.decision?.on ?? today)),
} as const

const count = (number: number | undefined) => (number === undefined ? undefined : `${number}`)

export const agenda: Paper<CaseState> = {
  id: 'meeting-agenda',
  name: { zh: '集体决策会议议程', en: 'Meeting agenda' },
  act: 'decided',
  action: 'decide',
  fields: {
    ...subject,
    ...team,
    ...deal,
    ...leaders,
    会议时间: byHand('When the meeting is held'),
    会议名称: meeting.会议名称,
    会议地点: meeting.会议地点,
    主持人: meeting.主持人,
    审核情况: say('Review', ({ state }) => {
      if (!state.review) return undefined
      const { outcome, opinion } = state.review.data
      return `${onDay(state.review.on)}审核${said('review', outcome)}：${opinion}`
    }),
    公示情况: say('Notice', ({ state }) => {
      const notice = state.notices.at(-1)
      if (!notice?.lastShownOn) return undefined
      return `${onDay(notice.on)}起公示，至${onDay(notice.lastShownOn)}止，公示期已满`
    }),
    公示证明: say('Certificate', (source) => actRef(source, 'noticeCertified')),
    应回避人员: say('Who must stand back', ({ state }) => {
      const leading = state.opened.data.team.filter((one) => one.isChief || one.holdsLeadingPost)
      return leading.map(({ name }) => name).join('、') || '无'
    }),
  },
  layout: [
    facts('会议名称', '会议时间', '会议地点', '主持人'),
    heading('一、审议事项'),
    text('审议“{科技成果}”转化方案（项目编号 {项目编号}）。'),
    facts('项目名称', '研究团队', ...dealNames),
    heading('二、前置程序'),
    facts('审核情况', '公示情况', '公示证明'),
    heading('三、领导人员与回避'),
    rows('领导人员'),
    text('团队中担任领导职务、审议时应回避的人员：{应回避人员}。'),
    heading('四、议程'),
    text(
      '1. 核对到会人数与回避情况；2. 成果转化部门汇报方案和公示结果；3. 讨论；4. 表决；5. 宣布结果并形成书面记录。',
    ),
    articles,
  ],
}

export const minutes: Paper<CaseState> = {
  id: 'minutes',
  name: { zh: '集体决策会议记录', en: 'Minutes' },
  act: 'decided',
  action: 'decide',
  fields: {
    ...subject,
    ...deal,
    ...meeting,
    ...votes,
    出席人员: byHand('Who was present', 2),
    列席人员: byHand('Who attended'),
    讨论要点: byHand('What was said', 8),
    不同意见: byHand('Dissent', 3),
    到会合规: say('Quorum and majority', ({ state }) => yesNo(state.decision?.data.quorate)),
    回避落实: say('Recusals observed', ({ state }) => yesNo(state.decision?.data.recusalObserved)),
  },
  layout: [
    facts('会议名称', '决策日期', '会议地点', '主持人', '记录人'),
    facts('应到人数', '实到人数', '出席人员', '列席人员', '回避人员'),
    heading('一、审议事项'),
    text('“{科技成果}”转化方案（项目编号 {项目编号}）。'),
    facts('项目名称', '转化方式', '合作主体', '拟交易价格', '收益分配办法'),
    heading('二、讨论情况'),
    facts('讨论要点', '不同意见'),
    heading('三、表决'),
    facts('赞成票', '反对票', '弃权票', '到会合规', '回避落实', '决策结果'),
    sign('主持人', '记录人', '监督部门列席人'),
    articles,
  ],
}

export const resolution: Paper<CaseState> = {
  id: 'resolution',
  name: { zh: '科技成果转化集体决策决议', en: 'Resolution' },
  act: 'decided',
  action: 'decide',
  fields: { ...subject, ...team, ...deal, ...votes, 会议名称: meeting.会议名称 },
  layout: [
    text(
      '{决策日期}，{会议名称}审议了“{科技成果}”转化方案（项目编号 {项目编号}），应到 {应到人数} 人，实到 {实到人数} 人，回避人员：{回避人员}。经表决，赞成 {赞成票} 票，反对 {反对票} 票，弃权 {弃权票} 票，形成决议如下：',
    ),
    heading('一、决策结果'),
    text('{决策结果}。'),
    heading('二、转化方案'),
    facts('项目名称', '研究团队', ...dealNames),
    heading('三、要求'),
    text('合同条款应与公示和本决议一致；签订前方案有变化的，须重新审核、公示并再次提交决策。'),
    sign('到会成员（逐一签字）'),
    seal('{决策日期}'),
    articles,
  ],
}
