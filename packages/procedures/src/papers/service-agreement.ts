// The model contract of technical development, consulting or service. The record knows the parties, the
// amount and the last day; what only the parties can settle stays a blank line.
import type { ActsState } from '../procedure/acts-state.ts'
import { actData } from '../service-contract/acts.ts'
import {
  articles,
  byHand,
  clause,
  only,
  type Paper,
  type PaperSource,
  sign,
  text,
} from './paper.ts'
import { carriedBy } from './steps/carried.ts'
import type { about } from './steps/notice-papers.ts'

const { latest } = carriedBy(actData)

const isKind =
  (...kinds: readonly string[]) =>
  ({ state }: PaperSource<ActsState>) =>
    kinds.includes(latest(state, 'serviceOpened')?.data.kind ?? '')

const settled = {
  委托方信息: byHand('Address, code and contact of the client', 2),
  受托方信息: byHand('Address, code and contact of the contractor', 2),
  标的和要求: byHand('What is to be done, and how well', 3),
  研究计划: byHand('Plan of the research', 2),
  履行地点和方式: byHand('Where and how'),
  阶段安排: byHand('Milestones', 3),
  委托方协助: byHand('What the client provides', 2),
  支付方式: byHand('Payment', 2),
  经费使用: byHand('Equipment bought, and what becomes of it'),
  收款账户: byHand('Account'),
  提交内容: byHand('What is handed over', 2),
  验收标准: byHand('How it is accepted', 2),
  成果归属: byHand('Who owns what is made', 2),
  后续改进归属: byHand('Who owns later improvements'),
  风险承担: byHand('Who bears that it fails', 2),
  咨询意见的使用: byHand('How the advice may be used'),
  数据约定: byHand('Data, samples and genetic resources'),
  保密范围: byHand('What is kept secret'),
  保密期限: byHand('How long'),
  登记办理: byHand('Who registers the contract'),
  解除条件: byHand('When it may be ended', 2),
  违约责任: byHand('Liability', 2),
  争议解决: byHand('Court or arbitration'),
  合同份数: byHand('Copies'),
} as const

/** The contract, with the fields that all papers of such a case have. */
export function serviceAgreement(
  fields: ReturnType<typeof about> & Paper<ActsState>['fields'],
): Paper<ActsState> {
  return {
    id: 'service-agreement',
    name: { zh: '技术合同', en: 'Service contract' },
    act: 'serviceSigned',
    fields: { ...fields, ...settled },
    layout: [
      text('委托方（甲方）：{委托方}（{委托方信息}）', 'left'),
      text('受托方（乙方）：{单位名称}（{受托方信息}）', 'left'),
      text(
        '甲方委托乙方完成“{事项名称}”，双方协商一致，订立本合同。合同类型：{合同类型}；合同编号：{合同编号}。',
      ),
      clause('标的、内容和要求'),
      text('{标的和要求}'),
      only(isKind('development'), text('研究开发计划：{研究计划}。')),
      clause('履行期限、地点和方式'),
      text('履行期限至{履行期限}。地点和方式：{履行地点和方式}。阶段安排：{阶段安排}。'),
      text('乙方的项目组：{项目组}。乙方更换项目负责人，事先书面通知甲方。'),
      clause('甲方的协助'),
      text('甲方按时提供下列资料、样品和工作条件，并对其来源合法和真实负责：{委托方协助}。'),
      clause('报酬和支付'),
      text('合同金额为 {合同金额}。支付方式：{支付方式}。收款账户：{收款账户}。'),
      only(isKind('development'), text('研究开发经费购置的设备和余款的处理：{经费使用}。')),
      clause('成果的提交和验收'),
      text('乙方提交：{提交内容}。验收标准和方法：{验收标准}。'),
      clause('成果的归属和使用', 'contract.improvements', 'contract.competition'),
      only(
        isKind('development'),
        text('履行本合同完成的发明创造和技术秘密，归属、使用和收益分享的办法：{成果归属}。'),
      ),
      only(
        isKind('consulting', 'service', ''),
        text(
          '乙方利用甲方提供的条件完成的新成果、甲方利用乙方工作成果完成的新成果，归属：{成果归属}。',
        ),
      ),
      text('后续改进的归属：{后续改进归属}。任何一方不得借本合同限制对方的技术改进和正当经营。'),
      only(
        isKind('development'),
        clause('风险'),
        text(
          '在现有水平下遇到无法克服的技术困难，致使研究开发全部或者部分失败的，损失的承担：{风险承担}。一方发现可能失败的，及时通知对方并采取措施减少损失。',
        ),
      ),
      only(
        isKind('consulting'),
        clause('咨询意见'),
        text('咨询报告的使用范围和甲方据此决策的责任：{咨询意见的使用}。'),
      ),
      clause('数据、样本和伦理', 'genetic.terms'),
      text(
        '涉及患者数据、样本、人类遗传资源和临床研究的，双方依法办理审批、备案和伦理审查后履行。具体约定：{数据约定}。',
      ),
      clause('利益关联和廉洁'),
      text(
        '乙方项目组人员与甲方有利益关联的，已按本单位规定申报并回避；任何一方不得向对方人员给付合同以外的利益。',
      ),
      clause('保密', 'cooperation.secrecy'),
      text('范围：{保密范围}；期限：{保密期限}。本合同终止后，本条继续有效。'),
      clause('合同登记'),
      text('技术合同认定登记由{登记办理}办理，另一方提供所需材料。'),
      clause('变更和解除'),
      text('本合同的变更由双方书面约定。有下列情形的，可以解除：{解除条件}。'),
      clause('违约责任'),
      text('{违约责任}'),
      clause('适用法律和争议解决'),
      text('本合同适用中华人民共和国法律。争议先行协商；协商不成的：{争议解决}。'),
      clause('生效', 'contract.form'),
      text('本合同自双方签字盖章之日起生效，一式{合同份数}份。项目编号：{项目编号}。'),
      sign('甲方（签字、盖章）', '乙方（签字、盖章）'),
      articles,
    ],
  }
}
