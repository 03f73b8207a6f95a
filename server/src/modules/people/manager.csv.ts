import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import type { ManagerWire } from './manager.wire.ts'

const states = {
  valid: { zh: '证书有效', en: 'Certified' },
  expired: { zh: '证书已过期', en: 'Certificate ended' },
  none: { zh: '无证书', en: 'No certificate' },
}

/** How the filters of the list are called in a sheet. */
export const managerFilterWords: FilterWords = {
  state: { name: { zh: '证书状态', en: 'Certificate' }, values: states },
}

/** Technology managers as a sheet. */
export function managerColumns(lang: Lang): Column<ManagerWire>[] {
  const { text, day } = columnsIn<ManagerWire>(lang)
  const joined = (some: readonly string[]) => some.join(lang === 'zh' ? '、' : '; ')
  return [
    text('姓名', 'Name', ({ name }) => name),
    text('部门', 'Department', ({ unit }) => unit),
    text('转化岗位', 'Posts of transfer', ({ posts }) => joined(posts)),
    text('证书状态', 'Certificate', ({ state }) => states[state][lang]),
    day('有效期至', 'Valid until', ({ validUntil }) => validUntil),
    text('培训学时', 'Hours of training', ({ hours }) => String(hours)),
    text('本年学时', 'Hours this year', ({ hoursThisYear }) => String(hoursThisYear)),
    text('培训与证书', 'Training and certificates', ({ credentials }) =>
      joined(credentials.map(({ title }) => title)),
    ),
  ]
}
