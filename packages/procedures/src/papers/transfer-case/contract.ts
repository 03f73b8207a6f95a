// Papers of the contract, its registration and the report: G10 to G12.
import { contractPriceOf, counterpartyOf } from '../../transfer-case/amended.ts'
import { agreedTerms } from '../../transfer-case/pricing/deal.ts'
import { type CaseState, receivedIn, universityReviewOf } from '../../transfer-case/state.ts'
import { actRef } from '../act-ref.ts'
import {
  articles,
  byHand,
  facts,
  heading,
  list,
  type Paper,
  type PaperSource,
  rows,
  seal,
  sign,
  text,
  value,
} from '../paper.ts'
import { amount, inFull, onDay, said } from '../say.ts'
import { deal, subject, team } from './fields.ts'

const say = value<CaseState>

type Source = PaperSource<CaseState>

const price = ({ state }: Source) => contractPriceOf(state) ?? agreedTerms(state)?.price

export const parties = {
  甲方: say('First party', ({ state, institution }) => {
    const isCompany = state.signing?.data.byPlatformCompany ?? state.opened.data.viaPlatformCompany
    return isCompany ? (institution.platformCompany ?? undefined) : institution.name
  }),
  乙方: say(
    'Second party',
    ({ state }) => counterpartyOf(state) ?? deal.合作主体.say({ state } as Source),
  ),
  合同金额: say('Contract amount', (source) => inFull(price(source))),
} as const

const registered = {
  license: '技术许可合同',
  assignment: '技术转让合同',
} as Readonly<Record<string, string>>

export const holders = {
  权利人: say('Holders', ({ state }) =>
    state.title?.data.holders.map(({ name, share }) => `${name}（${share}）`).join('、'),
  ),
} as const

export const keyTerms: Paper<CaseState> = {
  id: 'key-terms',
  name: { zh: '合同关键条款表', en: 'Key-terms sheet' },
  act: 'signed',
  action: 'sign',
  fields: {
    ...subject,
    ...parties,
    签订日期: say('Signed on', ({ state }) => onDay(state.signing?.on)),
    关键条款: list<CaseState>(
      'Key terms',
      { 条款: 'Term', 约定内容: 'What is agreed', 合同载明: 'Stated in the contract' },
      (source) => {
        const { state } = source
        const signed = state.signing?.data
        const stated = (is: boolean | undefined) =>
          is === undefined ? undefined : is ? '已载明' : '未载明'
        return [
          {
            条款: '转化方式',
            约定内容: said('mode', signed?.mode) ?? deal.转化方式.say(source),
            合同载明: stated(signed?.statesMode),
          },
          {
            条款: '交易价格',
            约定内容: inFull(price(source)),
            合同载明: stated(signed?.statesPrice),
          },
          { 条款: '时间节点', 约定内容: '见合同', 合同载明: stated(signed?.statesMilestones) },
          {
            条款: '后续联合开发',
            约定内容: '见合同',
            合同载明: stated(signed?.statesJointDevelopment),
          },
          { 条款: '项目合作', 约定内容: '见合同', 合同载明: stated(signed?.statesCooperation) },
        ]
      },
    ),
    与公示一致: say('Same as published', ({ state }) => {
      const terms = state.notices.at(-1)?.terms
      const signed = state.signing?.data
      if (!terms || !signed) return undefined
      const isSame = terms.price === signed.price && terms.counterparty === signed.counterparty
      return isSame ? '合作主体、价格与公示一致' : '与公示不一致，须重新公示'
    }),
    决议记录: say('Resolution', (source) => actRef(source, 'decided')),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '甲方', '乙方', '合同金额', '签订日期'),
    heading('关键条款'),
    rows('关键条款'),
    facts('与公示一致', '决议记录'),
    sign('经办人', '法务部门审核人'),
    articles,
  ],
}

export const registrationForm: Paper<CaseState> = {
  id: 'registration-form',
  name: { zh: '技术合同认定登记信息表', en: 'Data of the registration form' },
  act: 'contractRegistered',
  action: 'registerContract',
  fields: {
    ...subject,
    ...parties,
    ...holders,
    合同类别: say(
      'Kind of contract',
      ({ state }) => registered[state.signing?.data.mode ?? state.terms?.mode ?? ''],
    ),
    支付方式: deal.支付方式,
    签订日期: say('Signed on', ({ state }) => onDay(state.signing?.on)),
    生效日期: say('Day of effect', ({ state }) => onDay(state.signing?.data.effectiveOn)),
    登记结果: say('Outcome', ({ state }) => said('registration', state.registration?.data.outcome)),
    登记编号: say('Registration number', ({ state }) => state.registration?.data.number),
    登记机构: say('Registrar', ({ state }) => state.registration?.data.office),
    认定技术交易额: say('Recognised amount', ({ state }) =>
      amount(state.registration?.data.recognisedAmount),
    ),
    知识产权类型: byHand('Kinds of rights'),
    技术领域: byHand('Field of technology'),
    服务的国民经济行业: byHand('Branch of the economy served'),
    甲方统一社会信用代码: byHand('Credit code of the first party'),
    乙方统一社会信用代码: byHand('Credit code of the second party'),
  },
  layout: [
    heading('一、合同'),
    facts('项目编号', '项目名称', '科技成果', '合同类别', '签订日期', '生效日期'),
    heading('二、当事人'),
    facts('甲方', '甲方统一社会信用代码', '乙方', '乙方统一社会信用代码', '权利人'),
    heading('三、金额'),
    facts('合同金额', '支付方式'),
    heading('四、分类'),
    facts('知识产权类型', '技术领域', '服务的国民经济行业'),
    heading('五、登记结果'),
    facts('登记结果', '登记编号', '登记机构', '认定技术交易额'),
    sign('填报人', '审核人'),
    articles,
  ],
}

