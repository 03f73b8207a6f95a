import type { Day } from '@yizhuan/kit'
import { isRatio, labelOf, parameterAt } from '@yizhuan/law'
import { lapsedOn } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import '../cases/index.ts'
import { lawOf } from '../policies/index.ts'
import { firstOf, type PayInLaw, payInClocks, payInsOf } from './clocks.ts'
import type {
  ClockWire,
  HoldingFilterWire,
  HoldingLineWire,
  HoldingPageWire,
  HoldingQueryWire,
} from './holding.wire.ts'

const lineColumns = [
  'id',
  'number',
  'company',
  'achievement',
  'achievementId',
  'stage',
  'heldBy',
  'formedOn',
  'valueFen',
  'ownCostFen',
  'ownShare',
  'worthFen',
  'dividendsFen',
  'listEntry',
  'marketOn',
  'leftOn',
  'exitClock',
  'told',
  'datedOn',
] as const

/** A page of the single list, the latest to be formed first. */
export async function listHoldings(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: HoldingQueryWire,
  today: Day,
): Promise<HoldingPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('holding', cursor))
  const rows = await query.limit(limit + 1).execute()
  const toLine = await liner(tx, institution, rows, today)
  return pageOf(rows, limit, toLine)
}

/** Everything a filter finds, for an export. */
export async function* allHoldings(
  tx: Tx,
  institution: string,
  filter: HoldingFilterWire,
  today: Day,
): AsyncIterable<HoldingLineWire> {
  const rows = await found(tx, institution, filter).execute()
  const toLine = await liner(tx, institution, rows, today)
  for (const row of rows) yield toLine(row)
}

/** The holdings a filter finds, or one of them, as they are kept. */
export function foundHoldings(
  tx: Tx,
  institution: string,
  { holding, ...filter }: HoldingFilterWire & { readonly holding?: string | undefined },
) {
  const query = found(tx, institution, filter)
  return (holding === undefined ? query : query.where('id', '=', holding)).execute()
}

/** Every holding of an institution as it is kept. */
export function storedHoldings(tx: Tx, institution: string, holding?: string) {
  let query = tx
    .selectFrom('holding')
    .select([...lineColumns, 'uscc', 'caseId'])
    .where('institutionId', '=', institution)
    .orderBy('datedOn', 'desc')
    .orderBy('id', 'desc')
  if (holding !== undefined) query = query.where('id', '=', holding)
  return query
}

function found(tx: Tx, institution: string, { q, stage, achievement }: HoldingFilterWire) {
  let query = tx
    .selectFrom('holding')
    .select(lineColumns)
    .where('institutionId', '=', institution)
    .orderBy('datedOn', 'desc')
    .orderBy('id', 'desc')
  if (stage !== undefined) query = query.where('stage', '=', stage)
  if (achievement !== undefined) query = query.where('achievementId', '=', achievement)
  if (q !== undefined) query = query.where(isFoundBy('holding.id', institution, 'case', q))
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number]

/** Lines with the next day that comes up in each. */
async function liner(tx: Tx, institution: string, rows: readonly Row[], today: Day) {
  const due = await caseClocks(
    tx,
    institution,
    rows.map(({ id }) => id),
  )
  return ({ told, exitClock, datedOn: _place, ...row }: Row): HoldingLineWire => {
    const law = payInLaw(told.formedOn)
    const payIns = payInClocks(payInsOf(told, law, today), periodsOf(told), law)
    const clocks = [...exitOf(exitClock), ...payIns, ...(due.get(row.id) ?? [])]
    return { ...row, worthLapsedOn: lapsedWorth(row, told, today), clock: firstOf(clocks) }
  }
}

/** When the appraisal that a worth rests on was over; none where it holds, or nothing was appraised. */
export function lapsedWorth(
  { worthFen }: Pick<Row, 'worthFen'>,
  told: Row['told'],
  today: Day,
): string | null {
  return worthFen === null ? null : (lapsedOn(told, today) ?? null)
}

/** The clock of leaving as a clock among others. */
export function exitOf(clock: Row['exitClock']): readonly ClockWire[] {
  if (clock === null) return []
  const { due, title, article, advisory } = clock
  return [{ kind: 'exit', day: due, title: { ...title }, article: { ...article }, advisory }]
}

/** Periods as they travel. */
export function periodsOf({ periods }: Row['told']) {
  return periods.map(({ since, seq, matter, holders }) => ({
    since,
    seq,
    matter,
    holders: holders.map(({ name, kind, share }) => ({ name, kind, share })),
  }))
}

/** What is due in the cases of holdings, by the case. */
export async function caseClocks(tx: Tx, institution: string, ids: readonly string[]) {
  const clocks = new Map<string, ClockWire[]>()
  if (ids.length === 0) return clocks
  const rows = await tx
    .selectFrom('caseDue')
    .select(['caseId', 'due', 'title', 'article'])
    .where('institutionId', '=', institution)
    .where('caseId', 'in', ids)
    .where('due', 'is not', null)
    .execute()
  for (const { caseId, due, title, article } of rows) {
    const clock = { title: { ...title }, article: { ...article }, advisory: false }
    const known = clocks.get(caseId) ?? []
    clocks.set(caseId, [...known, { kind: 'case', day: due ?? '', ...clock }])
  }
  return clocks
}

/**
 * By which law a company of a day has its capital paid in; none where the law of that day says nothing.
 * It is shown with whether anybody compared it with the official text: until then it only advises.
 */
export function payInLaw(formedOn: string): PayInLaw | undefined {
  const used = parameterAt(lawOf(['cn']).layers, 'capital.years', formedOn)
  if (!used || !isRatio(used.value)) return undefined
  const { source, at } = used.cite
  return {
    years: Number(used.value.n / used.value.d),
    article: { source, at, label: labelOf(at).zh },
    verified: used.verified,
  }
}
