import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import { engagementWords } from './adviser.ts'
import type { AdviserWire } from './adviser.wire.ts'

const states = {
  coming: { zh: '未开始', en: 'Not begun' },
  current: { zh: '在聘', en: 'Engaged' },
  ended: { zh: '已届满', en: 'Ended' },
}

/** How the filters of the list are called in a sheet. */
export const adviserFilterWords: FilterWords = {
  state: { name: { zh: '状态', en: 'State' }, values: states },
}

/** People from outside as a sheet. */
export function adviserColumns(lang: Lang): Column<AdviserWire>[] {
  const { text, day } = columnsIn<AdviserWire>(lang)
  return [
    text('姓名', 'Name', ({ person }) => person.name),
    text('聘任方式', 'Engaged as', ({ kind }) => engagementWords[kind][lang]),
    text('原单位', 'Comes from', ({ home }) => home),
    text('部门', 'Department', ({ unit }) => unit),
    text('任务', 'Task', ({ task }) => task),
    day('开始日', 'From', ({ fromDay }) => fromDay),
    day('届满日', 'Until', ({ untilDay }) => untilDay),
    text('状态', 'State', ({ state }) => states[state][lang]),
  ]
}
