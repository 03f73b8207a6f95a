import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database.ts'
import type { LineOf } from '../../platform/export.ts'
import '../contracts/index.ts'
import type { DunningFilterWire, DunningWire } from './dunning.wire.ts'
import { inUnits } from './receivable-list.csv.ts'
import './receivables.table.ts'

const columns = [
  ...(['id', 'stage', 'writtenOn', 'payBy', 'way', 'lines', 'words', 'madeName'] as const),
  ...(['struckOn', 'struckReason', 'struckName'] as const),
] as const

/** A letter, and when it was entered. */
export interface Letter extends DunningWire {
  readonly madeAt: Date
}

/** The letters of a contract, the newest first. */
export async function dunningOf(tx: Tx, institution: string, contract: string): Promise<Letter[]> {
  const rows = await tx
    .selectFrom('dunningLetter')
    .select([...columns, 'madeAt'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('writtenOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ lines, ...row }) => ({ ...row, lines: [...lines] }))
}

/** Every letter that was written, for an export. */
export function allDunning(
  tx: Tx,
  institution: string,
  { writtenFrom, writtenTo }: DunningFilterWire,
) {
  let query = tx
    .selectFrom('dunningLetter')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'dunningLetter.institutionId')
        .onRef('contract.id', '=', 'dunningLetter.contractId'),
    )
    .select(columns.map((column) => `dunningLetter.${column}` as const))
    .select(['contract.number', 'contract.title', 'contract.counterparty'])
    .where('dunningLetter.institutionId', '=', institution)
  if (writtenFrom !== undefined) query = query.where('writtenOn', '>=', writtenFrom)
  if (writtenTo !== undefined) query = query.where('writtenOn', '<=', writtenTo)
  return query.orderBy('writtenOn', 'desc').orderBy('dunningLetter.id', 'desc').stream(500)
}

export const stageWords: Readonly<Record<number, Words>> = {
  1: { zh: '催款函', en: 'Reminder' },
  2: { zh: '再次催款函', en: 'Second reminder' },
  3: { zh: '最后催款通知', en: 'Final notice' },
}

export const wayWords: Readonly<Record<DunningWire['way'], Words>> = {
  post: { zh: '邮寄', en: 'By post' },
  email: { zh: '电子邮件', en: 'By e-mail' },
  hand: { zh: '当面送达', en: 'By hand' },
  other: { zh: '其他', en: 'Otherwise' },
}

/** The letters as a sheet, in one language. */
export function dunningColumns(lang: Lang): Column<LineOf<ReturnType<typeof allDunning>>>[] {
  const { text, day } = columnsIn<LineOf<ReturnType<typeof allDunning>>>(lang)
  return [
    text('合同编号', 'Contract', ({ number }) => number),
    text('合同名称', 'Title', ({ title }) => title),
    text('合作主体', 'Counterparty', ({ counterparty }) => counterparty),
    text('种类', 'Stage', ({ stage }) => stageWords[stage]?.[lang]),
    day('发函日期', 'Written on', ({ writtenOn }) => writtenOn),
    day('要求付款日', 'To be paid by', ({ payBy }) => payBy),
    text('送达方式', 'Sent', ({ way }) => wayWords[way][lang]),
    text('所催款项', 'Asked for', ({ lines }) =>
      lines
        .map(
          ({ label, dueOn, currency, minor }) =>
            `${label} ${dueOn} ${currency} ${inUnits(minor, currency)}`,
        )
        .join('；'),
    ),
    text('经办人', 'Written by', ({ madeName }) => madeName),
    day('撤销日期', 'Struck on', ({ struckOn }) => struckOn),
    text('撤销理由', 'Why struck', ({ struckReason }) => struckReason),
  ]
}
