// Papers of the notices and of what is said against them: G7, G8 and the objections.
import type { Day } from '@yizhuan/kit'
import type { CaseState } from '../../transfer-case/state.ts'
import { actRef } from '../act-ref.ts'
import { daysShown, endOf } from '../notice-days.ts'
import {
  articles,
  facts,
  heading,
  type Paper,
  type PaperSource,
  rows,
  seal,
  sign,
  text,
  value,
} from '../paper.ts'
import { maskedName, onDay, said } from '../say.ts'
import { deal, leaders, subject } from './fields.ts'

const say = value<CaseState>

type Source = PaperSource<CaseState>

const notice = ({ state }: Source) => state.notices.at(-1)

export const publicNotice: Paper<CaseState> = {
  id: 'notice',
  name: { zh: '科技成果转化公示', en: 'Notice' },
  act: 'noticePublished',
  action: 'publishNotice',
  fields: {
    ...subject,
    公示成果: say(
      'Achievement',
      (source) => notice(source)?.data.achievement ?? source.state.opened.data.achievement,
    ),
    研究团队: say(
      'Research team',
      (source) =>
        notice(source)?.data.team ??
        source.state.opened.data.team.map(({ name }) => name).join('、'),
    ),
    转化方式: say('Mode', (source) => notice(source)?.data.mode ?? deal.转化方式.say(source)),
    合作主体: say(
      'Counterparty',
      (source) => notice(source)?.data.counterparty ?? deal.合作主体.say(source),
    ),
    拟交易价格: say(
      'Intended price',
      (source) => notice(source)?.data.price ?? deal.拟交易价格.say(source),
    ),
    收益分配办法: say(
      'Way of distribution',
      (source) => notice(source)?.data.distribution ?? deal.收益分配办法.say(source),
    ),
    ...leaders,
    异议程序: say('Procedure for objections', (source) => notice(source)?.data.objectionProcedure),
    受理部门: say(
      'Receiving department',
      (source) =>
        notice(source)?.data.department ?? source.institution.noticeDepartment ?? undefined,
    ),
    公示开始日: say('Published on', (source) => onDay(notice(source)?.on ?? source.today)),
    公示截止日: say('Last day', (source) => onDay(endOf(source, notice(source), 'certifyNotice'))),
  },
  layout: [
    text('现将“{公示成果}”的转化事项予以公示。公示自{公示开始日}起，至{公示截止日}止。'),
    heading('一、公示内容'),
    facts('公示成果', '研究团队', '转化方式', '合作主体', '拟交易价格', '收益分配办法'),
    heading('二、担任领导职务的人员'),
    rows('领导人员'),
    heading('三、异议的提出'),
    text(
      '对公示内容有异议的，请在公示期内以真实姓名和书面形式提交{受理部门}。处理程序和办法：{异议程序}',
    ),
    seal('{公示开始日}'),
    articles,
  ],
}

export const noticeCertificate: Paper<CaseState> = {
  id: 'notice-certificate',
  name: { zh: '公示期满证明', en: 'Certificate of the notice' },
  act: 'noticeCertified',
  action: 'certifyNotice',
  fields: {
    ...subject,
    ...deal,
    公示开始日: say('Published on', (source) => onDay(notice(source)?.on)),
    公示截止日: say('Last day shown', (source) =>
      onDay(endOf(source, notice(source), 'certifyNotice')),
    ),
    公示天数: say('Days shown', (source) =>
      daysShown(notice(source)?.on, endOf(source, notice(source), 'certifyNotice')),
    ),
    公示记录: say('Act of publication', (source) => actRef(source, 'noticePublished')),
    异议情况: say('Objections', ({ state }) => {
      const about = state.objections.filter(({ against }) => against === 'deal')
      const open = about.filter(({ finding }) => finding === undefined).length
      if (about.length === 0) return '公示期内未收到异议'
      return `累计收到异议或异常情况 ${about.length} 件，已作出核实结论 ${about.length - open} 件`
    }),
    出具日: say('Certified on', (source) => onDay(notice(source)?.certifiedOn ?? source.today)),
  },
  layout: [
    text(
      '兹证明：“{科技成果}”转化事项（项目编号 {项目编号}）自{公示开始日}起在本单位公示，至{公示截止日}止，自公示次日起计连续公示 {公示天数} 日，公示期已满。',
    ),
    facts(
      '项目名称',
      '转化方式',
      '合作主体',
      '拟交易价格',
      '公示开始日',
      '公示截止日',
      '公示记录',
      '异议情况',
    ),
    text('特此证明。'),
    sign('经办人', '成果转化部门负责人'),
    seal('{出具日}'),
    articles,
  ],
}

