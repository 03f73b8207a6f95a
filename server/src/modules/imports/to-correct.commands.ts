import type { ReadStream } from 'node:fs'
import { accept, type Lang, type Outcome, refuse } from '@yizhuan/kit'
import { isPersonal, type TableName } from '@yizhuan/ledger'
import { csvLine } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { noteExport } from '../../platform/export.ts'
import { frugally } from '../../platform/frugal.ts'
import { spooled } from '../../platform/spool.ts'
import { inThread, ThreadExhausted, threadFile } from '../../platform/thread.ts'
import { type GridSheet, writeGrids } from '../../platform/xlsx-grid.ts'
import { isZip } from '../../platform/zip.ts'
import { columnsRead } from './columns-read.ts'
import { fold } from './decision.ts'
import {
  againstTables,
  type ImportDesk,
  type Importer,
  type ImportRefusals,
  unsealed,
} from './import.commands.ts'
import { contentOf, decisionsOf, importRow } from './import.queries.ts'
import { readingLimits } from './read-workbook.ts'
import { rowsToCorrect } from './to-correct.queries.ts'
import { type Asked, sheetsToCorrect } from './to-correct.ts'
import { tooHeavy } from './workbook.refusals.ts'

/** Why there is no file of rows to correct. */
export interface CorrectRefusals
  extends Pick<ImportRefusals, 'no-such-import' | 'import-not-yours'> {
  'nothing-to-correct': Record<string, never>
  'relatives-named': Record<string, never>
  'correct-in-workbook': Record<string, never>
}

/** The file and what it is called. */
export interface ToCorrect {
  readonly name: string
  readonly content: ReadStream
}

/** The column of remarks by language. */
const headings = {
  zh: '待更正的问题（更正后原样上传即可）',
  en: 'To be corrected (upload this file again afterwards)',
} as const

/**
 * Makes the file of the rows that an import leaves out, as they stand in the ledger, with what is wrong
 * with each. That it was taken is noted, as of every list: it holds what the ledger says of people.
 *
 * @throws {InputError} when the ledger can no longer be read.
 */
export async function takeToCorrect(
  desk: ImportDesk & { readonly dataFolder: string },
  by: Importer,
  id: string,
  { lang, format }: { readonly lang: Lang; readonly format: 'xlsx' | 'csv' },
): Promise<Outcome<ToCorrect, CorrectRefusals>> {
  const { db, keys, clock } = desk
  const found = await asReader(db, by, async (tx) => {
    const draft = await importRow(tx, by.institution, id)
    const content = await contentOf(tx, by.institution, id)
    const decided = fold(await decisionsOf(tx, keys, by.institution, id))
    return { draft, content, decided, rows: await rowsToCorrect(tx, by.institution, id, lang) }
  })
  const { draft, content, decided, rows } = found
  if (!draft || !content) return refuse('no-such-import', {})
  const no = againstTables(by, draft.counts)
  if (no) return no
  // The file names relatives in clear: who opens such a name elsewhere says what for.
  const hasRelatives = draft.counts.tables.some(({ table }) => table === 'interests')
  const isTheirs = draft.uploadedBy === by.person || by.roles.includes('discipline')
  if (hasRelatives && !isTheirs) return refuse('relatives-named', {})
  if (!content.contentSealed || rows.length === 0) return refuse('nothing-to-correct', {})
  const { fileName: name, mapping } = draft
  const bytes = await unsealed(keys, id, content.contentSealed)
  if (format === 'csv' && isZip(bytes)) return refuse('correct-in-workbook', {})
  const { tables, ignoredSheets } = mapping
  const sheets = await picked({
    ...{ name, bytes, corrections: decided.corrections, rows },
    tables: tables.map((table) => ({
      ...table,
      ...(isPersonal(table.table as TableName) && { only: columnsRead(table) }),
    })),
    lists: ignoredSheets.filter(({ why }) => why === 'lists').map((sheet) => sheet.name),
    heading: headings[lang],
    headings: Object.values(headings),
  })
  const file = await spooled(desk.dataFolder, async (out) => {
    if (format === 'xlsx') await writeGrids(out, sheets)
    else out.write(csvOf(sheets))
    const list = { zh: '待更正的台账', en: 'ledger rows to correct' }
    const told = { list, format, filter: { import: id }, rows: rows.length, isPersonal: true }
    await asCaller(db, by, (tx) => noteExport(tx, clock.now(), by, told))
  })
  const title = name.replace(/\.[^.]*$/, '')
  return accept({ name: `${title}-${lang === 'zh' ? '待更正' : 'to-correct'}`, content: file })
}

function picked(asked: Asked): Promise<readonly GridSheet[]> {
  return frugally(async () => {
    const file = threadFile(import.meta.url, 'to-correct.thread')
    if (!file) return sheetsToCorrect(asked)
    try {
      return await inThread<readonly GridSheet[]>(file, asked, readingLimits)
    } catch (error) {
      throw error instanceof ThreadExhausted ? tooHeavy() : error
    }
  })
}

/** A text has one sheet, and no formats. */
function csvOf([sheet]: readonly GridSheet[]): string {
  const rows = sheet?.rows ?? []
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => ({
    heading: '',
    value: (row: (typeof rows)[number]) => row[at]?.text,
  }))
  return `\uFEFF${rows.map((row) => csvLine(columns, row)).join('')}`
}
