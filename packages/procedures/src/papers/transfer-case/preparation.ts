// Papers from the disclosure to the review: G1 to G6.
import type { CaseState } from '../../transfer-case/state.ts'
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
import { onDay, said, yesNo } from '../say.ts'
import { deal, dealNames, subject, team } from './fields.ts'

const say = value<CaseState>

export const disclosureForm: Paper<CaseState> = {
  id: 'disclosure-form',
  name: { zh: '科技成果报备表', en: 'Disclosure form' },
  act: 'disclosed',
  action: 'disclose',
  fields: {
    ...subject,
    完成人: list<CaseState>(
      'Inventors and contributors',
      { 姓名: 'Name', 身份: 'Part', 担任领导职务: 'Holds a leading post' },
      ({ state }) =>
        state.opened.data.team.map(({ name, isInventor, isChief, holdsLeadingPost }) => ({
          姓名: name,
          身份: isInventor ? '成果完成人' : '贡献人员',
          担任领导职务: isChief ? '是（正职）' : yesNo(holdsLeadingPost),
        })),
    ),
    成果类型: say('Type', ({ state }) => state.disclosure?.data.type),
    成果成熟度: say('Maturity', ({ state }) => state.disclosure?.data.maturity),
    国内外研究现状: say('State of the art', ({ state }) => state.disclosure?.data.stateOfTheArt),
    市场调研: say('Market study', ({ state }) => state.disclosure?.data.market),
    风险分析: say('Risk analysis', ({ state }) => state.disclosure?.data.risks),
    预期效益: say('Expected benefit', ({ state }) => state.disclosure?.data.benefit),
    转化需求: say('Transfer need', ({ state }) => state.disclosure?.data.need),
    成果来源: say('Origin', originOf),
    成果产生日: say('Made on', ({ state }) => onDay(state.disclosure?.data.madeOn)),
    报备日期: say('Disclosed on', ({ state, today }) => onDay(state.disclosure?.on ?? today)),
  },
  layout: [
    facts('项目编号', '科技成果', '成果类型', '成果来源', '成果产生日', '报备日期'),
    heading('一、完成人'),
    rows('完成人'),
    heading('二、成果情况'),
    facts('成果成熟度', '国内外研究现状', '市场调研', '风险分析', '预期效益', '转化需求'),
    text('报备人声明：以上内容真实，成果权属及完成人名单无遗漏。'),
    sign('报备人', '科室负责人', '成果转化部门受理人'),
    articles,
  ],
}

function originOf({ state }: { readonly state: CaseState }): string | undefined {
  const { onTask, withMeans, byReference } = state.disclosure?.data ?? {}
  if (onTask) return '执行本单位任务完成'
  if (withMeans) return '主要利用本单位物质技术条件完成'
  return byReference ? '不属职务成果，参照办理' : undefined
}

export const titleRecord: Paper<CaseState> = {
  id: 'title-record',
  name: { zh: '科技成果权属登记表', en: 'Record of title' },
  act: 'titleRegistered',
  action: 'registerTitle',
  fields: {
    ...subject,
    ...team,
    权利人: list<CaseState>('Holders', { 权利人: 'Holder', 份额比例: 'Share' }, ({ state }) =>
      state.title?.data.holders.map(({ name, share }) => ({ 权利人: name, 份额比例: share })),
    ),
    权属争议: say('Title disputed', ({ state }) => {
      const disputed = state.title?.data.disputed ?? state.titleOpen?.data.disputed
      return disputed === undefined ? undefined : disputed ? '有争议' : '无争议'
    }),
    登记日期: say('Registered on', ({ state, today }) => onDay(state.title?.on ?? today)),
    办理方式: say('Registered by', ({ state }) =>
      state.title?.data.delegation
        ? `平台公司受托办理（${state.title.data.delegation}）`
        : '单位成果转化部门办理',
    ),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '研究团队', '办理方式', '登记日期'),
    heading('一、权利人及份额'),
    rows('权利人'),
    heading('二、权属状况'),
    facts('权属争议'),
    text('经核对权利证书和完成人说明，上述权利人及份额可作为本次转化的权属依据。'),
    sign('登记经办人', '成果完成人代表', '成果转化部门负责人'),
    articles,
  ],
}