const objection = ({ state }: Source) =>
  state.objections.findLast(({ kind }) => kind === 'objection')

export const objectionReceipt: Paper<CaseState> = {
  id: 'objection-receipt',
  name: { zh: '异议受理回执', en: 'Receipt of an objection' },
  act: 'objectionFiled',
  action: 'fileObjection',
  isAfter: true,
  fields: {
    ...subject,
    // A paper is kept for good and many may read it: a name stays masked.
    异议人: say('Objector, masked', (source) => maskedName(objection(source)?.filed?.name)),
    异议提出日: say('Filed on', (source) => onDay(objection(source)?.on)),
    异议记录: say('Act of filing', (source) => actRef(source, 'objectionFiled')),
    是否书面: say('In writing', (source) => {
      const filed = objection(source)?.filed
      return filed && (filed.inWriting ? '书面' : '非书面')
    }),
    受理部门: say(
      'Receiving department',
      (source) =>
        notice(source)?.data.department ?? source.institution.noticeDepartment ?? undefined,
    ),
    异议程序: say('Procedure for objections', (source) => notice(source)?.data.objectionProcedure),
  },
  layout: [
    text('{异议人}：', 'left'),
    text(
      '您于{异议提出日}就“{科技成果}”转化公示（项目编号 {项目编号}）提出的异议，本单位已收到并登记。自登记之时起，该转化事项中止办理，待核实后另行告知结论。',
    ),
    facts('项目名称', '异议提出日', '是否书面', '异议记录', '受理部门', '异议程序'),
    text('请保留本回执，并凭项目编号和记录号查询办理进展。'),
    sign('受理人'),
    seal('{异议提出日}'),
    articles,
  ],
}

const answered = ({ state }: Source) => state.objections.findLast(({ finding }) => finding)

export const objectionFinding: Paper<CaseState> = {
  id: 'objection-finding',
  name: { zh: '异议核实结论', en: 'Finding on an objection' },
  act: 'objectionFound',
  isAfter: true,
  fields: {
    ...subject,
    异议种类: say('Kind', (source) => {
      const one = answered(source)
      return one && (one.kind === 'objection' ? '实名异议' : '发现异常情况')
    }),
    异议人: say('Objector, masked', (source) => {
      const one = answered(source)
      return one?.kind === 'objection' ? maskedName(one.filed?.name) : '不适用'
    }),
    异议提出日: say('Filed on', (source) => onDay(answered(source)?.on)),
    异议内容: say('What was objected', (source) => answered(source)?.text),
    核实结论: say('Finding', (source) => answered(source)?.finding?.data.finding),
    处理结果: say('Outcome', (source) => said('finding', answered(source)?.finding?.data.outcome)),
    核实人: say('Found by', (source) => answered(source)?.finding?.by.name),
    结论日期: say('Found on', (source) => onDay(answered(source)?.finding?.on)),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果'),
    heading('一、异议情况'),
    facts('异议种类', '异议人', '异议提出日', '异议内容'),
    heading('二、核实情况和结论'),
    facts('核实结论', '处理结果', '核实人', '结论日期'),
    sign('核实人', '成果转化部门负责人'),
    seal('{结论日期}'),
  ],
}

