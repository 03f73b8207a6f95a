// Papers of using an achievement first and paying, or cooperating, later.
import type { ActsState } from '../procedure/acts-state.ts'
import { useFirstData } from '../use-first/acts.ts'
import { actRef } from './act-ref.ts'
import { daysShown, endOf } from './notice-days.ts'
import {
  articles,
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
} from './paper.ts'
import { inYuan, onDay, said } from './say.ts'
import { carriedBy } from './steps/carried.ts'
import { closingPaper, decisionPapers } from './steps/decision-papers.ts'
import { about, type Matter, noticePapers } from './steps/notice-papers.ts'

const { latest, carried, dayOf } = carriedBy(useFirstData)

const matter: Matter = {
  id: 'use-first',
  name: { zh: '先用后转', en: 'Use first' },
  subject: (state) => latest(state, 'useFirstOffered')?.data.title,
}

const ways = { pay: '先使用后付费', cooperate: '先使用后合作' }

/** The price of the conversion as an act settles it: the amount, or how it is found. */
const priceIn = (type: 'proposed' | 'noticePublished' | 'signed') =>
  value<ActsState>('Price, or how it is found', ({ state }) => {
    const told = latest(state, type)?.data
    return told && (told.fixedPrice === undefined ? told.formula : inYuan(told.fixedPrice))
  })

const request = {
  科技成果: carried('useFirstOffered', 'achievement'),
  完成人团队: value<ActsState>('Team', ({ state }) =>
    latest(state, 'useFirstOffered')
      ?.data.team.map(({ name }) => name)
      .join('、'),
  ),
  申请企业: carried('requested', 'enterprise'),
  企业规模: carried('requested', 'size', {
    large: '大型',
    medium: '中型',
    small: '小型',
    micro: '微型',
  }),
  先用后转方式: carried('requested', 'way', ways),
} as const

const terms = {
  使用领域: carried('proposed', 'field'),
  使用期届满日: carried('proposed', 'period'),
  使用期费用: carried('proposed', 'fee'),
  触发条件: carried('proposed', 'trigger'),
  转化价格或办法: priceIn('proposed'),
  收益分配办法: carried('proposed', 'distribution'),
} as const

const proposal: Paper<ActsState> = {
  id: 'use-first-proposal',
  name: { zh: '先用后转方案建议', en: 'Proposal' },
  act: 'proposed',
  action: 'propose',
  fields: {
    ...about(matter),
    ...request,
    ...terms,
    使用目的: carried('requested', 'purpose'),
    商谈记录: carried('proposed', 'talks'),
    提交日期: dayOf('proposed', 'Proposed on'),
  },
  layout: [
    heading('一、申请'),
    facts('项目编号', '事项名称', ...Object.keys(request), '使用目的'),
    heading('二、建议方案'),
    facts(...Object.keys(terms)),
    heading('三、商谈情况'),
    text('{商谈记录}'),
    facts('提交日期'),
    sign('提交人'),
    articles,
  ],
}