export const screeningForm: Paper<CaseState> = {
  id: 'screening-form',
  name: { zh: '科技成果处置筛查表', en: 'Screening form' },
  act: 'screened',
  action: 'screen',
  fields: {
    ...subject,
    ...team,
    涉及国家秘密: say('State secret', ({ state }) =>
      said('flag', state.screening?.data.stateSecret),
    ),
    涉及国家安全: say('National security', ({ state }) =>
      said('flag', state.screening?.data.nationalSecurity),
    ),
    涉及关键核心技术: say('Key core technology', ({ state }) =>
      said('flag', state.screening?.data.keyTechnology),
    ),
    筛查结论: say('Outcome', ({ state }) => {
      if (!state.screening) return undefined
      const { stateSecret, nationalSecurity, keyTechnology } = state.screening.data
      const isFree = [stateSecret, nationalSecurity, keyTechnology].every((flag) => flag === 'no')
      return isFree
        ? '不涉及三类情形，由本单位自主处置'
        : '涉及或不能排除，暂停公开办理，按规定另行报批'
    }),
    筛查人: say('Screened by', ({ state }) => state.screening?.by.name),
    筛查日期: say('Screened on', ({ state, today }) => onDay(state.screening?.on ?? today)),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '研究团队'),
    heading('一、逐项筛查'),
    facts('涉及国家秘密', '涉及国家安全', '涉及关键核心技术'),
    heading('二、结论'),
    facts('筛查结论', '筛查人', '筛查日期'),
    sign('筛查人', '保密工作机构负责人'),
    articles,
  ],
}

export const mandate: Paper<CaseState> = {
  id: 'mandate',
  name: { zh: '科技成果转化委托书', en: 'Mandate' },
  act: 'negotiationStarted',
  action: 'negotiate',
  fields: {
    ...subject,
    ...deal,
    受托人: say('Who is charged', ({ state, institution }) =>
      state.opened.data.viaPlatformCompany
        ? (institution.platformCompany ?? undefined)
        : `${institution.name}成果转化部门`,
    ),
    评估事项: say('Appraisal', ({ state }) => {
      const { appraisal, appraisalReason, appraisalDecidedBy } = state.negotiation?.data ?? {}
      if (!appraisal) return undefined
      const details = [
        appraisalReason && `理由：${appraisalReason}`,
        appraisalDecidedBy && `决定人：${appraisalDecidedBy}`,
      ].filter(Boolean)
      return [said('appraisal', appraisal), ...details].join('；')
    }),
    利益关联申报: say('Related parties', ({ state }) =>
      state.negotiation
        ? state.negotiation.data.relatedPartiesDeclared
          ? '已申报'
          : '未申报'
        : undefined,
    ),
    委托日期: say('Mandated on', ({ state, today }) => onDay(state.negotiation?.on ?? today)),
    委托期限: byHand('Term of the mandate'),
  },
  layout: [
    text('委托人：{单位名称}', 'left'),
    text('受托人：{受托人}', 'left'),
    text(
      '委托人现委托受托人，就“{科技成果}”（项目编号 {项目编号}）以{转化方式}方式与{合作主体}开展谈判。',
    ),
    heading('一、委托事项'),
    facts('项目名称', '转化方式', '定价方式', '合作主体', '评估事项', '利益关联申报'),
    heading('二、委托权限'),
    text(
      '受托人可以洽谈交易方式、价格、支付和后续合作条款，形成方案建议后提交委托人审核；未经委托人审核、公示和集体决策，不得签署有约束力的文件。',
    ),
    heading('三、委托期限'),
    text('自{委托日期}起，至{委托期限}止。'),
    seal('{委托日期}'),
    text('受托人（签字或盖章）：', 'left'),
    articles,
  ],
}

