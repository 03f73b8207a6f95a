import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { DeclarationState } from './interest.ts'
import type { InterestLineWire } from './interest.wire.ts'

export const stateWords: Readonly<Record<DeclarationState, Words>> = {
  none: { zh: '未申报', en: 'nothing on file' },
  expired: { zh: '已过期', en: 'expired' },
  valid: { zh: '有效', en: 'valid' },
}

/** Who declared what, as a sheet. */
export function interestColumns(lang: Lang): Column<InterestLineWire>[] {
  const { text, day } = columnsIn<InterestLineWire>(lang)
  return [
    text('姓名', 'Name', ({ person }) => person.name),
    text('部门', 'Department', ({ unit }) => unit),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    day('申报日', 'Declared on', ({ declaredOn }) => declaredOn),
    day('有效期至', 'Valid until', ({ validUntil }) => validUntil),
    text('申报的企业', 'Enterprises', ({ enterprises }) =>
      enterprises.join(lang === 'zh' ? '、' : '; '),
    ),
  ]
}
