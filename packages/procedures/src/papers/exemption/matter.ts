// What the papers of an inquiry into relief from liability share.
import { exemptionData } from '../../exemption/acts.ts'
import type { ActsState } from '../../procedure/acts-state.ts'
import { list, value } from '../paper.ts'
import { carriedBy } from '../steps/carried.ts'
import type { Matter } from '../steps/notice-papers.ts'

const { latest, carried } = carriedBy(exemptionData)

export const matter: Matter = {
  id: 'exemption',
  name: { zh: '尽职免责', en: 'Relief from liability' },
  subject: (state) => latest(state, 'exemptionOpened')?.data.title,
}

export const conduct = {
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

export const people = {
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

export const duties = {
  decision: '民主决策',
  care: '合理注意',
  supervision: '监督管理',
  own_rules: '制度健全',
  other_duty: '其他职责',
} as const

export const heads = {
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
