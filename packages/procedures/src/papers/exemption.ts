// Papers of an inquiry into relief from liability: X1 to X9.
import { exemptionData } from '../exemption/acts.ts'
import type { ActsState } from '../procedure/acts-state.ts'
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
} from './paper.ts'
import { onDay } from './say.ts'
import { carriedBy } from './steps/carried.ts'
import { closingPaper } from './steps/decision-papers.ts'
import { about, type Matter } from './steps/notice-papers.ts'

const { latest, all, carried, answers, dayOf } = carriedBy(exemptionData)

const matter: Matter = {
  id: 'exemption',
  name: { zh: '尽职免责', en: 'Relief from liability' },
  subject: (state) => latest(state, 'exemptionOpened')?.data.title,
}

const conduct = {
  启动原因: carried('exemptionOpened', 'trigger', {
    loss: '发生损失',
    audit: '审计发现',
    complaint: '投诉举报',
    self_request: '本人申请',
  }),
  所涉行为: carried('exemptionOpened', 'conduct'),
  行为日期: carried('exemptionOpened', 'conductOn'),
  所涉项目编号: carried('exemptionOpened', 'caseNumber'),
} as const

const people = {
  当事人名单: list<ActsState>(
    'Persons concerned',
    { 姓名: 'Name', 免责对象: 'Relief for', 身份: 'Role' },
    ({ state }) =>
      latest(state, 'exemptionOpened')?.data.subjects.map((one) => ({
        姓名: one.name,
        免责对象: { institution: '单位', company: '平台公司', person: '个人' }[one.relief],
        身份: { researcher: '科研人员', manager: '管理人员', leader: '领导人员' }[one.role],
      })),
  ),
  调查人员: value<ActsState>('Investigators', ({ state }) =>
    latest(state, 'investigatorsNamed')
      ?.data.investigators.map(({ name }) => name)
      .join('、'),
  ),
} as const

const duties = {
  decision: '民主决策',
  care: '合理注意',
  supervision: '监督管理',
  own_rules: '制度健全',
  other_duty: '其他职责',
} as const

const heads = {
  pricing_change: '定价后价值变化',
  no_appraisal: '未进行资产评估',
  pricing: '定价决策失误',
  empowerment: '赋权决策失误',
  equity_loss: '作价投资亏损',
  filing_dropped: '经审核放弃申请专利',
  right_abandoned: '放弃已授权的成果',
  related_trade: '关联交易受损',
  ownership_loss: '赋予所有权后的损失',
  venture_failed: '科研人员创业失败',
  dispute: '权属或奖酬争议',
  pilot_exploration: '试点先行先试',
  other: '其他',
} as const

const opening: Paper<ActsState> = {
  id: 'exemption-opening',
  name: { zh: '尽职免责调查启动登记表', en: 'Opening of an inquiry' },
  act: 'exemptionOpened',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    ...people,
    情况说明: carried('exemptionOpened', 'account'),
    发现日期: carried('exemptionOpened', 'triggeredOn'),
    免责流程文件: carried('exemptionOpened', 'procedureRule'),
    启动日期: dayOf('exemptionOpened', 'Opened on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(conduct), '发现日期'),
    heading('一、情况说明'),
    text('{情况说明}'),
    heading('二、当事人'),
    rows('当事人名单'),
    facts('免责流程文件', '启动日期'),
    sign('登记人', '纪检机构负责人'),
  ],
}

const evidence: Paper<ActsState> = {
  id: 'exemption-evidence',
  name: { zh: '尽职免责证据清单', en: 'List of evidence' },
  act: 'evidenceGathered',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    证据清单: list<ActsState>(
      'Evidence',
      { 职责: 'Duty', 材料: 'Document', 日期: 'Day', 办理人: 'By', 哈希前十六位: 'Hash' },
      ({ state }) =>
        latest(state, 'evidenceGathered')?.data.items.map((one) => ({
          职责: duties[one.duty],
          材料: one.what,
          日期: onDay(one.on),
          办理人: one.by ?? '—',
          哈希前十六位: one.hash.slice(0, 16),
        })),
    ),
    没有材料的职责: value('Duties without a document', ({ state }) => {
      const gathered = latest(state, 'evidenceGathered')?.data
      return gathered && (gathered.gaps.map((gap) => duties[gap]).join('、') || '无')
    }),
    项目记录完整: carried('evidenceGathered', 'chainWhole'),
    记录末尾哈希: carried('evidenceGathered', 'chainHead'),
    补充说明: carried('evidenceGathered', 'note'),
  },
  layout: [
    facts('项目编号', '事项名称', '所涉项目编号', '项目记录完整', '记录末尾哈希'),
    rows('证据清单'),
    facts('没有材料的职责', '补充说明'),
    sign('调查人员'),
  ],
}

const screening: Paper<ActsState> = {
  id: 'exemption-screening',
  name: { zh: '行为负面清单核查表', en: 'Screening of conduct' },
  act: 'conductScreened',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    当事人: carried('conductScreened', 'name'),
    核查事项: answers('conductScreened', 'What was looked into'),
    核查情况: carried('conductScreened', 'report'),
    核查日期: dayOf('conductScreened', 'Screened on'),
  },
  layout: [
    facts('项目编号', '事项名称', '当事人', '所涉行为'),
    heading('一、逐项核查'),
    rows('核查事项'),
    heading('二、核查情况'),
    text('{核查情况}'),
    facts('核查日期'),
    sign('调查人员', '纪检机构负责人'),
  ],
}

const referral: Paper<ActsState> = {
  id: 'exemption-referral',
  name: { zh: '问题线索移送函', en: 'Referral' },
  act: 'referred',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    移送线索: carried('referred', 'signs'),
    移送对象: carried('referred', 'to'),
    移送日期: dayOf('referred', 'Referred on'),
  },
  layout: [
    text('{移送对象}：', 'left'),
    text('本单位在办理“{事项名称}”（编号 {项目编号}）中发现下列线索，现予移送。'),
    facts('所涉行为', '行为日期', '移送线索'),
    text('移送期间，尽职免责事项中止办理。'),
    seal('{移送日期}'),
    articles,
  ],
}

const hearing: Paper<ActsState> = {
  id: 'exemption-hearing',
  name: { zh: '听取陈述通知书', en: 'Notice of a hearing' },
  act: 'hearingCalled',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    当事人: carried('hearingCalled', 'name'),
    听取日期: carried('hearingCalled', 'hearingOn'),
    通知方式: carried('hearingCalled', 'how'),
    听取地点: byHand('Place of the hearing'),
    通知日期: dayOf('hearingCalled', 'Notified on'),
  },
  layout: [
    text('{当事人}：', 'left'),
    text(
      '就“{事项名称}”（编号 {项目编号}），定于{听取日期}在{听取地点}听取您的陈述和申辩。您可以到场陈述，也可以提交书面意见。',
    ),
    facts('所涉行为', '行为日期', '通知方式'),
    sign('当事人（签收）'),
    seal('{通知日期}'),
  ],
}

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

const report: Paper<ActsState> = {
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

const certificate: Paper<ActsState> = {
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

const refusal: Paper<ActsState> = {
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

const appeal: Paper<ActsState> = {
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

export const ofExemption: readonly Paper<ActsState>[] = [
  opening,
  evidence,
  screening,
  referral,
  hearing,
  report,
  certificate,
  refusal,
  appeal,
  closingPaper(matter, conduct),
]
