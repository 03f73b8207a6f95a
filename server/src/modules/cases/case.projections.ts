import type { Tx } from '../../platform/database.ts'
import { makeFindable } from '../../platform/search.ts'
import type { Desk } from './case.desk.ts'
import { duesOf } from './case.dues.ts'
import { insertPins, pinsIn } from './case.law.queries.ts'
import { nextNumber } from './case.queries.ts'
import { setTimer } from './case.timers.ts'
import { projectMoney } from './money.projections.ts'
import { projectNext } from './next.projections.ts'
import { projectNotices } from './notice.projections.ts'
import { type After, caseFoundBy, type Entry, lineOf } from './procedure.ts'

/** Adds the line of a case that was just opened. */
export async function openLine(
  tx: Tx,
  desk: Desk,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const { title, achievementId, ...line } = lineOf(after)
  await tx
    .insertInto('transferCase')
    .values({
      ...line,
      institutionId: institution,
      id: entry.case,
      number: await nextNumber(tx, institution, Number(entry.on.slice(0, 4))),
      title,
      achievementId,
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
}

/** Brings the tables that lists read up to an act, in the transaction that records it. */
export async function projectAct(
  tx: Tx,
  desk: Desk,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const { title: _title, achievementId: _achievement, ...line } = lineOf(after)
  const { number } = await tx
    .updateTable('transferCase')
    .set({
      ...line,
      lastOn: entry.on,
      seq: entry.seq,
      packId: desk.law.id,
      packHash: desk.law.hash,
    })
    .where('institutionId', '=', institution)
    .where('id', '=', entry.case)
    .returning('number')
    .executeTakeFirstOrThrow()
  const findable = { id: entry.case, ...caseFoundBy(after, number) }
  await Promise.all([
    makeFindable(tx, institution, 'case', [findable]),
    projectDues(tx, desk, institution, entry.case, after),
    projectMoney(tx, institution, entry, after),
    projectNotices(tx, institution, entry, after),
  ])
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
  await tx
    .deleteFrom('caseDue')
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .execute()
  const dues = duesOf(after.assessment)
  await setTimer(tx, institution, id, isOver(after) ? [] : dues, desk.clock.today())
  if (dues.length === 0) return
  await tx
    .insertInto('caseDue')
    .values(
      dues.map(({ norm, act, title, article, due, opens }) => ({
        institutionId: institution,
        caseId: id,
        norm,
        act,
        title: JSON.stringify(title),
        article: JSON.stringify(article),
        due,
        opens,
        computedFromSeq: after.state.seq,
        packHash: desk.law.hash,
      })),
    )
    .execute()
}

/** Nothing falls due in a case that was closed or given up. */
function isOver(after: After): boolean {
  return ['closed', 'ended'].includes(lineOf(after).status)
}
