import { type Lang, timeInChina, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LetterLineWire } from './letter.wire.ts'

const stateWords: Readonly<Record<LetterLineWire['state'], Words>> = {
  waiting: { zh: '待归档', en: 'Waiting' },
  filed: { zh: '已归档', en: 'Filed' },
  drafted: { zh: '已用于成果披露', en: 'Disclosure begun' },
  aside: { zh: '无须归档', en: 'Nothing to file' },
}

/** The list of mail as a sheet, in one language. */
export function letterColumns(lang: Lang): Column<LetterLineWire>[] {
  const { text, number } = columnsIn<LetterLineWire>(lang)
  return [
    text('主题', 'Subject', ({ subject }) => subject),
    text('发件人', 'From', ({ from }) => from),
    text('发送时间', 'Sent', ({ sentAt }) => sentAt && timeInChina(sentAt)),
    number('附件数', 'Files', ({ files }) => files),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    text('导入人', 'Brought by', ({ broughtBy }) => broughtBy),
    text('导入时间', 'Brought', ({ broughtAt }) => timeInChina(broughtAt)),
  ]
}
