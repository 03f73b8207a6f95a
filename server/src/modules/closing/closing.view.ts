import type { Day } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import { chartNow, closedThrough, monthAfter, monthBefore, monthOf } from '../journal/index.ts'
import { wouldHold } from '../receivables/index.ts'
import { checksFor, entriesIn, lastLook, lookAtBooks, periodActs } from './closing.queries.ts'
import { openProposal, standingClosings } from './closing.ts'
import type { ClosingsWire } from './closing.wire.ts'

/** How the months of the books stand, and what closing one would look at. */
export async function closingsFor(
  tx: Tx,
  { institution, person }: Caller,
  asked: string | undefined,
  today: Day,
): Promise<ClosingsWire> {
  const acts = await periodActs(tx, institution)
  const closed = await closedThrough(tx, institution)
  const proposal = openProposal(acts)
  const month = proposal?.month ?? asked ?? monthBefore(monthOf(today))
  const stands = new Set(standingClosings(acts).map(({ seq }) => seq))
  const mayClose = month < monthOf(today) && (closed === null || month > closed)
  const { count } = await entriesIn(tx, institution, { after: closed, through: month })
  const seen = await lastLook(tx, institution)
  // Nobody has compared them yet: done once, and from then on at night.
  const differing = seen?.found ?? (mayClose ? await lookAtBooks(tx, institution) : [])
  const checks = mayClose ? await checksFor(tx, institution, month, today, differing) : []
  return {
    ...{ today, closedThrough: closed, month, mayClose, dueOn: dueOf(month, today) },
    entries: count,
    lookedAt: seen?.lookedAt.toISOString() ?? null,
    checks: mayClose ? checks.map(({ name, state, count }) => ({ name, state, count })) : [],
    heldFen: mayClose ? `${await wouldHold(tx, institution, month)}` : '0',
    proposal: proposal
      ? {
          ...{ month: proposal.month, madeName: proposal.madeName, remark: proposal.remark },
          madeAt: proposal.madeAt.toISOString(),
          isMine: proposal.madeBy === person,
        }
      : null,
    items: acts
      .map(({ seq, kind, madeAt, ...act }) => ({
        ...{ seq, kind, month: act.month, closedBefore: act.closedBefore, remark: act.remark },
        ...{ proposedName: act.proposedName, digest: act.digest, entries: act.entries },
        ...{ madeAt: madeAt.toISOString(), madeName: act.madeName, stands: stands.has(seq) },
      }))
      .toReversed(),
  }
}

/** By which day a month is closed. */
export function dueOf(month: string, today: string): string {
  const { by } = chartNow(today).closing
  return `${monthAfter(month)}-${String(by).padStart(2, '0')}`
}