const review: Paper<ActsState> = {
  id: 'use-first-review',
  name: { zh: '先用后转方案审核意见', en: 'Review opinion' },
  act: 'reviewed',
  action: 'review',
  fields: {
    ...about(matter),
    ...request,
    ...terms,
    伦理审查: value('Ethics review', ({ state }) =>
      said('check', latest(state, 'reviewed')?.data.ethics),
    ),
    合规审查: value('Compliance review', ({ state }) =>
      said('check', latest(state, 'reviewed')?.data.compliance),
    ),
    风险管控: value('Risk control', ({ state }) =>
      said('check', latest(state, 'reviewed')?.data.risk),
    ),
    审核意见: carried('reviewed', 'opinion'),
    审核结论: value('Outcome', ({ state }) =>
      said('review', latest(state, 'reviewed')?.data.outcome),
    ),
    审核日期: dayOf('reviewed', 'Reviewed on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(request), ...Object.keys(terms)),
    heading('审核'),
    facts('伦理审查', '合规审查', '风险管控', '审核意见', '审核结论', '审核日期'),
    sign('审核人', '成果转化部门负责人'),
    articles,
  ],
}

const published = (source: PaperSource<ActsState>) => latest(source.state, 'noticePublished')

/** Until when it is shown, as certified or as the law's own answer says. */
function until(source: PaperSource<ActsState>) {
  const notice = published(source)
  const lastShownOn = latest(source.state, 'noticeCertified')?.data.lastShownOn as never
  return endOf(source, notice && { on: notice.on, lastShownOn }, 'certifyNotice')
}

const notice: Paper<ActsState> = {
  id: 'use-first-notice',
  name: { zh: '先用后转公示', en: 'Notice' },
  act: 'noticePublished',
  action: 'publishNotice',
  fields: {
    ...about(matter),
    公示成果: carried('noticePublished', 'achievement'),
    研究团队: carried('noticePublished', 'team'),
    转化方式: carried('noticePublished', 'way', ways),
    合作主体: carried('noticePublished', 'counterparty'),
    使用领域: carried('noticePublished', 'field'),
    使用期届满日: carried('noticePublished', 'period'),
    使用期费用: carried('noticePublished', 'fee'),
    触发条件: carried('noticePublished', 'trigger'),
    价格或计价办法: priceIn('noticePublished'),
    收益分配办法: carried('noticePublished', 'distribution'),
    领导人员: list<ActsState>(
      'Leading persons',
      { 姓名: 'Name', 贡献情况: 'Contribution', 拟分配奖励: 'Intended reward', 占比: 'Share' },
      (source) =>
        published(source)?.data.leaders.map((one) => ({
          姓名: one.name,
          贡献情况: one.contribution,
          拟分配奖励: one.reward,
          占比: one.share,
        })),
    ),
    异议程序: carried('noticePublished', 'objectionProcedure'),
    受理部门: value(
      'Receiving department',
      (source) =>
        published(source)?.data.department ?? source.institution.noticeDepartment ?? undefined,
    ),
    公示开始日: dayOf('noticePublished', 'Published on'),
    公示截止日: value('Last day', (source) => onDay(until(source))),
    公示天数: value('Days shown', (source) => daysShown(published(source)?.on, until(source))),
    公示记录: value('Act of publication', (source) => actRef(source, 'noticePublished')),
  },
  layout: [
    text('现将“{事项名称}”（编号 {项目编号}）予以公示。公示自{公示开始日}起，至{公示截止日}止。'),
    facts('公示成果', '研究团队', '转化方式', '合作主体'),
    facts('使用领域', '使用期届满日', '使用期费用', '触发条件'),
    facts('价格或计价办法', '收益分配办法'),
    heading('担任领导职务的人员'),
    rows('领导人员'),
    text(
      '对公示内容有异议的，请在公示期内以真实姓名和书面形式提交{受理部门}。处理程序和办法：{异议程序}',
    ),
    seal('{公示开始日}'),
    articles,
  ],
}

const agreement: Paper<ActsState> = {
  id: 'use-first-agreement',
  name: { zh: '先用后转协议', en: 'Agreement' },
  act: 'signed',
  action: 'sign',
  fields: {
    ...about(matter),
    ...request,
    使用领域: carried('signed', 'field'),
    使用期届满日: carried('signed', 'period'),
    使用期费用: carried('signed', 'fee'),
    触发条件: carried('signed', 'trigger'),
    转化价格或办法: priceIn('signed'),
    约定保密: carried('signed', 'confidentiality'),
    约定数据和责任: carried('signed', 'liability'),
    约定退回义务: carried('signed', 'returns'),
    签订日期: dayOf('signed', 'Signed on'),
  },
  layout: [
    text('甲方：{单位名称}', 'left'),
    text('乙方：{申请企业}', 'left'),
    text('甲方同意乙方先行使用“{科技成果}”，双方约定如下。'),
    heading('一、使用'),
    facts('使用领域', '使用期届满日', '使用期费用'),
    heading('二、转化'),
    facts('先用后转方式', '触发条件', '转化价格或办法'),
    heading('三、协议载明事项核对'),
    facts('约定保密', '约定数据和责任', '约定退回义务'),
    sign('甲方（签字、盖章）', '乙方（签字、盖章）'),
    text('签订日期：{签订日期}', 'right'),
    articles,
  ],
}

const assessment: Paper<ActsState> = {
  id: 'use-first-assessment',
  name: { zh: '先用后转使用评估表', en: 'Assessment of the use' },
  act: 'assessed',
  fields: {
    ...about(matter),
    ...request,
    评估结论: carried('assessed', 'outcome', {
      converts: '转为正式转化',
      extends: '延长使用',
      ends: '结束使用',
    }),
    使用评估: carried('assessed', 'report'),
    评估日期: dayOf('assessed', 'Assessed on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(request)),
    facts('使用评估', '评估结论', '评估日期'),
    sign('评估人', '成果转化部门负责人'),
  ],
}

/** Its notice shows other fields than that of the other procedures; the papers after it are alike. */
const afterNotice = noticePapers(matter, {
  certifies: 'certifyNotice',
  content: {
    公示成果: carried('noticePublished', 'achievement'),
    合作主体: carried('noticePublished', 'counterparty'),
    价格或计价办法: priceIn('noticePublished'),
  },
}).filter(({ act }) => act !== 'noticePublished')

export const ofUseFirst: readonly Paper<ActsState>[] = [
  proposal,
  review,
  notice,
  ...afterNotice,
  ...decisionPapers(matter, { ...request, ...terms }, 'decide'),
  agreement,
  assessment,
  closingPaper(matter, request),
]
