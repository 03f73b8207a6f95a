// Papers of setting up a platform company: the conditions as counted, the application, the delegation.
import { companyData } from '../platform-company/acts.ts'
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
import { figure, inFull, onDay, said, sum } from './say.ts'
import { carriedBy } from './steps/carried.ts'
import { decisionPapers } from './steps/decision-papers.ts'
import { about, type Matter } from './steps/notice-papers.ts'

const { latest, carried, dayOf } = carriedBy(companyData)

const matter: Matter = {
  id: 'company',
  name: { zh: '设立成果转化平台公司', en: 'Setting up a platform company' },
  subject: (state) => latest(state, 'companyPlanned')?.data.title,
}

const plan = {
  拟设公司名称: carried('companyPlanned', 'company'),
  转化工作方案: carried('companyPlanned', 'workSchemeMade'),
  风险管控制度施行日: carried('companyPlanned', 'riskRuleOn'),
  国有资产制度施行日: carried('companyPlanned', 'stateAssetRuleOn'),
} as const

/** The lists as they were frozen last: with the application, a count, or the plan. */
const counted = (state: ActsState) =>
  (
    latest(state, 'applied') ??
    latest(state, 'conditionsCounted') ??
    latest(state, 'companyPlanned')
  )?.data

const count = (rows: readonly unknown[] | undefined) => (rows ? `${rows.length} 件` : undefined)

const conditions = {
  清点日: value<ActsState>('Counted on', ({ state }) => onDay(counted(state)?.countedOn)),
  有效权利: value<ActsState>('Rights held', ({ state }) => count(counted(state)?.rights)),
  待核权利: value<ActsState>('Rights to be checked', ({ state }) =>
    count(counted(state)?.openRights),
  ),
  权利清单哈希: value<ActsState>('Hash of the rights', ({ state }) => counted(state)?.rightsHash),
  转化到账净收益: value<ActsState>('Net income', ({ state }) => {
    const incomes = counted(state)?.incomes
    return incomes && inFull(sum(incomes.map(({ net }) => net)))
  }),
  待核到账: value<ActsState>('Income to be checked', ({ state }) =>
    count(counted(state)?.openIncomes),
  ),
  到账清单哈希: value<ActsState>('Hash of the income', ({ state }) => counted(state)?.incomesHash),
} as const

const lists = {
  权利清单: list<ActsState>('Rights', { 序号: 'No.', 权利: 'Right' }, ({ state }) =>
    counted(state)?.rights.map(({ label }, at) => ({ 序号: `${at + 1}`, 权利: label })),
  ),
  到账清单: list<ActsState>(
    'Income',
    { 到账日期: 'Day', 方式: 'Mode', '到账金额（元）': 'Received', '净收益（元）': 'Net' },
    ({ state }) =>
      counted(state)?.incomes.map((one) => ({
        到账日期: onDay(one.receivedOn),
        方式: said('mode', one.mode),
        '到账金额（元）': figure(one.gross),
        '净收益（元）': figure(one.net),
      })),
  ),
} as const

const conditionsSheet: Paper<ActsState> = {
  id: 'company-conditions',
  name: { zh: '平台公司设立条件清点表', en: 'Count of the conditions' },
  act: 'companyPlanned',
  isAfter: true,
  action: 'applyCompany',
  fields: { ...about(matter), ...plan, ...conditions, ...lists },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(plan)),
    heading('一、清点结果'),
    facts(...Object.keys(conditions)),
    heading('二、有效专利和制剂文号'),
    rows('权利清单'),
    heading('三、转化到账'),
    rows('到账清单'),
    sign('清点人', '知识产权管理人', '财务部门'),
    articles,
  ],
}

const application: Paper<ActsState> = {
  id: 'company-application',
  name: { zh: '设立平台公司申请书', en: 'Application' },
  act: 'applied',
  action: 'applyCompany',
  fields: {
    ...about(matter),
    ...plan,
    ...conditions,
    受理部门: carried('applied', 'to'),
    转化计划: value('Planned transfers', ({ state }) =>
      count(latest(state, 'companyPlanned')?.data.plans),
    ),
    决策结果: value('Decision', ({ state }) => {
      const decided = latest(state, 'decided')
      return decided && `${onDay(decided.on)}集体决策：${said('decision', decided.data.result)}`
    }),
    高校意见: carried('universityReviewed', 'opinion'),
    申请日期: dayOf('applied', 'Applied on'),
  },
  layout: [
    text('{受理部门}：', 'left'),
    text('本单位拟设立成果转化平台公司“{拟设公司名称}”，设立条件和内部决策情况如下，请予审核。'),
    heading('一、设立条件'),
    facts(...Object.keys(conditions), '转化计划'),
    heading('二、制度'),
    facts('转化工作方案', '风险管控制度施行日', '国有资产制度施行日'),
    heading('三、决策'),
    facts('决策结果', '高校意见'),
    seal('{申请日期}'),
    articles,
  ],
}

const registration: Paper<ActsState> = {
  id: 'company-registration',
  name: { zh: '平台公司登记情况表', en: 'Registration' },
  act: 'companyRegistered',
  action: 'registerCompany',
  fields: {
    ...about(matter),
    卫健部门批复: carried('healthAnswered', 'reply'),
    产权登记证: carried('occupancyRegistered', 'certificate'),
    公司名称: carried('companyRegistered', 'name'),
    统一社会信用代码: carried('companyRegistered', 'code'),
    资本构成: carried('companyRegistered', 'ownership', {
      state_sole: '国有独资',
      state_whole: '国有全资',
      mixed: '混合所有',
    }),
    独立法人: carried('companyRegistered', 'isLegalPerson'),
    登记日期: dayOf('companyRegistered', 'Registered on'),
  },
  layout: [
    facts('项目编号', '事项名称', '卫健部门批复', '产权登记证'),
    facts('公司名称', '统一社会信用代码', '资本构成', '独立法人', '登记日期'),
    sign('经办人', '资产管理部门'),
    articles,
  ],
}

const stages = {
  title: '权属登记',
  negotiate: '谈判',
  sign: '签约',
  register: '合同登记',
  perform: '履约',
} as const

const delegation: Paper<ActsState> = {
  id: 'company-delegation',
  name: { zh: '成果转化委托书（平台公司）', en: 'Letter of delegation' },
  act: 'delegated',
  action: 'delegateCompany',
  fields: {
    ...about(matter),
    公司名称: carried('companyRegistered', 'name'),
    委托环节: value('Stages', ({ state }) =>
      latest(state, 'delegated')
        ?.data.stages.map((stage) => stages[stage])
        .join('、'),
    ),
    授权签署合同: carried('delegated', 'maySign'),
    委托书编号: carried('delegated', 'letter'),
    委托期限至: carried('delegated', 'until'),
    委托日期: dayOf('delegated', 'Delegated on'),
  },
  layout: [
    text('委托人：{单位名称}', 'left'),
    text('受托人：{公司名称}', 'left'),
    text('委托人委托受托人实施科技成果转化的下列环节：{委托环节}。'),
    facts('项目编号', '委托书编号', '授权签署合同', '委托期限至'),
    seal('{委托日期}'),
    text('受托人（签字、盖章）：', 'left'),
    articles,
  ],
}

export const ofPlatformCompany: readonly Paper<ActsState>[] = [
  conditionsSheet,
  ...decisionPapers(matter, plan),
  application,
  registration,
  delegation,
]
