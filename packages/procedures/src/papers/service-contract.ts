// Papers of a contract of technical development, consulting or service.
import { parseRatio, percent } from '@yizhuan/kit'
import type { ActsState } from '../procedure/acts-state.ts'
import { actData } from '../service-contract/acts.ts'
import { partsOf, ruleSaid } from '../service-contract/reward.ts'
import { articles, facts, heading, list, type Paper, rows, sign, text, value } from './paper.ts'
import { figure, inFull, onDay, said, sum } from './say.ts'
import { serviceAgreement } from './service-agreement.ts'
import { carriedBy } from './steps/carried.ts'
import { closingPaper } from './steps/decision-papers.ts'
import { about, type Matter } from './steps/notice-papers.ts'

const { latest, all, carried, dayOf } = carriedBy(actData)

const matter: Matter = {
  id: 'service',
  name: { zh: '技术合同', en: 'Service contract' },
  subject: (state) => latest(state, 'serviceOpened')?.data.title,
}

const contract = {
  合同类型: carried('serviceOpened', 'kind', {
    development: '技术开发合同',
    consulting: '技术咨询合同',
    service: '技术服务合同',
  }),
  委托方: carried('serviceOpened', 'client'),
  项目组: value<ActsState>('Team', ({ state }) =>
    latest(state, 'serviceOpened')
      ?.data.team.map(({ name }) => name)
      .join('、'),
  ),
  合同编号: carried('serviceSigned', 'number'),
  合同金额: value<ActsState>('Amount', ({ state }) =>
    inFull(latest(state, 'serviceSigned')?.data.price),
  ),
  履行期限: carried('serviceSigned', 'performUntil'),
} as const

const approval: Paper<ActsState> = {
  id: 'service-approval',
  name: { zh: '技术合同审批表', en: 'Approval of a service contract' },
  act: 'contractApproved',
  fields: {
    ...about(matter),
    ...contract,
    利益关联已申报: carried('serviceOpened', 'relatedPartiesDeclared'),
    利益关联情况: carried('serviceOpened', 'related'),
    批准人或会议: carried('contractApproved', 'body'),
    批准文件: carried('contractApproved', 'document'),
    回避人员: carried('contractApproved', 'recused'),
    批准日期: dayOf('contractApproved', 'Approved on'),
  },
  layout: [
    facts('项目编号', '事项名称', '合同类型', '委托方', '项目组'),
    heading('一、利益关联'),
    facts('利益关联已申报', '利益关联情况', '回避人员'),
    heading('二、批准'),
    facts('批准人或会议', '批准文件', '批准日期'),
    sign('项目负责人', '成果转化部门', '单位负责人'),
  ],
}

const registration: Paper<ActsState> = {
  id: 'service-registration',
  name: { zh: '技术合同认定登记信息表', en: 'Data of the registration form' },
  act: 'serviceRegistered',
  fields: {
    ...about(matter),
    ...contract,
    签订日期: value('Signed on', ({ state }) => onDay(latest(state, 'serviceSigned')?.on)),
    登记结果: value('Outcome', ({ state }) =>
      said('registration', latest(state, 'serviceRegistered')?.data.outcome),
    ),
    登记编号: carried('serviceRegistered', 'number'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(contract), '签订日期'),
    heading('登记结果'),
    facts('登记结果', '登记编号'),
    sign('填报人', '审核人'),
  ],
}

