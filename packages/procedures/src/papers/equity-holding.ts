// Papers of equity that came from an achievement: its entry on the list, what happens to it, its end.
import { parseRatio, percent } from '@yizhuan/kit'
import { actData } from '../equity-holding/acts.ts'
import { holdingsIn } from '../equity-holding/holdings.ts'
import type { ActsState } from '../procedure/acts-state.ts'
import { articles, facts, heading, list, type Paper, rows, seal, sign } from './paper.ts'
import { onDay } from './say.ts'
import { carriedBy } from './steps/carried.ts'
import { closingPaper } from './steps/decision-papers.ts'
import { about, type Matter } from './steps/notice-papers.ts'

const { latest, carried, dayOf } = carriedBy(actData)

const matter: Matter = {
  id: 'equity',
  name: { zh: '科技成果形成股权', en: 'Equity from an achievement' },
  subject: (state) => latest(state, 'holdingOpened')?.data.company,
}

const company = {
  被投资公司: carried('holdingOpened', 'company'),
  统一社会信用代码: carried('holdingOpened', 'creditCode'),
  投入的科技成果: carried('holdingOpened', 'achievement'),
  转化项目编号: carried('holdingOpened', 'transferCase'),
  登记日期: carried('holdingOpened', 'formedOn'),
  作价金额: carried('holdingOpened', 'value'),
} as const

const holders = {
  股东: list<ActsState>(
    'Holders now',
    { 名称: 'Name', 持股主体: 'Kind', 持股比例: 'Share', 自: 'Since' },
    ({ state }) => {
      const now = holdingsIn(state).at(-1)
      return now?.holders.map((one) => ({
        名称: one.name,
        持股主体: kinds[one.kind],
        持股比例: shareSaid(one.share),
        自: onDay(now.since),
      }))
    },
  ),
} as const

/** A fraction without an end in per cent is written as it is, with what it comes to. */
function shareSaid(share: string): string {
  return share.includes('/') ? `${share}（约${percent(parseRatio(share))}）` : share
}

const kinds = {
  institution: '医疗卫生机构',
  platform_company: '平台公司',
  contributor: '贡献人员',
  partner: '合作方',
} as const

const entry: Paper<ActsState> = {
  id: 'equity-entry',
  name: { zh: '科技成果形成股权单列清单登记表', en: 'Entry on the separate list of equity' },
  act: 'listed',
  action: 'formEquity',
  fields: {
    ...about(matter),
    ...company,
    ...holders,
    税收选择: carried('holdingOpened', 'taxOption', {
      tax_deferred: '递延纳税',
      at_once: '当期纳税',
      undecided: '尚未确定',
    }),
    产权登记证书号: carried('propertyRegistered', 'certificate'),
    单列清单编号: carried('listed', 'entry'),
    列单日期: dayOf('listed', 'Listed on'),
  },
  layout: [
    facts('项目编号', ...Object.keys(company)),
    heading('一、股东及持股比例'),
    rows('股东'),
    heading('二、登记'),
    facts('产权登记证书号', '税收选择', '单列清单编号', '列单日期'),
    sign('经办人', '资产管理部门', '财务部门'),
    articles,
  ],
}

const event: Paper<ActsState> = {
  id: 'equity-event',
  name: { zh: '股权事项决策表', en: 'Decision on the equity' },
  act: 'eventDecided',
  action: 'disposeEquity',
  fields: {
    ...about(matter),
    ...company,
    ...holders,
    股权事项: carried('eventDecided', 'matter', {
      transfer: '转让',
      free_allocation: '无偿划转',
      outward_investment: '对外投资',
      increase: '增资',
      reduction: '减持',
      exit: '退出',
      impairment: '减值',
      liquidation: '破产清算',
    }),
    主要内容: carried('eventDecided', 'terms'),
    办理主体: carried('eventDecided', 'handler', {
      institution: '本单位',
      health: '卫生健康主管部门',
      asset_department: '资产主管部门',
    }),
    评估机构: carried('appraised', 'agency'),
    评估值: carried('appraised', 'value'),
    评估有效期: carried('appraised', 'validUntil'),
    有书面记录: carried('eventDecided', 'minuted'),
    决定日期: dayOf('eventDecided', 'Decided on'),
  },
  layout: [
    heading('一、公司'),
    facts('项目编号', '被投资公司', '投入的科技成果', '作价金额'),
    rows('股东'),
    heading('二、事项'),
    facts('股权事项', '主要内容', '办理主体'),
    heading('三、评估'),
    facts('评估机构', '评估值', '评估有效期'),
    heading('四、决定'),
    facts('有书面记录', '决定日期'),
    sign('经办人', '资产管理部门', '单位负责人'),
    seal('{决定日期}'),
    articles,
  ],
}

export const ofEquityHolding: readonly Paper<ActsState>[] = [
  entry,
  event,
  closingPaper(matter, company),
]