export const changeNotice: Paper<CaseState> = {
  id: 'change-notice',
  name: { zh: '科技成果转化条款变化公示', en: 'Notice of a change' },
  act: 'changeNoticePublished',
  action: 'certifyChange',
  fields: {
    ...subject,
    ...deal,
    变化内容: say('What changed', ({ state }) => state.changeNotice?.data.text),
    变化原因: say('Reason', ({ state }) => state.change?.data.reason),
    公示开始日: say('Published on', ({ state, today }) => onDay(state.changeNotice?.on ?? today)),
    公示截止日: say('Last day', (source) =>
      onDay(endOf(source, source.state.changeNotice, 'certifyChange')),
    ),
    受理部门: say(
      'Receiving department',
      (source) =>
        notice(source)?.data.department ?? source.institution.noticeDepartment ?? undefined,
    ),
  },
  layout: [
    text(
      '“{科技成果}”转化合同（项目编号 {项目编号}）签订后条款发生变化，现再次公示。公示自{公示开始日}起，至{公示截止日}止。',
    ),
    facts('项目名称', '合作主体', '变化内容', '变化原因', '拟交易价格', '支付方式', '收益分配办法'),
    text('对变化内容有异议的，请在公示期内以真实姓名和书面形式提交{受理部门}。'),
    seal('{公示开始日}'),
    articles,
  ],
}

export const changeCertificate: Paper<CaseState> = {
  id: 'change-certificate',
  name: { zh: '条款变化公示期满证明', en: "Certificate of the change's notice" },
  act: 'changeNoticeCertified',
  action: 'certifyChange',
  fields: {
    ...subject,
    变化内容: say('What changed', ({ state }) => state.changeNotice?.data.text),
    公示开始日: say('Published on', ({ state }) => onDay(state.changeNotice?.on)),
    公示截止日: say('Last day shown', (source) =>
      onDay(endOf(source, source.state.changeNotice, 'certifyChange')),
    ),
    公示天数: say('Days shown', (source) =>
      daysShown(
        source.state.changeNotice?.on,
        endOf(source, source.state.changeNotice, 'certifyChange'),
      ),
    ),
    出具日: say('Certified on', ({ state, today }) =>
      onDay(state.changeNotice?.certifiedOn ?? today),
    ),
  },
  layout: [
    text(
      '兹证明：“{科技成果}”转化合同（项目编号 {项目编号}）的条款变化自{公示开始日}起在本单位公示，至{公示截止日}止，自公示次日起计连续公示 {公示天数} 日，公示期已满。',
    ),
    facts('项目名称', '变化内容'),
    text('特此证明。'),
    sign('经办人', '成果转化部门负责人'),
    seal('{出具日}'),
    articles,
  ],
}

const plan = ({ state }: Source) => state.plan ?? state.distributions.at(-1)?.plan

/** The same for the notice of a plan of distribution. */
export const planCertificate: Paper<CaseState> = {
  id: 'plan-certificate',
  name: { zh: '分配方案公示期满证明', en: "Certificate of the plan's notice" },
  act: 'planNoticeCertified',
  action: 'certifyPlan',
  fields: {
    ...subject,
    公示开始日: say('Published on', (source) => onDay(plan(source)?.notice?.on)),
    公示截止日: say('Last day shown', (source) => onDay(planEnd(source))),
    公示天数: say('Days shown', (source) => daysShown(plan(source)?.notice?.on, planEnd(source))),
    异议情况: say('Objections', (source) => {
      const count = plan(source)?.objections.length ?? 0
      return count === 0 ? '公示期内未收到异议' : `收到异议 ${count} 件，均已作出核实结论`
    }),
    出具日: say('Certified on', (source) => onDay(plan(source)?.certifiedOn ?? source.today)),
  },
  layout: [
    text(
      '兹证明：“{科技成果}”转化收益分配方案（项目编号 {项目编号}）自{公示开始日}起在本单位公示，至{公示截止日}止，自公示次日起计连续公示 {公示天数} 日，公示期已满。',
    ),
    facts('项目名称', '公示开始日', '公示截止日', '异议情况'),
    text('特此证明。'),
    sign('经办人', '成果转化部门负责人'),
    seal('{出具日}'),
    articles,
  ],
}

function planEnd(source: Source): Day | undefined {
  const one = plan(source)
  const shown = one?.lastShownOn
  return endOf(
    source,
    one?.notice && { on: one.notice.on, ...(shown && { lastShownOn: shown }) },
    'certifyPlan',
  )
}
