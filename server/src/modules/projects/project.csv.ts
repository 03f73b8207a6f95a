import { type Lang, timeInChina } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { workloadLists } from '../policies/index.ts'
import type { StoredEntry } from './project.queries.ts'
import type { ProjectLineWire } from './project.wire.ts'

/** The register of projects as a sheet. */
export function projectColumns(lang: Lang): readonly Column<ProjectLineWire>[] {
  const { text, day, number, money } = columnsIn<ProjectLineWire>(lang)
  return [
    text('项目编号', 'Number', ({ number: given }) => given),
    text('项目名称', 'Title', ({ title }) => title),
    text('负责人', 'Leader', ({ leader }) => leader),
    day('开始', 'From', ({ fromDay }) => fromDay),
    day('结束', 'To', ({ toDay }) => toDay),
    money('经费', 'Funding', ({ amountFen }) => amountFen),
    number('金额未知的经费来源', 'Sources of unknown amount', ({ amountUnknown }) => amountUnknown),
    number('参与人', 'People', ({ people }) => people),
    number('记录', 'Entries', ({ entries }) => entries),
  ]
}

const answerWords = {
  confirmed: { zh: '已确认', en: 'Confirmed' },
  disputed: { zh: '有异议', en: 'Disputed' },
} as const

/** The whole proof of work of a project as a sheet, corrected entries among it. */
export function entryColumns(lang: Lang): readonly Column<StoredEntry>[] {
  const { text, day } = columnsIn<StoredEntry>(lang)
  const kinds = new Map(workloadLists().entries.map(({ code, label }) => [code, label[lang]]))
  return [
    day('日期', 'Day', ({ onDay }) => onDay),
    text('人员', 'Person', ({ personName }) => personName),
    text('事项', 'Kind', ({ kind }) => kinds.get(kind) ?? kind),
    text('内容', 'Words', ({ words }) => words),
    text('占比', 'Share', ({ share }) => share),
    text('记录人', 'Said by', ({ madeName }) => madeName),
    text('记录时间', 'Said at', ({ madeAt }) => timeInChina(madeAt)),
    text('本人意见', 'Own word', ({ answer }) => answer && answerWords[answer][lang]),
    text('意见说明', 'In words', ({ answerWords: said }) => said),
    text('更正', 'Correction', ({ corrects, correctedBy }) =>
      [
        corrects && (lang === 'zh' ? '更正前一条' : 'corrects an earlier one'),
        correctedBy && (lang === 'zh' ? '已被更正' : 'was corrected'),
      ]
        .filter(Boolean)
        .join(lang === 'zh' ? '；' : '; '),
    ),
    text('记录编号', 'Entry', ({ id }) => id),
    text('指纹', 'Fingerprint', ({ digest }) => digest),
  ]
}