/** The papers of some acts by their names, each with the act it is behind. */
function papersBehind({ acts }: Source, types: readonly string[]) {
  return acts
    .filter(({ type, files }) => types.includes(type) && files.length > 0)
    .flatMap(({ seq, on, files }) =>
      files.map(({ name }) => ({
        材料名称: name,
        形成日期: onDay(on),
        办理记录: `第 ${seq} 条`,
      })),
    )
}

const attachments = (en: string, types: readonly string[]) =>
  list<CaseState>(en, { 材料名称: 'Paper', 形成日期: 'Day', 办理记录: 'Act' }, (source) =>
    papersBehind(source, types),
  )

export const report: Paper<CaseState> = {
  id: 'report',
  name: { zh: '科技成果转化总结报告', en: 'Report after signing' },
  act: 'reported',
  action: 'report',
  fields: {
    ...subject,
    ...team,
    ...parties,
    转化方式: deal.转化方式,
    定价方式: deal.定价方式,
    收益分配办法: deal.收益分配办法,
    签订日期: say('Signed on', ({ state }) => onDay(state.signing?.on)),
    报告截止日: say('Last day of the report', ({ assessment }) =>
      onDay(assessment.findings.find(({ settledBy, due }) => settledBy === 'report' && due)?.due),
    ),
    报告日期: say('Reported on', ({ state, today }) => onDay(state.report?.on ?? today)),
    权属与筛查: say(
      'Title and screening',
      ({ state }) =>
        state.screening &&
        `${onDay((state.title ?? state.titleOpen)?.on) ?? ''}登记权属，${onDay(state.screening.on)}完成处置筛查`,
    ),
    公示情况: say('Notice', ({ state }) => {
      const notice = state.notices.at(-1)
      return (
        notice?.lastShownOn &&
        `${onDay(notice.on)}至${onDay(notice.lastShownOn)}公示，共收到异议 ${state.objections.length} 件`
      )
    }),
    决策情况: say('Decision', ({ state }) => {
      if (!state.decision) return undefined
      const { data, on } = state.decision
      return `${onDay(on)}${said('body', data.body) ?? '集体决策会议'}审议，赞成 ${data.votesFor} 票、反对 ${data.votesAgainst} 票、弃权 ${data.abstentions} 票，结果：${said('decision', data.result)}`
    }),
    登记情况: say('Registration', ({ state }) =>
      state.registration
        ? `${onDay(state.registration.on)}${said('registration', state.registration.data.outcome)}，编号：${state.registration.data.number ?? '无'}`
        : '尚未办理合同认定登记',
    ),
    收入情况: say('Income', ({ state }) => {
      // What came back of a cost is none.
      const receipts = state.receipts.filter(({ reimburses }) => reimburses === undefined)
      return receipts.length === 0
        ? '截至报告日尚无到账，到账后补充报告'
        : `已到账 ${new Set(receipts.map(({ seq }) => seq)).size} 笔，共 ${amount(receivedIn(state))}`
    }),
    高校审核: say('Review of the university', ({ state }) => {
      if (!state.opened.data.universityAffiliated) return '不适用'
      const reviewed = universityReviewOf(state)?.on
      return reviewed && `${onDay(reviewed)}已审核`
    }),
    决议和会议记录: attachments('Resolutions and minutes', ['decided']),
    合同或交易材料: attachments('Contract or deal papers', ['signed', 'contractRegistered']),
    收入及分配方案: attachments('Income and plan', [
      'receiptRecorded',
      'planDrafted',
      'planAgreed',
    ]),
    其他材料: attachments('Other papers', [
      'disclosed',
      'titleRegistered',
      'screened',
      'negotiationLogged',
      'proposed',
      'reviewed',
      'noticePublished',
      'noticeCertified',
      'objectionFound',
      'universityReviewed',
    ]),
  },
  layout: [
    text('省级卫生健康主管部门：', 'left'),
    text('本单位“{科技成果}”转化合同已于{签订日期}签订，现将有关情况报告如下。'),
    heading('一、基本情况'),
    facts('项目编号', '项目名称', '研究团队', '转化方式', '定价方式', '甲方', '乙方', '合同金额'),
    heading('二、办理过程'),
    facts('权属与筛查', '公示情况', '决策情况', '登记情况', '高校审核'),
    heading('三、收入与分配'),
    facts('收入情况', '收益分配办法'),
    heading('附件一　决议和会议记录'),
    rows('决议和会议记录'),
    heading('附件二　合同或交易材料'),
    rows('合同或交易材料'),
    heading('附件三　收入及分配方案'),
    rows('收入及分配方案'),
    heading('附件四　其他材料'),
    rows('其他材料'),
    text('报告应于{报告截止日}前送达。'),
    sign('填报人', '成果转化部门负责人'),
    seal('{报告日期}'),
    articles,
  ],
}
