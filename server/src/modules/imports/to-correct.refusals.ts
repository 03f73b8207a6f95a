import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import { toProblem } from './import.refusals.ts'
import type { CorrectRefusals } from './to-correct.commands.ts'

/** What a person reads where there is no file of rows to correct. */
export function toCorrectProblem(refusal: Refusal<CorrectRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-import':
      return notFound({ zh: '没有这次导入。', en: 'There is no such import.' })
    case 'nothing-to-correct':
      return conflict('nothing-to-correct', {
        zh: '这次导入没有待更正的行，或者原文件已不再保存。',
        en: 'This import has no row to be corrected, or its file is no longer kept.',
      })
    case 'correct-in-workbook':
      return conflict('correct-in-workbook', {
        zh: '原文件是 Excel 工作簿，请下载 .xlsx 更正，以免丢失日期和百分比的格式。',
        en: 'The ledger is an Excel workbook: take the .xlsx, which keeps dates and percentages.',
      })
    case 'relatives-named':
      return forbidden({
        zh: '这份文件写有亲属姓名，只供上传的人和纪检人员下载。',
        en: 'This file names relatives: whoever uploaded it takes it, or somebody of discipline.',
      })
    default:
      return toProblem(refusal)
  }
}

/** The public pages of these refusals. */
export const correctProblems: ProblemPages = {
  'nothing-to-correct': {
    status: 409,
    title: { zh: '没有待更正的行', en: 'Nothing to correct' },
    meaning: {
      zh: '这次导入的行都已处理，或者导入已放弃、撤销，或确认已久，原文件不再保存。',
      en: 'Every row is settled; or the import was discarded, taken back or confirmed long ago.',
    },
    todo: { zh: '需要时重新上传台账。', en: 'Upload the ledger again if need be.' },
  },
  'correct-in-workbook': {
    status: 409,
    title: { zh: '请下载 Excel 工作簿', en: 'Take the Excel workbook' },
    meaning: {
      zh: '从 Excel 工作簿读入的台账只以工作簿交回更正，格式不丢失。',
      en: 'A ledger read from an Excel workbook goes back as one, with its formats.',
    },
    todo: { zh: '改为下载 .xlsx。', en: 'Download the .xlsx instead.' },
  },
}
