// What papers of an empowerment have in common, whether ownership or long-term use is given.
import { ownershipData, useData } from '../../empowerment/acts.ts'
import type { ActsState } from '../../procedure/acts-state.ts'
import { facts, heading, list, type Paper, rows, sign, text, value } from '../paper.ts'
import { figure, onDay, said, yesNo } from '../say.ts'
import { carriedBy } from '../steps/carried.ts'
import { about, type Matter, titled } from '../steps/notice-papers.ts'

type Prepared = typeof ownershipData.ownershipPrepared
export const owning = carriedBy(ownershipData)
export const using = carriedBy(useData)

/** What is the same whether ownership or long-term use is given. */
export function shared(matter: Matter, opening: 'ownershipPrepared' | 'usePrepared') {
  const { latest, carried } = carriedBy({
    ...ownershipData,
    ownershipPrepared: ownershipData.ownershipPrepared,
    usePrepared: useData.usePrepared as Prepared,
  })
  const subject = {
    科技成果: carried(opening, 'achievement'),
    知识产权: carried(opening, 'right'),
    权利届满日: carried(opening, 'rightEndsOn'),
    团队代表: carried(opening, 'representative'),
  } as const
  const team = {
    完成人团队: list<ActsState>(
      'Team',
      {
        姓名: 'Name',
        担任领导职务: 'Holds a leading post',
        团队内比例: 'Share',
        本人签字: 'Signature',
      },
      ({ state }) =>
        latest(state, opening)?.data.team.map((one) => ({
          姓名: one.name,
          担任领导职务: one.isChief ? '是（正职）' : yesNo(one.holdsLeadingPost),
          团队内比例: one.share,
          本人签字: '　',
        })),
    ),
    书面约定: carried(opening, 'agreedInWriting'),
  } as const
  const shares = {
    完成人净收入比例: carried('applied', 'incomeShare'),
    完成人股权奖励比例: carried('applied', 'equityShare'),
    单位转化权益: carried('applied', 'unitInterest'),
  } as const
  const clauses = {
    约定条款: list<ActsState>(
      'What the agreement settles',
      { 条款: 'Clause', 协议载明: 'Stated' },
      ({ state }) => {
        const agreed = latest(state, 'agreed')?.data
        if (!agreed) return undefined
        const is = (stated: boolean) => (stated ? '已载明' : '未载明')
        return [
          { 条款: '收益分配', 协议载明: is(agreed.statesIncome) },
          { 条款: '转化决策机制', 协议载明: is(agreed.statesDecision) },
          { 条款: '转化费用分担', 协议载明: is(agreed.statesCosts) },
          { 条款: '知识产权维持费用', 协议载明: is(agreed.statesUpkeep) },
          { 条款: '各方权利义务', 协议载明: is(agreed.statesDuties) },
        ]
      },
    ),
  } as const
  const screening: Paper<ActsState> = {
    id: `${matter.id}-screening`,
    name: titled(matter, '筛查表', 'screening form'),
    act: 'screened',
    fields: {
      ...about(matter),
      ...subject,
      涉及国家秘密: value('State secret', ({ state }) =>
        said('flag', latest(state, 'screened')?.data.stateSecret),
      ),
      涉及国家安全: value('National security', ({ state }) =>
        said('flag', latest(state, 'screened')?.data.nationalSecurity),
      ),
      涉及关键核心技术: value('Key core technology', ({ state }) =>
        said('flag', latest(state, 'screened')?.data.keyTechnology),
      ),
      权属已登记清晰: carried('screened', 'titleRegistered'),
      权属有争议: carried('screened', 'titleDisputed'),
      应用前景明朗: carried('screened', 'prospectClear'),
      承接对象明确: carried('screened', 'recipientKnown'),
      转化意愿强烈: carried('screened', 'willStrong'),
      伦理审查: value('Ethics review', ({ state }) =>
        said('check', latest(state, 'screened')?.data.ethics),
      ),
      负面清单行为: carried('screened', 'conduct'),
      筛查人: owning.byOf('screened', 'Screened by'),
      筛查日期: owning.dayOf('screened', 'Screened on'),
    },
    layout: [
      facts('项目编号', '事项名称', ...Object.keys(subject)),
      heading('一、不予赋权的情形'),
      facts(
        '涉及国家秘密',
        '涉及国家安全',
        '涉及关键核心技术',
        '权属有争议',
        '伦理审查',
        '负面清单行为',
      ),
      heading('二、赋权条件'),
      facts('权属已登记清晰', '应用前景明朗', '承接对象明确', '转化意愿强烈'),
      facts('筛查人', '筛查日期'),
      sign('筛查人', '保密工作机构负责人'),
    ],
  }
  return { subject, team, shares, clauses, screening }
}

/** What came in, as it was reported. */
export const income = (matter: Matter, carrying: typeof owning): Paper<ActsState> => ({
  id: `${matter.id}-income`,
  name: titled(matter, '转化收益报告', 'report of income'),
  act: 'incomeReported',
  fields: {
    ...about(matter),
    收益记录: list<ActsState>(
      'Income',
      {
        期间: 'Period',
        '转化收益（元）': 'Income',
        '单位所得（元）': 'Part of the institution',
        报告日期: 'Day',
      },
      ({ state }) =>
        carrying.all(state, 'incomeReported').map(({ on, data }) => ({
          期间: data.period,
          '转化收益（元）': figure(data.income),
          '单位所得（元）': figure(data.unitPart) ?? '—',
          报告日期: onDay(on),
        })),
    ),
    转化进展: carrying.carried('incomeReported', 'progress'),
  },
  layout: [
    facts('项目编号', '事项名称'),
    heading('一、收益'),
    rows('收益记录'),
    heading('二、进展'),
    text('{转化进展}'),
    sign('团队代表', '成果转化部门负责人'),
  ],
})
