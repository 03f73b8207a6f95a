import type { Lang } from '@yizhuan/kit'
import { labelOf, STATUS_WORDS } from '@yizhuan/law'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { ListExport } from '../../platform/export.ts'
import type { CellWire, CompareAllWire, CompareRowWire } from './compare.wire.ts'

type Row = CompareRowWire & { readonly number: string; readonly name: string }

/** Every difference of every case as a list: a line a topic. */
export function differenceList(
  all: CompareAllWire,
): Pick<ListExport<object, Row>, 'columns' | 'lines' | 'name'> {
  return {
    name: { zh: '规则比较', en: 'comparison of rules' },
    columns: (lang) => columnsOf(all, lang),
    lines: async () =>
      all.items.flatMap(({ number, title, rows }) =>
        rows.map((row) => ({ ...row, number, name: title })),
      ),
  }
}

function columnsOf({ before, after }: CompareAllWire, lang: Lang): readonly Column<Row>[] {
  const lapsed = { before: lapsedText(before, lang), after: lapsedText(after, lang) }
  const { text } = columnsIn<Row>(lang)
  const sides = (zh: string, en: string, value: (cell: CellWire | null) => string | null) => [
    text(`甲方案：${zh}`, `A: ${en}`, ({ before }) => value(before)),
    text(`乙方案：${zh}`, `B: ${en}`, ({ after }) => value(after)),
  ]
  return [
    text('项目编号', 'Case', ({ number }) => number),
    text('项目名称', 'Title', ({ name }) => name),
    text('事项', 'Topic', ({ before, after }) => (after ?? before)?.title[lang]),
    ...sides('结论', 'finding', (cell) => statusText(cell, lang)),
    ...sides('依据', 'article', (cell) =>
      cell?.cite ? `${cell.cite.source} ${labelOf(cell.cite.at)[lang]}` : null,
    ),
    ...sides('数值', 'numbers', (cell) =>
      (cell?.values ?? [])
        .map(({ label, value }) => `${label[lang]} ${value[lang]}`)
        .join(lang === 'zh' ? '；' : '; '),
    ),
    ...sides('截止日', 'last day', (cell) => cell?.due ?? null),
    ...sides('草案', 'draft', (cell) =>
      cell?.isDraft ? (lang === 'zh' ? '草案，仅供参考' : 'draft, advice only') : null,
    ),
    text('甲方案：不在有效期的规定', 'A: laws not in force', () => lapsed.before),
    text('乙方案：不在有效期的规定', 'B: laws not in force', () => lapsed.after),
  ]
}

function statusText(cell: CellWire | null, lang: Lang): string {
  if (cell === null) return lang === 'zh' ? '没有这项规定' : 'no such rule'
  return STATUS_WORDS[cell.status as keyof typeof STATUS_WORDS]?.[lang] ?? cell.status
}

/** The laws that are not in force on the day of a side, by name and day. */
function lapsedText({ lapses }: CompareAllWire['before'], lang: Lang): string | null {
  const words = lapses.map(({ title, when, day }) =>
    lang === 'zh'
      ? `《${title.zh}》自 ${day} 起${when === 'after' ? '不再有效' : '才施行'}`
      : `${title.en}: ${when === 'after' ? 'no longer' : 'only'} in force from ${day}`,
  )
  return words.length > 0 ? words.join(lang === 'zh' ? '；' : '; ') : null
}
