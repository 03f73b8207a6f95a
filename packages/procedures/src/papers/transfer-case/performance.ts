// Papers of carrying a contract out: authority, handover, settlements, amendments, the early end.
import type { ActsState } from '../../procedure/acts-state.ts'
import { modeData } from '../../transfer-case/modes/mode-data.ts'
import { type CaseState, receivedIn } from '../../transfer-case/state.ts'
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
} from '../paper.ts'
import { figure, inFull, onDay } from '../say.ts'
import { carriedBy } from '../steps/carried.ts'
import { deal, subject } from './fields.ts'

const { latest, all, carried, dayOf } = carriedBy(modeData)
const say = value<CaseState>

const contract = {
  合作主体: deal.合作主体,
  签订日期: say('Signed on', ({ state }) => onDay(state.signing?.on)),
} as const

export const authorisation: Paper<CaseState> = {
  id: 'authorisation',
  name: { zh: '科技成果转化授权书', en: 'Authorisation' },
  act: 'signed',
  action: 'sign',
  isIdle: ({ opened }) => !opened.data.viaPlatformCompany,
  fields: {
    ...subject,
    ...deal,
    权利人: say('Holders', ({ state }) =>
      state.title?.data.holders.map(({ name }) => name).join('、'),
    ),
    平台公司: say(
      'Platform company',
      ({ institution }) => institution.platformCompany ?? undefined,
    ),
    授权期限: byHand('Term of the authority'),
    授权日期: say('Authorised on', ({ state, today }) => onDay(state.signing?.on ?? today)),
  },
  layout: [
    text('授权人：{权利人}', 'left'),
    text('被授权人：{平台公司}', 'left'),
    text(
      '授权人授权被授权人，以自己的名义就“{科技成果}”（项目编号 {项目编号}）与{合作主体}签订并履行转化合同。',
    ),
    facts('转化方式', '授权范围', '拟交易价格', '支付方式'),
    text('授权期限：自{授权日期}起，至{授权期限}止。'),
    seal('{授权日期}', '{权利人}'),
    articles,
  ],
}

export const handover: Paper<CaseState> = {
  id: 'handover-list',
  name: { zh: '成果资料交接清单', en: 'List of the handover' },
  act: 'handedOver',
  fields: {
    ...subject,
    ...contract,
    交接内容: list<ActsState>('Items', { 序号: 'No.', 名称: 'Item' }, ({ state }) =>
      latest(state, 'handedOver')?.data.items.map((item, at) => ({
        序号: `${at + 1}`,
        名称: item,
      })),
    ),
    接收人: carried('handedOver', 'receivedBy'),
    交接日期: dayOf('handedOver', 'Handed over on'),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '合作主体', '签订日期'),
    rows('交接内容'),
    facts('接收人', '交接日期'),
    sign('移交人', '接收人'),
  ],
}

export const royalty: Paper<CaseState> = {
  id: 'royalty-statement',
  name: { zh: '许可费结算单', en: 'Statement of royalties' },
  act: 'royaltyReported',
  fields: {
    ...subject,
    ...contract,
    结算记录: list<ActsState>(
      'Statements',
      {
        起: 'From',
        止: 'To',
        '销售额（元）': 'Sales',
        '许可费（元）': 'Royalty',
        已查账核对: 'Audited',
      },
      ({ state }) =>
        all(state, 'royaltyReported').map(({ data }) => ({
          起: onDay(data.from),
          止: onDay(data.to),
          '销售额（元）': figure(data.sales),
          '许可费（元）': figure(data.royalty),
          已查账核对: data.audited ? '是' : '否',
        })),
    ),
    本期许可费: value<ActsState>('Royalty of the last period', ({ state }) =>
      inFull(latest(state, 'royaltyReported')?.data.royalty),
    ),
  },
  layout: [
    facts('项目编号', '项目名称', '合作主体', '签订日期'),
    rows('结算记录'),
    text('本期应付许可费：{本期许可费}。'),
    sign('被许可方', '成果转化部门', '财务部门'),
  ],
}

