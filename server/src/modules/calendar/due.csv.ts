import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import type { DueLine } from './due-line.ts'
import { countedWords, dueKindWords } from './say-due.ts'

const statusWords: Readonly<Record<DueLine['status'], Words>> = {
  overdue: { zh: '已逾期', en: 'Overdue' },
  today: { zh: '今日到期', en: 'Today' },
  soon: { zh: '临近', en: 'Soon' },
  open: { zh: '未到期', en: 'Open' },
  waiting: { zh: '等待中', en: 'Waiting' },
}

/** How the filters of the calendar are called in a sheet. */
export const dueFilterWords: FilterWords = {
  kind: { name: { zh: '类型', en: 'Kind' }, values: dueKindWords },
  person: { name: { zh: '待办人', en: 'Person' } },
  role: { name: { zh: '角色', en: 'Role' } },
  overdue: { name: { zh: '仅逾期', en: 'Only what is overdue' } },
  record: { name: { zh: '记录', en: 'Record' } },
}

/** What is due as a sheet, in one language. */
export function dueColumns(lang: Lang): Column<DueLine>[] {
  const { text, day, number } = columnsIn<DueLine>(lang)
  return [
    day('日期', 'Day', (line) => line.day),
    text('状态', 'Status', ({ status }) => statusWords[status][lang]),
    number('剩余天数', 'Days left', ({ daysLeft }) => daysLeft),
    text('类型', 'Kind', ({ kind }) => dueKindWords[kind][lang]),
    text('事项', 'Matter', ({ title }) => title[lang]),
    text('编号', 'Number', ({ record }) => record.number),
    text('名称', 'Title', ({ record }) => record.title),
    text('依据', 'Article', ({ article }) => article && `${article.source} ${article.label}`),
    text('计算', 'Counted', ({ counted }) => counted && countedWords(counted, lang)),
    text('待办人', 'Who', ({ who }) =>
      who.map(({ name }) => name).join(lang === 'zh' ? '、' : '; '),
    ),
  ]
}