const acceptance: Paper<ActsState> = {
  id: 'service-acceptance',
  name: { zh: '技术合同验收单', en: 'Acceptance' },
  act: 'serviceAccepted',
  fields: {
    ...about(matter),
    ...contract,
    验收意见: carried('serviceAccepted', 'note'),
    验收人: carried('serviceAccepted', 'acceptedBy'),
    验收日期: dayOf('serviceAccepted', 'Accepted on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(contract)),
    heading('验收'),
    facts('验收意见', '验收人', '验收日期'),
    sign('委托方', '受托方项目负责人'),
  ],
}

const receipts = list<ActsState>(
  'Receipts',
  { 到账日期: 'Day', 凭证号: 'Voucher', '到账金额（元）': 'Amount' },
  ({ state }) =>
    all(state, 'incomeReceived').map(({ on, data }) => ({
      到账日期: onDay(on),
      凭证号: data.voucher,
      '到账金额（元）': figure(data.amount),
    })),
)

const settlement: Paper<ActsState> = {
  id: 'service-settlement',
  name: { zh: '技术合同净收入结算单', en: 'Settlement of the net income' },
  act: 'netSettled',
  fields: {
    ...about(matter),
    ...contract,
    到账记录: receipts,
    到账合计: value('Received', ({ state }) =>
      inFull(sum(all(state, 'incomeReceived').map(({ data }) => data.amount))),
    ),
    计算方法: carried('netSettled', 'method', {
      actual_cost: '据实扣除成本',
      fixed_ratio: '按固定比例扣除费用',
    }),
    税额和直接成本: carried('netSettled', 'taxes'),
    履行成本: carried('netSettled', 'performanceCosts'),
    固定费用比例: carried('netSettled', 'costRatio'),
    结算单编号: carried('netSettled', 'statement'),
    结算日期: dayOf('netSettled', 'Settled on'),
  },
  layout: [
    facts('项目编号', '事项名称', '合同编号', '委托方', '合同金额'),
    heading('一、到账'),
    rows('到账记录'),
    text('到账合计：{到账合计}。'),
    heading('二、扣除'),
    facts('计算方法', '税额和直接成本', '履行成本', '固定费用比例'),
    facts('结算单编号', '结算日期'),
    sign('财务部门', '成果转化部门'),
  ],
}

/** By which rule the reward is taken: the plan says so, or the payout itself. */
const byRule = {
  奖酬制度: value<ActsState>('Rule on rewards', ({ state }) => ruleSaid(state).rule),
  提取比例: value<ActsState>('Share', ({ state }) => {
    const { share } = ruleSaid(state)
    return share && percent(parseRatio(share))
  }),
} as const

/** The plan that waits, or the last that was paid. */
const lastPlan = (state: ActsState) => latest(state, 'rewardPlanned')?.data

const plan: Paper<ActsState> = {
  id: 'service-reward-plan',
  name: { zh: '技术合同奖酬分配方案', en: 'Plan of the reward of a service contract' },
  act: 'rewardPlanned',
  action: 'planServiceReward',
  fields: {
    ...about(matter),
    ...contract,
    ...byRule,
    分配明细: list<ActsState>(
      'Parts',
      { 姓名: 'Name', 比例: 'Share', '金额（元）': 'Amount', 本人签字: 'Signature' },
      ({ state }) => {
        const said = lastPlan(state)
        return (
          said &&
          partsOf(said).map(({ name, amount }, at) => ({
            姓名: name,
            比例: said.lines[at]?.share ?? '',
            '金额（元）': figure(amount),
            本人签字: '　',
          }))
        )
      },
    ),
    发放总额: value('Total', ({ state }) => figure(lastPlan(state)?.pool)),
    发放总额大写: value('Total in capitals', ({ state }) => inFull(lastPlan(state)?.pool)),
    方案日期: dayOf('rewardPlanned', 'Drawn up on'),
  },
  layout: [
    facts('项目编号', '事项名称', '合同编号', '委托方', '奖酬制度', '提取比例', '方案日期'),
    rows('分配明细', ['合计', '', '{发放总额}', '']),
    text('合计：{发放总额大写}'),
    sign('项目负责人', '成果转化部门', '财务部门'),
    articles,
  ],
}

const payout: Paper<ActsState> = {
  id: 'service-payout',
  name: { zh: '技术合同奖酬金发放清单', en: 'Payout list of a service contract' },
  act: 'rewardPaid',
  action: 'payServiceReward',
  fields: {
    ...about(matter),
    ...contract,
    ...byRule,
    发放明细: list<ActsState>(
      'Payments',
      { 姓名: 'Name', '发放金额（元）': 'Amount', 领取人签字: 'Signature' },
      ({ state }) =>
        latest(state, 'rewardPaid')?.data.lines.map((line) => ({
          姓名: line.name,
          '发放金额（元）': figure(line.amount),
          领取人签字: '　',
        })),
    ),
    发放合计: value('Total', ({ state }) => figure(total(state))),
    发放合计大写: value('Total in capitals', ({ state }) => inFull(total(state))),
    付款凭证: carried('rewardPaid', 'proof'),
    发放日期: dayOf('rewardPaid', 'Paid on'),
  },
  layout: [
    facts('项目编号', '事项名称', '合同编号', '奖酬制度', '提取比例', '发放日期', '付款凭证'),
    rows('发放明细', ['合计', '{发放合计}', '']),
    text('合计：{发放合计大写}'),
    sign('制表人', '财务部门负责人', '单位负责人'),
    articles,
  ],
}

function total(state: ActsState): bigint | undefined {
  const lines = latest(state, 'rewardPaid')?.data.lines
  return lines && sum(lines.map(({ amount }) => amount))
}

export const ofServiceContract: readonly Paper<ActsState>[] = [
  approval,
  serviceAgreement({ ...about(matter), ...contract }),
  registration,
  acceptance,
  settlement,
  plan,
  payout,
  closingPaper(matter, contract),
]
