// The model contract of a transfer: what the record knows is filled in, what only the parties can settle
// stays a blank line. Each clause names the articles that ask for what it settles, as far as the law of
// the case has such.
import { routeOf } from '../../transfer-case/modes/mode.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import { actRef } from '../act-ref.ts'
import {
  articles,
  byHand,
  clause,
  only,
  type Paper,
  type PaperSource,
  sign,
  text,
  value,
} from '../paper.ts'
import { inFull, onDay, said } from '../say.ts'
import { holders, parties } from './contract.ts'
import { deal, subject, team } from './fields.ts'

const say = value<CaseState>

type Source = PaperSource<CaseState>

const isMode =
  (...modes: readonly string[]) =>
  ({ state }: Source) =>
    modes.includes(routeOf(state) ?? '')

const licenceKinds = {
  exclusive: '独占许可（许可期内，甲方自己也不实施）',
  sole: '排他许可（许可期内，甲方自己可以实施，不再许可第三方）',
  plain: '普通许可（甲方可以自己实施，也可以许可第三方）',
}
const sublicences = {
  barred: '乙方不得再许可第三方实施',
  consent: '乙方经甲方书面同意，可以再许可第三方实施',
  free: '乙方可以在许可范围内再许可第三方实施，并将再许可合同副本交甲方',
}

const known = {
  转化方式: say(
    'Mode',
    (source) => said('mode', source.state.signing?.data.mode) ?? deal.转化方式.say(source),
  ),
  支付方式: deal.支付方式,
  收益分配办法: deal.收益分配办法,
  授权范围: deal.授权范围,
  许可类型: say('Kind of licence', ({ state }) => {
    const kind = state.terms?.licenceKind
    return kind && licenceKinds[kind]
  }),
  许可领域: say('Field of use', ({ state }) => state.terms?.field),
  许可地域: say('Territory', ({ state }) => state.terms?.territory),
  许可期限: say('Licensed until', ({ state }) => onDay(state.terms?.licenceUntil)),
  再许可约定: say('Sublicence', ({ state }) => {
    const kind = state.terms?.sublicence
    return kind && sublicences[kind]
  }),
  收益分享办法: say('How income is shared', ({ state }) => state.terms?.sharingRule),
  作价占股比例: say('Share in the company', ({ state }) => state.terms?.equityShare),
  贡献人员股权比例: say(
    'Equity of the contributors',
    ({ state }) => state.signing?.data.contributorsShare,
  ),
  作价金额: say('Value agreed', ({ state }) => inFull(state.terms?.price)),
  权属情况: say('Title', ({ state }) => {
    if (state.title) return `已登记${state.title.data.disputed ? '，存在争议' : '，无争议'}`
    return state.titleOpen && `暂不能明晰（${state.titleOpen.data.reason}），明晰前不签署本合同`
  }),
  决议记录: say('Resolution', (source) => actRef(source, 'decided')),
  公示期: say('Notice', ({ state }) => {
    const notice = state.notices.at(-1)
    return notice?.lastShownOn && `${onDay(notice.on)}至${onDay(notice.lastShownOn)}`
  }),
  生效日: say('Day of effect', ({ state }) => onDay(state.signing?.data.effectiveOn)),
} as const

