import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { type Purpose, purposeWords } from './retained.ts'
import type { RetainedLineWire } from './retained.wire.ts'

/** A part of what was kept, for one purpose or for none that was said. */
export interface RetainedPart extends Omit<RetainedLineWire, 'parts' | 'keptFen'> {
  readonly purpose: Purpose | null
  readonly note: string | null
  readonly amountFen: string
}

/** Part by part, so that the column sums to what was kept. */
export function partsOf(lines: readonly RetainedLineWire[]): readonly RetainedPart[] {
  return lines.flatMap(({ parts, keptFen, ...line }): readonly RetainedPart[] => {
    const said = parts.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
    const rest = { purpose: null, note: null, amountFen: `${BigInt(keptFen) - said}` }
    const all = rest.amountFen === '0' ? parts : [...parts, rest]
    return all.map((part) => ({ ...line, ...part }))
  })
}

const unsaid = { zh: '未写明', en: 'Not said' } as const
const closed = { zh: '无权查看的项目', en: 'A case closed to you' } as const

/** What was kept as a sheet. */
export function retainedColumns(lang: Lang): readonly Column<RetainedPart>[] {
  const { text, day, money } = columnsIn<RetainedPart>(lang)
  return [
    day('发放日', 'Paid on', ({ on }) => on),
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    text('项目名称', 'Title', ({ title }) => title ?? closed[lang]),
    text('用途', 'Purpose', ({ purpose }) => (purpose ? purposeWords[purpose] : unsaid)[lang]),
    text('使用部门或说明', 'Department, or note', ({ note }) => note),
    money('留归单位', 'Kept by the institution', ({ amountFen }) => amountFen),
  ]
}
