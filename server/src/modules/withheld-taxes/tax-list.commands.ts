import { buffer } from 'node:stream/consumers'
import { type Words, yuanText } from '@yizhuan/kit'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import type { Context } from '../../platform/module.ts'
import { badField } from '../../platform/problem.ts'
import type { FileRef } from '../cases/index.ts'
import { type PlainSheet, readPlainRows } from '../imports/index.ts'
import {
  lateFaults,
  noteLateTax,
  noteWithheld,
  taxWords,
  toPayoutProblem,
  unsentFaults,
} from '../payouts/index.ts'
import { type ListLine, listLines, type ReadList } from './tax-list.ts'
import type { TaxListPreviewWire } from './tax-list.wire.ts'

// The payroll's list of what it withheld: looked at first, line by line, and then taken by one act. The act reads
// the file once more: what somebody looked at decides nothing.

/** A list and which batch it is of; whether its payments are through. */
export interface TaxList {
  readonly batch: string
  readonly file: FileRef
  readonly isLate: boolean
}

const mostShown = 200

/** What taking a list would come to, and every line that does not fit. */
export async function previewTaxList(
  context: Context,
  caller: Caller,
  list: TaxList,
): Promise<TaxListPreviewWire> {
  const found = await linesOf(context, caller, list.file)
  const { lines, faults } = await asReader(context.db, caller, (tx) =>
    lookedAt(tx, caller, list, found),
  )
  const sum = lines.reduce((all, { withheldFen }) => all + BigInt(withheldFen ?? 0), 0n)
  return {
    lines: lines.length,
    sumFen: `${sum}`,
    faulty: faults.length,
    faults: faults.slice(0, mostShown).map(({ line, fault }) => ({
      ...{ sheet: line.sheet, row: line.row, reference: line.reference, typed: line.typed },
      fault: { ...fault },
    })),
  }
}

/** Takes a list, whole or not at all. */
export async function takeTaxList(
  context: Context,
  caller: Caller,
  { document, ...list }: TaxList & { readonly document: string },
): Promise<{ lines: number }> {
  const found = await linesOf(context, caller, list.file)
  return asCaller(context.db, caller, async (tx) => {
    const { lines, faults } = await lookedAt(tx, caller, list, found)
    const [first] = faults
    if (first) throw unfit(first.line, first.fault)
    const told = lines.map(({ reference, withheldFen }) => ({
      ...{ reference, withheldFen: withheldFen ?? '0' },
    }))
    const note = list.isLate ? noteLateTax : noteWithheld
    const by = { document, lines: told }
    const outcome = await note(tx, context.clock, caller, list.batch, by)
    if (outcome.kind === 'refused') throw toPayoutProblem(outcome.refusal)
    return outcome.value
  })
}

/** The sheets of a file that was stored before. @throws {Problem} where it was not. */
export async function sheetsOf(
  { db, files }: Context,
  caller: Caller,
  { name, sha256, size }: FileRef,
): Promise<readonly PlainSheet[]> {
  const [stored] = await asReader(db, caller, (tx) => storedFiles(tx, caller.institution, [sha256]))
  const content = stored?.size === size ? await files.read(sha256) : undefined
  if (!content) throw notStored(name)
  return readPlainRows({ name, bytes: await buffer(content) })
}

/** The lines of a file. @throws {Problem} where it was not stored, or holds no such list. */
async function linesOf(context: Context, caller: Caller, file: FileRef): Promise<ReadList> {
  const sheets = await sheetsOf(context, caller, file)
  const found = listLines(sheets)
  if (!found) throw noColumns(sheets.map((sheet) => sheet.name))
  if (found.lines.length === 0) throw noLines()
  return found
}

interface LineFault {
  readonly line: ListLine
  readonly fault: Words
}

interface LookedAt {
  readonly lines: readonly ListLine[]
  readonly faults: readonly LineFault[]
}

