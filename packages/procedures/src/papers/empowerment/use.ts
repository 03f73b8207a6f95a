// Papers of giving long-term use: application, agreement, register, extension, end.
import type { ActsState } from '../../procedure/acts-state.ts'
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
import { onDay } from '../say.ts'
import { closingPaper, decisionPapers } from '../steps/decision-papers.ts'
import { about, type Matter, noticePapers } from '../steps/notice-papers.ts'
import { income, shared, using } from './either.ts'

const use: Matter = {
  id: 'use',
  name: { zh: '赋予科技成果长期使用权', en: 'Giving long-term use' },
  subject: (state) => using.latest(state, 'usePrepared')?.data.title,
}
const ofUsing = shared(use, 'usePrepared')

const useWhat = {
  ...ofUsing.subject,
  实施方式: using.carried('applied', 'way', { alone: '单独实施', jointly: '与他人合作实施' }),
  使用期限至: value<ActsState>('Last day of use', ({ state }) =>
    onDay(
      using.latest(state, 'extended')?.data.endsOn ??
        using.latest(state, 'agreed')?.data.endsOn ??
        using.latest(state, 'applied')?.data.endsOn,
    ),
  ),
  ...ofUsing.shares,
} as const

const useApplication: Paper<ActsState> = {
  id: 'use-application',
  name: { zh: '赋予科技成果长期使用权申请书', en: 'Application for long-term use' },
  act: 'applied',
  action: 'applyEmpowerment',
  fields: {
    ...about(use),
    ...useWhat,
    ...ofUsing.team,
    实施方案: using.carried('applied', 'plan'),
    申请日期: using.dayOf('applied', 'Applied on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(ofUsing.subject)),
    heading('一、完成人团队'),
    rows('完成人团队'),
    facts('书面约定'),
    heading('二、申请内容'),
    facts('实施方式', '使用期限至', ...Object.keys(ofUsing.shares)),
    heading('三、转化实施方案'),
    text('{实施方案}'),
    sign('团队代表'),
    text('申请日期：{申请日期}', 'right'),
    articles,
  ],
}

const useAgreement: Paper<ActsState> = {
  id: 'use-agreement',
  name: { zh: '科技成果长期使用权协议', en: 'Agreement on long-term use' },
  act: 'agreed',
  action: 'empower',
  fields: {
    ...about(use),
    ...useWhat,
    ...ofUsing.team,
    ...ofUsing.clauses,
    再许可约定: using.carried('agreed', 'sublicence', {
      sublicence_free: '可以再许可，告知甲方即可',
      sublicence_consent: '再许可须经甲方书面同意',
      sublicence_barred: '不得再许可',
    }),
    转化决策机制: byHand('Who decides on transfer', 3),
    费用分担: byHand('Who bears the costs', 2),
    违约责任: byHand('Liability', 2),
    签订日期: using.dayOf('agreed', 'Agreed on'),
  },
  layout: [
    text('甲方：{单位名称}', 'left'),
    text('乙方：{科技成果}完成人团队（代表：{团队代表}）', 'left'),
    text('经集体决策和公示，甲乙双方就“{科技成果}”（{知识产权}）的长期使用权达成如下协议。'),
    heading('第一条　使用权和期限'),
    text('甲方保留所有权，乙方享有使用权，至{使用期限至}止。实施方式：{实施方式}。'),
    heading('第二条　再许可'),
    text('{再许可约定}。'),
    heading('第三条　团队内部比例'),
    rows('完成人团队'),
    heading('第四条　收益分配'),
    facts('完成人净收入比例', '完成人股权奖励比例', '单位转化权益'),
    heading('第五条　转化决策'),
    text('{转化决策机制}'),
    heading('第六条　费用和知识产权维持'),
    text('{费用分担}'),
    heading('第七条　违约责任'),
    text('{违约责任}'),
    heading('附：协议载明事项核对'),
    rows('约定条款'),
    sign('甲方（盖章）', '乙方全体成员（签字）'),
    text('签订日期：{签订日期}', 'right'),
    articles,
  ],
}

const useRegister: Paper<ActsState> = {
  id: 'use-register',
  name: { zh: '科技成果使用权登记表', en: 'Entry in the register of use' },
  act: 'useBegan',
  fields: {
    ...about(use),
    ...useWhat,
    登记簿编号: using.carried('useBegan', 'entry'),
    移交资料: using.carried('useBegan', 'handedOver'),
    起用日期: using.dayOf('useBegan', 'Begun on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(ofUsing.subject), '使用期限至'),
    facts('登记簿编号', '移交资料', '起用日期'),
    sign('移交人', '接收人', '成果转化部门'),
  ],
}

const evaluation: Paper<ActsState> = {
  id: 'use-evaluation',
  name: { zh: '使用权延期评估意见', en: 'Evaluation of an extension' },
  act: 'extensionEvaluated',
  action: 'extendUse',
  fields: {
    ...about(use),
    ...useWhat,
    申请延长至: using.carried('extensionRequested', 'endsOn'),
    申请理由: using.carried('extensionRequested', 'reason'),
    协议已履行: using.carried('extensionEvaluated', 'performed'),
    转化进展积极: using.carried('extensionEvaluated', 'progressing'),
    收益情况良好: using.carried('extensionEvaluated', 'incomeGood'),
    评估意见: using.carried('extensionEvaluated', 'opinion'),
    评估日期: using.dayOf('extensionEvaluated', 'Evaluated on'),
  },
  layout: [
    facts('项目编号', '事项名称', '使用期限至', '申请延长至', '申请理由'),
    heading('评估'),
    facts('协议已履行', '转化进展积极', '收益情况良好', '评估意见', '评估日期'),
    sign('评估人', '成果转化部门负责人'),
    articles,
  ],
}

const termination: Paper<ActsState> = {
  id: 'use-termination',
  name: { zh: '使用权终止通知书', en: 'Notice of the end of use' },
  act: 'useTerminated',
  action: 'endUse',
  fields: {
    ...about(use),
    ...ofUsing.subject,
    终止理由: using.carried('useTerminated', 'ground', {
      breach: '违反协议',
      mutual_consent: '双方同意',
      pilot_end: '试点结束',
    }),
    通知内容: using.carried('useTerminated', 'notice'),
    资料交接: using.carried('useTerminated', 'handedBack'),
    终止日期: using.dayOf('useTerminated', 'Ended on'),
  },
  layout: [
    text('{团队代表}及团队成员：', 'left'),
    text('“{科技成果}”的使用权自{终止日期}起终止。理由：{终止理由}。'),
    facts('项目编号', '事项名称', '通知内容', '资料交接'),
    sign('移交人', '接收人'),
    seal('{终止日期}'),
    articles,
  ],
}

export const ofUse: readonly Paper<ActsState>[] = [
  useApplication,
  ofUsing.screening,
  ...decisionPapers(use, useWhat, 'decide'),
  ...noticePapers(use, { publishes: 'publishNotice', certifies: 'certifyNotice' }),
  useAgreement,
  useRegister,
  income(use, using as never),
  evaluation,
  termination,
  closingPaper(use, useWhat),
]
