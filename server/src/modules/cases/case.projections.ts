import { comesByItselfOn } from '@yizhuan/procedures'
import type { Insertable, Updateable } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import { type Tx, unanswered } from '../../platform/database.ts'
import { makeFindable } from '../../platform/findable.ts'
import { prepared } from '../../platform/prepared.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Desk } from './case.desk.ts'
import { type Due, duesOf, type Turn } from './case.dues.ts'
import { insertPins, pinsIn } from './case.law.queries.ts'
import { nextNumber } from './case.queries.ts'
import { setTimer } from './case.timers.ts'
import { projectCosts } from './costs/cost.projections.ts'
import { projectDocket } from './docket.projections.ts'
import { projectHolding } from './holding.projections.ts'
import { projectMoney } from './money.projections.ts'
import { projectNext } from './next.projections.ts'
import { projectNotices } from './notice.projections.ts'
import { firstOfficer } from './officers/officer.commands.ts'
import { type After, caseFoundBy, type Entry, lineOf } from './procedure.ts'
import { projectProceeds } from './proceeds.projections.ts'
import { projectTitle } from './title.projections.ts'

/** Adds the line of a case that was just opened. @returns its number. */
export async function openLine(
  tx: Tx,
  desk: Desk,
  institution: string,
  entry: Entry,
  after: After,
): Promise<string> {
  const number = await nextNumber(tx, institution, Number(entry.on.slice(0, 4)))
  await tx
    .insertInto('transferCase')
    .values({
      ...lineOf(after),
      institutionId: institution,
      id: entry.case,
      number,
      openedOn: entry.on,
      lastOn: entry.on,
      seq: entry.seq,
      packId: desk.law.id,
      packHash: desk.law.hash,
    })
    .execute()
  await insertPins(tx, institution, entry.case, {
    seq: 1,
    revisions: pinsIn(desk.law),
    since: entry.on,
    at: desk.clock.now(),
    by: entry.by,
    reason: null,
  })
  await firstOfficer(tx, desk.clock, { ...entry.by, institution }, entry.case)
  return number
}

type LineUpdate = Pick<Insertable<Tables['transferCase']>, 'institutionId' | 'id'> &
  Updateable<Tables['transferCase']>

const moveLine = prepared((tx: Tx, { institutionId, id, ...line }: LineUpdate) =>
  tx
    .updateTable('transferCase')
    .set(line)
    .where('institutionId', '=', institutionId)
    .where('id', '=', id),
)

/** Brings the tables that lists read up to an act, in the transaction that records it. */
export async function projectAct(
  tx: Tx,
  desk: Desk,
  institution: string,
  number: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const { procedure: _id, title: _title, achievementId: _about, ...line } = lineOf(after)
  const write = unanswered(tx)
  await moveLine(write, {
    ...line,
    institutionId: institution,
    id: entry.case,
    lastOn: entry.on,
    seq: entry.seq,
    packId: desk.law.id,
    packHash: desk.law.hash,
  })
  const findable = { id: entry.case, ...caseFoundBy(after, number) }
  await Promise.all([
    makeFindable(write, institution, 'case', [findable]),
    projectDues(write, desk, institution, entry.case, after),
    projectMoney(tx, desk.clock, institution, entry, after),
    projectCosts(tx, institution, entry, after),
    projectHolding(tx, { institution, id: entry.case, number }, after),
    projectProceeds(tx, desk.clock, institution, entry, after),
    projectNotices(tx, institution, entry, after),
  ])
  await projectTitle(tx, desk.clock, institution, number, entry, after)
  await projectDocket(tx, desk.clock, institution, number, entry, after)
}

const dropDues = prepared((tx: Tx, { institution, id }: { institution: string; id: string }) =>
  tx.deleteFrom('caseDue').where('institutionId', '=', institution).where('caseId', '=', id),
)

/** Nothing is due any more in a case, as far as anybody can tell. */
export async function forgetDues(
  tx: Tx,
  of: { readonly institution: string; readonly id: string },
): Promise<void> {
  await dropDues(tx, of)
}

/** Writes what is due, waiting or next in a case, and sets the timer for when that changes by itself. */
export async function projectDues(
  tx: Tx,
  desk: Desk,
  institution: string,
  id: string,
  after: After,
): Promise<void> {
  await projectNext(tx, institution, id, after)
  await forgetDues(tx, { institution, id })
  const dues = duesOf(after)
  await setTimer(tx, institution, id, turnsOf(after, dues), desk.clock.today())
  await insertMany(tx, 'caseDue', dueRows(institution, id, after, dues, desk.law.hash))
}

/** The rows of what is due in a case. */
export function dueRows(
  institutionId: string,
  caseId: string,
  { state }: After,
  dues: readonly Due[],
  packHash: string,
) {
  return dues.map((due) => ({
    institutionId,
    caseId,
    ...due,
    roles: [...due.roles],
    computedFromSeq: state.seq,
    packHash,
  }))
}

/** What time alone changes: what falls due or opens, and what comes by itself; nothing once a case is over. */
export function turnsOf(after: After, dues: readonly Turn[]): readonly Turn[] {
  if (isOver(after)) return []
  const { procedure, state, assessment } = after
  const opens = comesByItselfOn(procedure, state, assessment)
  return opens === undefined ? dues : [...dues, { due: null, opens }]
}

/** Nothing falls due in a case that was closed or given up. */
function isOver(after: After): boolean {
  return ['closed', 'ended'].includes(lineOf(after).status)
}
