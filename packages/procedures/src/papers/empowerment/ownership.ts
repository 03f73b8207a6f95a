// Papers of giving ownership: application, screening, decision, notice, agreement, entry, end.
import type { ActsState } from '../../procedure/acts-state.ts'
import { articles, byHand, facts, heading, type Paper, rows, sign, text, value } from '../paper.ts'
import { closingPaper, decisionPapers } from '../steps/decision-papers.ts'
import { about, type Matter, noticePapers } from '../steps/notice-papers.ts'
import { income, owning, shared } from './either.ts'

const ownership: Matter = {
  id: 'ownership',
  name: { zh: '赋予科技成果所有权', en: 'Giving ownership' },
  subject: (state) => owning.latest(state, 'ownershipPrepared')?.data.title,
}
const ofOwning = shared(ownership, 'ownershipPrepared')

const ownershipWhat = {
  ...ofOwning.subject,
  拟赋予所有权比例: owning.carried('applied', 'ownershipShare'),
  ...ofOwning.shares,
} as const

const ownershipApplication: Paper<ActsState> = {
  id: 'ownership-application',
  name: { zh: '赋予科技成果所有权申请书', en: 'Application for ownership' },
  act: 'applied',
  action: 'applyEmpowerment',
  fields: {
    ...about(ownership),
    ...ownershipWhat,
    ...ofOwning.team,
    实施方案: owning.carried('applied', 'plan'),
    申请日期: owning.dayOf('applied', 'Applied on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(ofOwning.subject)),
    heading('一、完成人团队'),
    rows('完成人团队'),
    facts('书面约定'),
    heading('二、申请内容'),
    facts('拟赋予所有权比例', ...Object.keys(ofOwning.shares)),
    heading('三、转化实施方案'),
    text('{实施方案}'),
    sign('团队代表'),
    text('申请日期：{申请日期}', 'right'),
    articles,
  ],
}

const ownershipAgreement: Paper<ActsState> = {
  id: 'ownership-agreement',
  name: { zh: '科技成果赋权协议', en: 'Agreement on ownership' },
  act: 'agreed',
  action: 'empower',
  fields: {
    ...about(ownership),
    ...ownershipWhat,
    ...ofOwning.team,
    ...ofOwning.clauses,
    完成人所有权比例: value(
      'Share of ownership to the inventors',
      ({ state }) =>
        owning.latest(state, 'agreed')?.data.ownershipShare ??
        owning.latest(state, 'applied')?.data.ownershipShare,
    ),
    转化决策机制: byHand('Who decides on transfer', 3),
    费用分担: byHand('Who bears the costs', 2),
    违约责任: byHand('Liability', 2),
    签订日期: owning.dayOf('agreed', 'Agreed on'),
  },
  layout: [
    text('甲方：{单位名称}', 'left'),
    text('乙方：{科技成果}完成人团队（代表：{团队代表}）', 'left'),
    text('经集体决策和公示，甲乙双方就“{科技成果}”（{知识产权}）的所有权达成如下协议。'),
    heading('第一条　所有权'),
    text('乙方享有 {完成人所有权比例} 的所有权，其余由甲方享有，双方共有。'),
    heading('第二条　团队内部比例'),
    rows('完成人团队'),
    heading('第三条　收益分配'),
    facts('完成人净收入比例', '完成人股权奖励比例', '单位转化权益'),
    heading('第四条　转化决策'),
    text('{转化决策机制}'),
    heading('第五条　费用和知识产权维持'),
    text('{费用分担}'),
    heading('第六条　违约责任'),
    text('{违约责任}'),
    heading('附：协议载明事项核对'),
    rows('约定条款'),
    sign('甲方（盖章）', '乙方全体成员（签字）'),
    text('签订日期：{签订日期}', 'right'),
    articles,
  ],
}

const ownershipRegister: Paper<ActsState> = {
  id: 'ownership-register',
  name: { zh: '权利人变更登记表', en: 'Entry of the new holders' },
  act: 'registered',
  fields: {
    ...about(ownership),
    ...ofOwning.subject,
    完成人所有权比例: owning.carried('agreed', 'ownershipShare'),
    登记机构: owning.carried('registered', 'registry'),
    登记文号: owning.carried('registered', 'number'),
    登记日期: owning.dayOf('registered', 'Registered on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(ofOwning.subject)),
    facts('完成人所有权比例', '登记机构', '登记文号', '登记日期'),
    sign('经办人', '团队代表'),
  ],
}

export const ofOwnership: readonly Paper<ActsState>[] = [
  ownershipApplication,
  ofOwning.screening,
  ...decisionPapers(ownership, ownershipWhat, 'decide'),
  ...noticePapers(ownership, { publishes: 'publishNotice', certifies: 'certifyNotice' }),
  ownershipAgreement,
  ownershipRegister,
  income(ownership, owning),
  closingPaper(ownership, ownershipWhat),
]
