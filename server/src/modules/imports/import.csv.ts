import { type Lang, timeInChina, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { ImportLineWire } from './import.wire.ts'

/** How imports stand, as sheets say it. */
export const importStateWords: Readonly<Record<ImportLineWire['state'], Words>> = {
  draft: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已导入', en: 'Imported' },
  discarded: { zh: '已放弃', en: 'Discarded' },
  undone: { zh: '已撤销', en: 'Taken back' },
}

/** The imports as a sheet, in one language. */
export function importColumns(lang: Lang): Column<ImportLineWire>[] {
  const { text, number } = columnsIn<ImportLineWire>(lang)
  const when = (at: string | null) => at && timeInChina(new Date(at))
  return [
    text('文件', 'File', ({ fileName }) => fileName),
    number('字节数', 'Bytes', ({ fileSize }) => fileSize),
    text('状态', 'State', ({ state }) => importStateWords[state][lang]),
    number('写入行数', 'Rows written', ({ written }) => written),
    text('上传人', 'Uploaded by', ({ uploadedByName }) => uploadedByName),
    text('上传时间（UTC+8）', 'Uploaded at (UTC+8)', ({ uploadedAt }) => when(uploadedAt)),
    text('办结人', 'Settled by', ({ settledByName }) => settledByName),
    text('办结时间（UTC+8）', 'Settled at (UTC+8)', ({ settledAt }) => when(settledAt)),
    text('撤销人', 'Taken back by', ({ undoneByName }) => undoneByName),
    text('撤销时间（UTC+8）', 'Taken back at (UTC+8)', ({ undoneAt }) => when(undoneAt)),
  ]
}
