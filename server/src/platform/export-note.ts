import { type Lang, timeInChina, type Words } from '@yizhuan/kit'
import type { NoteLine } from './xlsx.ts'

/** How the filters of a list are called, and the values they take. */
export type FilterWords = Readonly<
  Record<string, { readonly name: Words; readonly values?: Readonly<Record<string, Words>> }>
>

/** Filters that are called the same in every list. */
const common: FilterWords = {
  q: { name: { zh: '搜索', en: 'Search' } },
  kind: { name: { zh: '类型', en: 'Kind' } },
  status: { name: { zh: '状态', en: 'Status' } },
  state: { name: { zh: '状态', en: 'State' } },
  department: { name: { zh: '科室', en: 'Department' } },
  mine: { name: { zh: '仅本人', en: 'Only mine' } },
  from: { name: { zh: '自', en: 'From' } },
  to: { name: { zh: '至', en: 'To' } },
  sort: { name: { zh: '排序', en: 'Order' } },
}

/** What an export was made of, by whom and when. */
export interface Told {
  readonly lang: Lang
  readonly list: Words
  readonly institution: string
  readonly person: string
  readonly at: Date
  readonly filter: object
  readonly words?: FilterWords
  readonly rows: number
  /** By the headings of amounts, in how many rows nothing stands: whoever adds them up gets no sum of all. */
  readonly blanks?: ReadonlyMap<string, number>
}

/** What stands beside an exported list, so that whoever gets the sheet knows what it is. */
export function noteOf({ lang, rows, words = {}, blanks, ...told }: Told): NoteLine[] {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  return [
    [say('清单', 'List'), told.list[lang]],
    [say('单位', 'Institution'), told.institution],
    [say('导出人', 'Exported by'), told.person],
    [say('导出时间', 'Exported at'), `${timeInChina(told.at)} (UTC+8)`],
    ...filterLines(told.filter, words, lang),
    [say('行数', 'Rows'), String(rows)],
    ...[...(blanks ?? [])].map(
      ([heading, count]): NoteLine => [
        say(`空白：${heading}`, `Blank: ${heading}`),
        say(
          `${count} 行没有金额；该列合计只含其余各行，不是全部。`,
          `${count} ${count === 1 ? 'row holds' : 'rows hold'} no amount; the column adds up the others only.`,
        ),
      ],
    ),
    [
      say('说明', 'Note'),
      say(
        '仅含导出人有权查看的内容；金额单位为元，编号为文本。',
        'Holds only what whoever exported it may read; amounts are in yuan, numbers of records are texts.',
      ),
    ],
  ]
}

/** What was asked for, filter by filter, in words. */
export function filterLines(filter: object, words: FilterWords, lang: Lang): NoteLine[] {
  const filters = Object.entries(filter).filter(([, value]) => value !== undefined)
  if (filters.length === 0) {
    return [lang === 'zh' ? ['筛选', '无：全部记录'] : ['Filter', 'None: every record']]
  }
  return filters.map(([key, value]) => filterLine(key, value, { ...common, ...words }, lang))
}

function filterLine(key: string, value: unknown, words: FilterWords, lang: Lang): NoteLine {
  const { name, values } = words[key] ?? {}
  const filter = lang === 'zh' ? '筛选：' : 'Filter: '
  return [`${filter}${name?.[lang] ?? key}`, values?.[String(value)]?.[lang] ?? shown(value, lang)]
}

function shown(value: unknown, lang: Lang): string {
  if (value === true) return lang === 'zh' ? '是' : 'yes'
  if (value === false) return lang === 'zh' ? '否' : 'no'
  return String(value)
}
