// Papers of the small procedures: one sheet with all that was done, made from their tables, and the end.
import { machines } from '../machines/machines.ts'
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
} as const

/** Register entries that a paper has no use for. */
const isInner = (field: string) => field.endsWith('Id')

function sheetOf(procedure: Procedure<ActsState>): readonly Paper<ActsState>[] {
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
    closingPaper(matter, {}),
  ]
}

export const ofMachines: Readonly<Record<string, readonly Paper<ActsState>[]>> = Object.fromEntries(
  machines.map((machine) => [machine.id, sheetOf(machine)]),
)