/**
 * The lines that tell something, and every line that does not fit, in the order of the file. What repeats the
 * record is passed over beside what is new: the list goes out with what is known in it.
 */
async function lookedAt(
  tx: Tx,
  { institution }: Caller,
  { batch, isLate }: TaxList,
  { lines, wrongSums }: ReadList,
): Promise<LookedAt> {
  // What is no amount is looked at as nought, so that its other faults are found as well.
  const told = lines.map(({ reference, withheldFen }) => ({
    ...{ reference, withheldFen: withheldFen ?? '0' },
  }))
  const find = isLate ? lateFaults : unsentFaults
  const found = new Map(
    (await find(tx, institution, batch, told)).map(({ at, fault }) => [at, fault]),
  )
  const faultAt = (line: ListLine, at: number) =>
    line.withheldFen === null ? 'no-amount' : found.get(at)
  const isNews = (line: ListLine, at: number) => faultAt(line, at) !== 'unchanged'
  const isAnyNew = lines.some(isNews)
  const faults = lines.flatMap((line, at): LineFault[] => {
    const fault = faultAt(line, at)
    const isPassedOver = fault === undefined || (isAnyNew && !isNews(line, at))
    return isPassedOver ? [] : [{ line, fault: wordsOf(fault) }]
  })
  // Of lines that are no amounts there is no sum to compare.
  const isSummed = lines.every(({ withheldFen }) => withheldFen !== null)
  const sums = wrongSums.map((line) => ({ line, fault: wrongSum(line.linesFen) }))
  return {
    lines: isAnyNew ? lines.filter(isNews) : lines,
    faults: isSummed ? [...faults, ...sums] : faults,
  }
}

const wrongSum = (fen: string): Words => ({
  zh: `合计行与明细不符：以上各行税额合计 ${yuanText(BigInt(fen))} 元。`,
  en: `the row of sums differs from the lines: those above it come to ${yuanText(BigInt(fen))} yuan.`,
})

const wordsOf = (fault: string): Words =>
  fault === 'no-amount'
    ? {
        zh: '税额不是数字：以元填写，最多两位小数。',
        en: 'the tax is no number: yuan with two decimals at most.',
      }
    : (taxWords[fault] ?? { zh: fault, en: fault })

const unfit = ({ sheet, row, reference }: ListLine, { zh, en }: Words) =>
  badField('#/file', 'tax-list-unfit', {
    zh: `${sheet === null ? '' : `工作表“${sheet}”`}第 ${row} 行（${reference}）不符：${zh}没有登记任何一行。`,
    en: `${sheet === null ? 'Row' : `Sheet “${sheet}”, row`} ${row} (${reference}) does not fit: ${en} No line was taken.`,
  })

const notStored = (name: string) =>
  badField('#/file', 'stored-before', {
    zh: `文件“${name}”尚未上传，或与上传的不一致。`,
    en: `The file “${name}” was not uploaded, or differs from what was.`,
  })

/** The sheets that were looked at, the first of many. */
const sheetsIn = (names: readonly string[], mark: string) =>
  `${names.slice(0, 10).join(mark)}${names.length > 10 ? ` … (${names.length})` : ''}`

const noColumns = (sheets: readonly string[]) =>
  badField('#/file', 'tax-list-columns', {
    zh: `没有找到“付款编号”和唯一的“代扣个税”列（看过的工作表：${sheetsIn(sheets, '、') || '均为空'}）；请使用本批次下载的清单。`,
    en: `The columns Reference and Tax withheld were not found, each once, in any sheet (looked at: ${sheetsIn(sheets, ', ') || 'all empty'}); use the list of the batch.`,
  })

const noLines = () =>
  badField('#/file', 'tax-list-empty', {
    zh: '没有填写任何税额；没有代扣的填 0，空白表示不登记。',
    en: 'No tax is filled in; write 0 where none was withheld, a blank enters nothing.',
  })