/** What only the parties can settle. */
const settled = {
  甲方信息: byHand('Address, code and contact of the first party', 2),
  乙方信息: byHand('Address, code and contact of the second party', 2),
  权利清单: byHand('Rights: name, number, day of filing, term', 3),
  技术秘密范围: byHand('What is secret know-how', 2),
  已有许可: byHand('Licences granted before'),
  共有人意见: byHand('What co-owners said'),
  完成人意见: byHand('Whether the inventors would take it on equal terms'),
  变更登记期限: byHand('Time for entering the new holder'),
  登记费用承担: byHand('Who bears the fees'),
  权利维持: byHand('Who keeps the rights up, and pays'),
  实施报告周期: byHand('How often use is reported'),
  账目查核: byHand('How accounts are looked into'),
  收款账户: byHand('Account'),
  税费承担: byHand('Who bears taxes'),
  出资手续: byHand('How the contribution is made', 2),
  各方投入: byHand('What each contributes', 2),
  交付资料: byHand('What is handed over', 2),
  时间节点: byHand('Milestones', 3),
  验收标准: byHand('How it is accepted'),
  技术服务: byHand('Help and training'),
  后续联合开发: byHand('Later joint development', 3),
  后续改进归属: byHand('Who owns later improvements', 2),
  项目合作: byHand('Project cooperation', 2),
  技术指标: byHand('Technical results promised'),
  侵权处理: byHand('What is done when a third party objects', 2),
  保密范围: byHand('What is kept secret'),
  保密期限: byHand('How long'),
  数据约定: byHand('Data, samples and genetic resources'),
  登记办理: byHand('Who registers the contract'),
  解除条件: byHand('When it may be ended', 2),
  善后安排: byHand('What happens then'),
  违约责任: byHand('Liability', 2),
  逾期付款: byHand('Late payment'),
  争议解决: byHand('Court or arbitration'),
  通知方式: byHand('Notices'),
  合同份数: byHand('Copies'),
} as const

