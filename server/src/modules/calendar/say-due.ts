// A due in sentences, as calendars, mails and groups read them.
import { type Day, type Lang, type Words, weekday } from '@yizhuan/kit'
import type { CountedDay, DueKind } from '../../platform/dues.ts'
import type { DueLine } from './due-line.ts'

/** The names of the kinds of dues. */
export const dueKindWords: Readonly<Record<DueKind, Words>> = {
  deadline: { zh: '期限', en: 'Deadline' },
  opening: { zh: '可办理', en: 'Possible from' },
  notice: { zh: '公示', en: 'Notice' },
  term: { zh: '合同', en: 'Contract' },
}

const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** A day with its weekday, as in 2026-03-20（周五）. */
export function dayWords(day: string, lang: Lang): string {
  const name = weekdays[lang][weekday(day as Day) - 1] ?? ''
  return lang === 'zh' ? `${day}（${name}）` : `${day} (${name})`
}

/** From what day it was counted, and where rest days moved it. */
export function countedWords(counted: CountedDay, lang: Lang): string {
  const { from, last, ends, unit, length, calendarMissing } = counted
  const zh = lang === 'zh'
  const units = {
    days: zh ? '日' : 'days',
    workdays: zh ? '个工作日' : 'working days',
    months: zh ? '个月' : 'months',
    years: zh ? '年' : 'years',
  }
  const sentences = [
    zh
      ? `自 ${dayWords(from, lang)}次日起算 ${length} ${units[unit]}`
      : `Counted ${length} ${units[unit]} from the day after ${dayWords(from, lang)}`,
  ]
  if (last !== ends) {
    sentences.push(
      zh
        ? `最后一日 ${dayWords(last, lang)}为休息日，顺延至 ${dayWords(ends, lang)}`
        : `The last day, ${dayWords(last, lang)}, is a rest day: moved to ${dayWords(ends, lang)}`,
    )
  }
  for (const year of calendarMissing) {
    sentences.push(
      zh
        ? `${year} 年放假安排尚未公布，暂按周末休息计算`
        : `The rest days of ${year} are not announced yet: only weekends are counted as rest`,
    )
  }
  return sentences.join(zh ? '；' : '. ')
}

/** What is due in one line: the act, and the number of the record. */
export function dueWords({ title, record }: DueLine, lang: Lang): string {
  return [title[lang], record.number].filter(Boolean).join(' · ')
}

/** Where the record is opened; a case at the form of the act, where somebody acts. */
export function pathOf({ record, act }: Pick<DueLine, 'record' | 'act'>): string {
  if (record.kind === 'person') return `/people/${record.id}`
  if (record.kind !== 'case') return `/${record.kind}s/${record.id}`
  return `/cases/${record.id}${act === null ? '' : `?act=${act}`}`
}
