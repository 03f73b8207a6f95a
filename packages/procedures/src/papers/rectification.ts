// Papers of putting a past founding right.
import type { ActsState } from '../procedure/acts-state.ts'
import { rectificationData } from '../rectification/acts.ts'
import { articles, byHand, facts, heading, type Paper, seal, sign, text, value } from './paper.ts'
import { said } from './say.ts'
import { carriedBy } from './steps/carried.ts'
import { closingPaper, decisionPapers } from './steps/decision-papers.ts'
import { about, type Matter, noticePapers } from './steps/notice-papers.ts'

const { latest, carried, dayOf } = carriedBy(rectificationData)

const matter: Matter = {
  id: 'rectification',
  name: { zh: '过往创办企业整改', en: 'Putting a past founding right' },
  subject: (state) => latest(state, 'foundingDeclared')?.data.title,
}

const firm = {
  申报人: carried('foundingDeclared', 'researcher'),
  企业名称: carried('foundingDeclared', 'company'),
  企业成立日: carried('foundingDeclared', 'foundedOn'),
} as const

const settlement = {
  过往权益结清办法: carried('proposed', 'settlement'),
  应补缴金额: carried('proposed', 'amount'),
  今后权利安排: carried('proposed', 'future', {
    by_ownership: '赋予所有权',
    by_use: '赋予长期使用权',
    by_licence: '许可',
  }),
  今后收益安排: carried('proposed', 'income'),
  保密安排: carried('proposed', 'confidentiality'),
} as const

const declaration: Paper<ActsState> = {
  id: 'rectification-declaration',
  name: { zh: '过往创办企业申报核查表', en: 'Declaration and tracing' },
  act: 'traced',
  fields: {
    ...about(matter),
    ...firm,
    自愿申报: carried('foundingDeclared', 'voluntary'),
    企业登记信息: carried('foundingDeclared', 'extract'),
    使用的职务成果: carried('traced', 'achievements'),
    权属情况: carried('traced', 'titleOf'),
    有关合同: carried('traced', 'contracts'),
    经费来源: carried('traced', 'funds'),
    使用期间: carried('traced', 'period'),
    已查清: carried('traced', 'complete'),
    核查日期: dayOf('traced', 'Traced on'),
  },
  layout: [
    heading('一、申报'),
    facts('项目编号', '事项名称', ...Object.keys(firm), '自愿申报', '企业登记信息'),
    heading('二、核查'),
    facts('使用的职务成果', '权属情况', '有关合同', '经费来源', '使用期间', '已查清', '核查日期'),
    sign('申报人', '核查人'),
  ],
}

const screening: Paper<ActsState> = {
  id: 'rectification-screening',
  name: { zh: '过往创办企业整改筛查表', en: 'Screening' },
  act: 'screened',
  fields: {
    ...about(matter),
    ...firm,
    涉及国家秘密: carried('screened', 'stateSecret'),
    伦理审查: value('Ethics review', ({ state }) =>
      said('check', latest(state, 'screened')?.data.ethics),
    ),
    条件具备: carried('screened', 'conditionsMet'),
    存在侵占隐匿: carried('screened', 'appropriated'),
    筛查意见: carried('screened', 'opinion'),
    筛查日期: dayOf('screened', 'Screened on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(firm)),
    facts('涉及国家秘密', '伦理审查', '条件具备', '存在侵占隐匿', '筛查意见', '筛查日期'),
    sign('筛查人', '成果转化部门负责人'),
  ],
}

const agreement: Paper<ActsState> = {
  id: 'rectification-agreement',
  name: { zh: '过往创办企业整改协议', en: 'Agreement' },
  act: 'agreed',
  action: 'rectifyFounding',
  fields: {
    ...about(matter),
    ...firm,
    ...settlement,
    协议主要内容: carried('agreed', 'terms'),
    违约责任: byHand('Liability', 2),
    签订日期: dayOf('agreed', 'Agreed on'),
  },
  layout: [
    text('甲方：{单位名称}', 'left'),
    text('乙方：{申报人}、{企业名称}', 'left'),
    text('就乙方过往使用甲方职务成果创办企业的有关权益，经集体决策和公示，双方达成如下协议。'),
    heading('一、过往权益'),
    facts('过往权益结清办法', '应补缴金额'),
    heading('二、今后安排'),
    facts('今后权利安排', '今后收益安排', '保密安排'),
    heading('三、其他约定'),
    text('{协议主要内容}'),
    heading('四、违约责任'),
    text('{违约责任}'),
    sign('甲方（盖章）', '乙方（签字、盖章）'),
    seal('{签订日期}'),
    articles,
  ],
}

export const ofRectification: readonly Paper<ActsState>[] = [
  declaration,
  screening,
  ...decisionPapers(matter, { ...firm, ...settlement }, 'decide'),
  ...noticePapers(matter, { publishes: 'publishNotice', certifies: 'certifyNotice' }),
  agreement,
  closingPaper(matter, firm, 'close'),
]
