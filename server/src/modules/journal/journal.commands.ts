import type { JournalLine } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { prepared } from '../../platform/prepared.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import { standingEntries } from './journal.queries.ts'
import { closedThrough } from './periods/period.queries.ts'
import { postedOn } from './periods/period.ts'
import {
  entriesOf,
  movedBack,
  type NewEntry,
  type Posting,
  type Recorded,
  takenBack,
} from './posting.ts'
import { strayEntries } from './stray.queries.ts'

/**
 * Posts what happened to money, in the transaction of what it is about.
 *
 * Posted again, it changes nothing: an event has one entry. @returns how many entries were new.
 */
export async function post(
  tx: Tx,
  clock: Clock,
  institution: string,
  postings: readonly Posting[],
): Promise<number> {
  return await insertEntries(tx, clock, institution, entriesOf(chartsOfAccounts(), postings))
}

/** Takes back in red, on a day, what stands in the journal of some records of one source. */
export async function takeBack(
  tx: Tx,
  clock: Clock,
  institution: string,
  on: string,
  records: readonly Recorded[],
): Promise<void> {
  const [first] = records
  if (!first) return
  const byId = new Map(records.map((one) => [one.id, one]))
  const standing = await standingEntries(tx, institution, first.source, [...byId.keys()])
  const entries = standing.flatMap((entry) => {
    const of = byId.get(entry.sourceId)
    return of ? [takenBack(entry, on, of)] : []
  })
  await insertEntries(tx, clock, institution, entries)
}

/**
 * Takes back what stands of some events of a record on the day on which each was booked: a wrong day was never
 * the right one. What was booked in a month that is closed is taken back in the first open one.
 */
export async function takeBackOnItsDay(
  tx: Tx,
  clock: Clock,
  institution: string,
  of: Recorded,
  events: readonly string[],
): Promise<void> {
  const standing = await standingEntries(tx, institution, of.source, [of.id])
  const gone = standing.filter(({ kind }) => events.includes(kind))
  const entries = gone.map((entry) => takenBack(entry, entry.on, of))
  await insertEntries(tx, clock, institution, entries)
}

/**
 * Leaves nothing of what was taken back on another day than its own: where its day was never the true one, a
 * month has no part of it. @param events  the kinds of events whose day was wrong.
 */
export async function clearStrayDays(
  tx: Tx,
  clock: Clock,
  institution: string,
  of: Recorded,
  events: readonly string[],
): Promise<void> {
  const stray = await strayEntries(tx, institution, of, events)
  const entries = stray.map((pair) => movedBack({ ...pair, id: newId() }, of))
  // The one that undoes the other comes after it.
  for (const at of [0, 1] as const) {
    await insertEntries(
      tx,
      clock,
      institution,
      entries.map((pair) => pair[at]),
    )
  }
}

/** Takes back some entries of a record, each in its own place and on its own day. */
export async function takeBackAt(
  tx: Tx,
  clock: Clock,
  institution: string,
  of: Omit<Recorded, 'seq'>,
  isGone: (entry: { readonly kind: string; readonly seq: number }) => boolean,
): Promise<void> {
  const standing = await standingEntries(tx, institution, of.source, [of.id])
  const gone = standing.filter(isGone)
  const entries = gone.map((entry) => takenBack(entry, entry.on, { ...of, seq: entry.seq }))
  await insertEntries(tx, clock, institution, entries)
}

const mostAtOnce = 1000

/** Writes entries; what happened in a month that is closed stands in the first open one. */
export async function insertEntries(
  tx: Tx,
  clock: Clock,
  institution: string,
  entries: readonly NewEntry[],
): Promise<number> {
  if (entries.length === 0) return 0
  const closed = await closedThrough(tx, institution)
  let posted = 0
  for (let from = 0; from < entries.length; from += mostAtOnce) {
    const part = entries.slice(from, from + mostAtOnce).map((entry) => ({ id: newId(), ...entry }))
    const rows = part.map((entry) => ({
      institution_id: institution,
      ...rowOf(entry, closed, clock.now()),
    }))
    const lines = part.flatMap(({ id, lines }) =>
      lines.map((line, at) => ({
        institution_id: institution,
        entry_id: id,
        ...lineRow(line, at + 1, lines.length),
      })),
    )
    const answer = { entries: JSON.stringify(rows), lines: JSON.stringify(lines) }
    posted += (await insertBoth(tx, answer)).length
  }
  return posted
}

/** Entries and their lines in one statement; lines of an entry that was there already are left out. */
const insertBoth = prepared(
  (_tx: Tx, { entries, lines }: { readonly entries: string; readonly lines: string }) => sql<{
    id: string
  }>`
    with entry as (
      insert into journal_entry
      select * from jsonb_populate_recordset(null::journal_entry, ${entries}::jsonb)
      on conflict (institution_id, source, source_id, source_seq, kind) do nothing
      returning institution_id, id),
    line as (
      insert into journal_line
      select one.* from jsonb_populate_recordset(null::journal_line, ${lines}::jsonb) as one
      join entry on entry.institution_id = one.institution_id and entry.id = one.entry_id)
    select id from entry
  `,
)

function rowOf(
  { id, kind, on, chart, of, reverses, lines }: NewEntry & { id: string },
  closed: string | null,
  at: Date,
) {
  const datedOn = postedOn(on, closed)
  return {
    id,
    dated_on: datedOn,
    acted_on: datedOn === on ? null : on,
    kind,
    source: of.source,
    source_id: of.id,
    source_seq: of.seq,
    record_id: of.record,
    case_id: of.caseId ?? null,
    achievement_id: of.achievementId ?? null,
    subject: of.subject.slice(0, 300),
    reference: of.reference?.slice(0, 500) || null,
    reverses: reverses ?? null,
    chart,
    lines: lines.length,
    posted_at: at.toISOString(),
  }
}

function lineRow({ book, side, account, fen, person }: JournalLine, line: number, lines: number) {
  return { line, lines, book, side, account, amount_fen: `${fen}`, person: person ?? null }
}