export const negotiationRecord: Paper<CaseState> = {
  id: 'negotiation-record',
  name: { zh: '科技成果转化谈判记录', en: 'Negotiation record' },
  act: 'negotiationLogged',
  fields: {
    ...subject,
    ...deal,
    谈判记录: list<CaseState>(
      'Records',
      { 日期: 'Day', 种类: 'Kind', 内容: 'What was said', 记录人: 'Recorded by' },
      ({ state }) =>
        state.talks.length === 0
          ? undefined
          : state.talks.map(({ on, by, data }) => ({
              日期: onDay(on),
              种类: said('talk', data.kind),
              内容: data.summary,
              记录人: by.name,
            })),
    ),
    谈判地点: byHand('Place of the talks'),
    参加人员: byHand('Who took part'),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '合作主体', '转化方式', '定价方式'),
    facts('谈判地点', '参加人员'),
    heading('谈判经过'),
    rows('谈判记录'),
    text('以上记录经双方核对无误。'),
    sign('我方谈判人', '对方谈判人', '记录人'),
  ],
}

export const proposal: Paper<CaseState> = {
  id: 'proposal',
  name: { zh: '科技成果转化方案建议', en: 'Proposal' },
  act: 'proposed',
  action: 'propose',
  fields: {
    ...subject,
    ...team,
    ...deal,
    谈判次数: say('Number of talks', ({ state }) => `${state.talks.length}`),
    谈判摘要: say('Summary of the talks', ({ state }) => state.talks.at(-1)?.data.summary),
    提交人: say('Proposed by', ({ state }) => state.proposal?.by.name),
    提交日期: say('Proposed on', ({ state, today }) => onDay(state.proposal?.on ?? today)),
  },
  layout: [
    text('成果转化部门：', 'left'),
    text('就“{科技成果}”的转化，经 {谈判次数} 次洽谈，现提出交易方式和价格建议如下，请予审核。'),
    heading('一、项目概况'),
    facts('项目编号', '项目名称', '研究团队'),
    heading('二、建议方案'),
    facts(...dealNames),
    heading('三、谈判情况'),
    text('{谈判摘要}'),
    facts('提交人', '提交日期'),
    sign('提交人'),
    articles,
  ],
}

export const reviewOpinion: Paper<CaseState> = {
  id: 'review-opinion',
  name: { zh: '科技成果转化方案审核意见', en: 'Review opinion' },
  act: 'reviewed',
  action: 'review',
  fields: {
    ...subject,
    ...deal,
    伦理审查: say('Ethics review', ({ state }) => said('check', state.review?.data.ethics)),
    合规审查: say('Compliance review', ({ state }) => said('check', state.review?.data.compliance)),
    风险管控: say('Risk control', ({ state }) => said('check', state.review?.data.risk)),
    审核意见: say('Opinion', ({ state }) => state.review?.data.opinion),
    审核结论: say('Outcome', ({ state }) => said('review', state.review?.data.outcome)),
    方案提交人: say('Proposed by', ({ state }) => state.proposal?.by.name),
    审核人: say('Reviewed by', ({ state }) => state.review?.by.name),
    审核日期: say('Reviewed on', ({ state, today }) => onDay(state.review?.on ?? today)),
  },
  layout: [
    heading('一、送审方案'),
    facts('项目编号', '项目名称', '科技成果', ...dealNames),
    heading('二、三项审查'),
    facts('伦理审查', '合规审查', '风险管控'),
    heading('三、审核意见'),
    facts('审核意见', '审核结论', '方案提交人', '审核人', '审核日期'),
    sign('审核人', '成果转化部门负责人'),
    articles,
  ],
}