export const contract: Paper<CaseState> = {
  id: 'contract',
  name: { zh: '科技成果转化合同', en: 'Contract' },
  act: 'signed',
  action: 'sign',
  fields: { ...subject, ...team, ...holders, ...parties, ...known, ...settled },
  layout: [
    text('甲方：{甲方}（{甲方信息}）', 'left'),
    text('乙方：{乙方}（{乙方信息}）', 'left'),
    text(
      '甲乙双方就“{科技成果}”（以下称本成果）的转化，在自愿、平等的基础上协商一致，订立本合同。转化方式为{转化方式}。',
    ),
    clause('本成果和权属', 'title.before-signing', 'title.dispute', 'contract.patent'),
    text('本成果由{研究团队}完成，权利人及份额为{权利人}，权属登记情况：{权属情况}。'),
    text('本成果包含的权利（名称、申请号或权利号、申请日、权利期限）：{权利清单}。'),
    text('本成果包含的技术秘密及其载体：{技术秘密范围}。'),
    text('权利为共有的，共有人对本次转化的意见：{共有人意见}。'),
    only(
      isMode('assignment'),
      clause('权利转让', 'assignment.preemption', 'owners.agreement', 'owners.consent'),
      text('甲方将本成果的上述权利转让给乙方。依法有优先受让资格的完成人的意见：{完成人意见}。'),
      text(
        '双方于{变更登记期限}内共同办理权利人变更登记，费用由{登记费用承担}承担。登记完成前，甲方维持权利有效，不再向第三人处分。',
      ),
      text('本合同订立前已许可他人实施的情况：{已有许可}。在先的许可不因本次转让受影响。'),
    ),
    only(
      isMode('license'),
      clause('许可范围', 'licence.patent', 'licence.term', 'owners.consent'),
      text(
        '甲方许可乙方实施本成果。许可类型：{许可类型}；领域：{许可领域}；地域：{许可地域}；期限至：{许可期限}。许可期限不长于所依据权利的存续期。',
      ),
      text('再许可：{再许可约定}。本合同订立前已许可他人实施的情况：{已有许可}。'),
      text('许可期内权利由谁维持、费用由谁负担：{权利维持}。'),
      text(
        '乙方每{实施报告周期}向甲方书面报告实施和应付费用的情况；甲方查核账目的办法：{账目查核}。',
      ),
    ),
    only(
      isMode('cooperation'),
      clause('合作内容和收益分享', 'cooperation.terms'),
      text('各方的投入：{各方投入}。收益分享办法：{收益分享办法}。'),
    ),
    only(
      isMode('equity_contribution'),
      clause('作价出资', 'capital.appraisal', 'allocation.equity'),
      text(
        '甲方以本成果作价{作价金额}出资，占公司股权的{作价占股比例}；其中奖励完成和转化本成果人员的比例为{贡献人员股权比例}。',
      ),
      text('出资的评估、权利移转和公司登记手续：{出资手续}。'),
    ),
    only(
      isMode('self_implementation', 'other', ''),
      clause('转化范围'),
      text('转化和授权的范围：{授权范围}。'),
    ),
    clause('价款和支付', 'signing.terms', 'notice.same-terms'),
    text('合同金额为 {合同金额}。支付方式：{支付方式}。收款账户：{收款账户}。税费：{税费承担}。'),
    text(
      '甲方收到款项后，按公示的办法（{收益分配办法}）在内部分配；分配由甲方负责，不影响乙方付款，也不构成对乙方的义务。',
    ),
    clause('交付、时间节点和验收', 'signing.terms'),
    text('甲方交付的资料、样品和其他载体：{交付资料}。'),
    text('时间节点：{时间节点}。'),
    text('验收标准和方法：{验收标准}。甲方提供的技术服务和培训：{技术服务}。'),
    clause('后续联合开发和改进', 'signing.terms', 'contract.improvements', 'contract.competition'),
    text('后续联合开发：{后续联合开发}。'),
    text(
      '履行中对本成果作出的后续改进，归属和分享办法：{后续改进归属}。没有约定的，归作出改进的一方。',
    ),
    text('任何一方不得借本合同限制对方改进技术、从其他来源取得技术或者正当经营。'),
    clause('项目合作', 'signing.terms'),
    text('{项目合作}'),
    clause('陈述和保证'),
    text(
      '甲方保证其有权订立本合同，除本合同已说明的以外，不知道本成果存在其他权利负担。乙方保证其有实施本成果的资质和能力，并如实申报与甲方人员的利益关联。',
    ),
    text(
      '除下列技术指标外，甲方不对实施本成果的技术效果和经济收益作出保证：{技术指标}。第三人主张权利的，处理办法：{侵权处理}。',
    ),
    text(
      '本成果用于医药健康领域的，乙方依法取得注册、备案、许可并通过伦理审查后实施，对其产品的质量和使用承担责任。',
    ),
    clause('安全、数据和出境', 'screening.special-regime', 'project.abroad', 'genetic.terms'),
    text(
      '双方确认本成果已经处置筛查；履行中发现涉及国家秘密、国家安全或者关键核心技术的，立即暂停并按专门规定处理。向境外转让或者许可，依法应当批准的，取得批准后履行。',
    ),
    text('临床数据、样本和人类遗传资源的使用：{数据约定}。'),
    clause('保密', 'cooperation.secrecy'),
    text(
      '双方对履行中知悉的技术秘密和未公开信息保密，范围：{保密范围}，期限：{保密期限}。甲方依法公示、报告和登记的内容不在此限。本合同终止后，本条继续有效。',
    ),
    clause('前置程序', 'notice.period', 'notice.published', 'decision.passed', 'notice.same-terms'),
    text(
      '本次转化于{公示期}在甲方单位公示，并经集体决策通过（{决议记录}）。本合同的合作主体、方式和价格与公示的一致。',
    ),
    clause('合同登记和报告', 'registration.done', 'report.after-contract'),
    text(
      '技术合同认定登记由{登记办理}办理，另一方提供所需材料。甲方依规定向主管部门报告本次转化，乙方予以配合。',
    ),
    clause('变更和解除', 'notice.change', 'termination.registration'),
    text(
      '本合同的变更由双方书面约定；变更已公示事项的，甲方先按规定再次公示。有下列情形的，可以解除：{解除条件}。',
    ),
    text('合同终止后的安排（停止实施、返还资料、已付款项、合同登记的变更）：{善后安排}。'),
    clause('违约责任'),
    text('逾期付款：{逾期付款}。其他违约责任：{违约责任}。'),
    clause('适用法律和争议解决'),
    text('本合同适用中华人民共和国法律。争议先行协商；协商不成的：{争议解决}。'),
    clause('签署、通知和生效', 'signing.parties', 'signing.authority', 'contract.form'),
    text(
      '本合同以书面订立，自双方签字盖章之日起生效，约定的生效日：{生效日}。通知方式：{通知方式}。一式{合同份数}份，项目编号：{项目编号}。',
    ),
    sign('甲方（签字、盖章）', '乙方（签字、盖章）'),
    articles,
  ],
}