export const settlement: Paper<CaseState> = {
  id: 'period-settlement',
  name: { zh: '实施收益结算单', en: 'Settlement of a period' },
  act: 'periodSettled',
  fields: {
    ...subject,
    产品或服务: carried('productionStarted', 'product'),
    结算记录: list<ActsState>(
      'Periods',
      {
        年度: 'Year',
        起: 'From',
        止: 'To',
        '收入（元）': 'Income',
        '成本费用（元）': 'Costs',
        '营业利润（元）': 'Profit',
      },
      ({ state }) =>
        all(state, 'periodSettled').map(({ data }) => ({
          年度: `第 ${data.year} 年`,
          起: onDay(data.from),
          止: onDay(data.to),
          '收入（元）': figure(data.income),
          '成本费用（元）': figure(data.costs),
          '营业利润（元）': figure(data.profit),
        })),
    ),
    归本单位: carried('periodSettled', 'ourPart'),
    结算单编号: carried('periodSettled', 'statement'),
    结算日期: dayOf('periodSettled', 'Settled on'),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '产品或服务'),
    rows('结算记录'),
    facts('归本单位', '结算单编号', '结算日期'),
    sign('财务部门', '成果转化部门'),
  ],
}

export const openLicence: Paper<CaseState> = {
  id: 'open-licence',
  name: { zh: '专利开放许可声明', en: 'Declaration of an open licence' },
  act: 'openLicenceDeclared',
  action: 'declareOpenLicence',
  fields: {
    ...subject,
    ...deal,
    专利号: carried('openLicenceDeclared', 'patent'),
    专利类型: carried('openLicenceDeclared', 'patentKind', {
      invention: '发明',
      utility_model: '实用新型',
      design: '外观设计',
    }),
    授权公告日: carried('openLicenceDeclared', 'grantedOn'),
    有专利权评价报告: carried('openLicenceDeclared', 'evaluationReport'),
    在独占或排他许可期内: carried('openLicenceDeclared', 'exclusivelyLicensed'),
    年费已缴: carried('openLicenceDeclared', 'feesPaid'),
    已出质: carried('openLicenceDeclared', 'pledged'),
    声明日期: dayOf('openLicenceDeclared', 'Declared on'),
  },
  layout: [
    text(
      '专利权人{单位名称}声明：愿意许可任何单位或者个人实施“{科技成果}”（专利号 {专利号}），许可使用费按下列标准支付。',
    ),
    facts('项目编号', '专利类型', '授权公告日', '拟交易价格', '支付方式'),
    heading('专利状况'),
    facts('年费已缴', '在独占或排他许可期内', '已出质', '有专利权评价报告'),
    seal('{声明日期}'),
    articles,
  ],
}

export const amendment: Paper<CaseState> = {
  id: 'contract-amendment',
  name: { zh: '科技成果转化合同补充协议', en: 'Amendment of the contract' },
  act: 'contractAmended',
  fields: {
    ...subject,
    ...deal,
    ...contract,
    甲方: say('First party', ({ state, institution }) =>
      state.signing?.data.byPlatformCompany
        ? (institution.platformCompany ?? undefined)
        : institution.name,
    ),
    补充协议编号: carried('contractAmended', 'number'),
    变更内容: carried('contractAmended', 'summary'),
    变化原因: say('Reason', ({ state }) => state.change?.data.reason),
    补充日期: dayOf('contractAmended', 'Amended on'),
  },
  layout: [
    text('甲方：{甲方}', 'left'),
    text('乙方：{合作主体}', 'left'),
    text(
      '双方于{签订日期}就“{科技成果}”签订转化合同（项目编号 {项目编号}），现因{变化原因}，协商一致，补充如下。',
    ),
    heading('一、变更内容'),
    text('{变更内容}'),
    heading('二、变更后的主要条款'),
    facts('转化方式', '授权范围', '拟交易价格', '支付方式'),
    text('其余条款不变。本补充协议编号：{补充协议编号}。'),
    sign('甲方（签字、盖章）', '乙方（签字、盖章）'),
  ],
}

export const termination: Paper<CaseState> = {
  id: 'termination-notice',
  name: { zh: '科技成果转化合同终止通知书', en: 'Notice of termination' },
  act: 'terminated',
  fields: {
    ...subject,
    ...contract,
    终止理由: say('Reason', ({ state }) => state.termination?.data.reason),
    已到账: say('Received', ({ state }) => inFull(receivedIn(state))),
    终止日期: say('Terminated on', ({ state, today }) => onDay(state.termination?.on ?? today)),
  },
  layout: [
    text('{合作主体}：', 'left'),
    text(
      '双方于{签订日期}就“{科技成果}”签订的转化合同（项目编号 {项目编号}），自{终止日期}起终止。',
    ),
    facts('终止理由', '已到账'),
    text('合同登记和已报送的报告将相应变更；已发生的价款和责任按合同约定处理。'),
    seal('{终止日期}'),
  ],
}
