// Papers of procedures that have none of their own: one sheet with all that was done, made from their
// acts, and the closing report.
import type { ActsState } from '../procedure/acts-state.ts'
import { endingData } from '../procedure/ending-steps.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { articles, type Block, facts, heading, type Paper, sign, value } from './paper.ts'
import { onDay } from './say.ts'
import { labelOf, type Schema, written } from './steps/carried.ts'
import { closingPaper } from './steps/decision-papers.ts'
import { about, type Matter } from './steps/notice-papers.ts'

const codes = {
  province: '省内',
  partner_province: '对口合作和支援省市',
  hong_kong_macao: '香港、澳门',
  belt_road: '一带一路国家和地区',
  by_supplier: '调出方',
  by_receiver: '调入方',
  empowerment: '赋权',
  separate_list: '单列管理',
  diligence_exemption: '尽职免责',
  income_distribution: '收益分配',
  founding: '科研人员创业',
  appointed: '聘任',
  not_appointed: '未聘任',
  item_granted: '同意设立',
  item_refused: '不同意设立',
  patent: '专利',
  other_right: '其他知识产权',
  achievement: '科技成果',
  licence: '许可',
  open_licence: '开放许可',
  trust: '托管',
  manager_pays: '托管方支付',
  institution_pays: '本单位支付',
  payer_unsaid: '未约定',
  abandon: '放弃',
  keep: '保留',
  public: '财政资金',
  enterprise: '企事业单位资金',
  own: '本单位自有资金',
  unrenewed: '未续展',
  transferred: '已转让',
  abandoned: '已放弃',
  invalidated: '宣告无效',
  term_ended: '期限届满',
  expense: '计入当期费用',
  collect: '先归集',
  capitalise: '确认为无形资产',
  capitalise_fees: '仅取得费用确认为无形资产',
  derecognise: '终止确认',
  write_off: '核销',
} as const

/** Register entries that a paper has no use for. */
const isInner = (field: string) =>
  field.endsWith('Id') || field === 'pilotUnit' || field === 'optedIn'

/** The sheet and the closing report of a procedure made of steps. */
export function sheetsOf(procedure: Procedure<ActsState>): readonly Paper<ActsState>[] {
  const matter: Matter = {
    id: procedure.id,
    name: procedure.label,
    subject: (state) => procedure.line(state).title,
  }
  const fields: Record<string, Paper<ActsState>['fields'][string]> = {}
  const layout: Block[] = [facts('项目编号', '事项名称')]
  for (const [type, { label, data }] of Object.entries(procedure.acts)) {
    if (Object.hasOwn(endingData, type)) continue
    const names: string[] = []
    const add = (
      name: string,
      en: string,
      say: (data: Record<string, unknown>, on: string) => string | undefined,
    ) => {
      const whole = Object.hasOwn(fields, name) ? `${label.zh}：${name}` : name
      fields[whole] = value(en, ({ state }) => {
        const act = state.acts[type]?.at(-1)
        return act ? (say(act.data, act.on) ?? '—') : '尚未办理'
      })
      names.push(whole)
    }
    for (const [field, schema] of Object.entries(data.shape as Record<string, Schema>)) {
      if (field === 'title' || isInner(field)) continue
      add(labelOf(schema, 'zh'), labelOf(schema, 'en'), (given) =>
        written(given[field], schema, codes),
      )
    }
    add(`${label.zh}日期`, `${label.en}: day`, (_given, on) => onDay(on))
    layout.push(heading(label.zh), facts(...names))
  }
  return [
    {
      id: `${procedure.id}-sheet`,
      name: { zh: `${procedure.label.zh}办理表`, en: `${procedure.label.en}: sheet` },
      act: procedure.opening,
      fields: { ...about(matter), ...fields },
      layout: [...layout, sign('经办人', '部门负责人'), articles],
    },
    ...(Object.hasOwn(procedure.acts, 'closed') ? [closingPaper(matter, {})] : []),
  ]
}
