import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { csvHead, csvLine } from '../../platform/csv.ts'
import { type Caller, type Tx, withSightOfHouse } from '../../platform/database.ts'
import { lockChain, recordChange, sha256 } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import {
  chartNow,
  closedThrough,
  holdBooks,
  linesOfMonths,
  monthOf,
  sendVouchers,
  setClosedThrough,
  voucherColumns,
} from '../journal/index.ts'
import { holdLoose } from '../receivables/index.ts'
import { checksFor, closedCases, entriesIn, periodActs } from './closing.queries.ts'
import {
  type Check,
  maskedFor,
  notNamed,
  openProposal,
  standingClosings,
  unseen,
} from './closing.ts'
import { look } from './look.commands.ts'
import { carryYears, takeYearsBack, yearsEnded } from './year-end.commands.ts'

/** Why months are not closed, or not opened again. */
export interface ClosingRefusals {
  'month-not-over': { readonly month: string }
  'month-closed': { readonly closed: string }
  'closing-proposed': { readonly month: string }
  'no-closing-proposed': Record<string, never>
  'checks-fail': { readonly checks: string }
  'remark-missing': { readonly checks: string }
  /** What is new as JSON, and how many entries were posted since. */
  'findings-new': { readonly fresh: string; readonly entries: string }
  'own-proposal': Record<string, never>
  'nothing-closed': Record<string, never>
}

type Done = Promise<Outcome<{ seq: number; month: string }, ClosingRefusals>>

const chain = 'periods'

/** Finance proposes to close the books through a month: what was looked at is kept with it. */
export async function proposeClosing(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { month, remark }: { readonly month: string; readonly remark: string | null },
): Done {
  const { institution } = by
  await lockChain(tx, { institution, name: chain })
  const today = clock.today() as Day
  if (month >= monthOf(today)) return refuse('month-not-over', { month })
  const closed = await closedThrough(tx, institution)
  if (closed !== null && month <= closed) return refuse('month-closed', { closed })
  const waiting = openProposal(await periodActs(tx, institution))
  if (waiting) return refuse('closing-proposed', { month: waiting.month })
  const checks = await checksNow(tx, clock, institution, month)
  const fault = faultIn(checks, remark)
  if (fault) return fault
  const { count: entries } = await withSightOfHouse(tx, () =>
    entriesIn(tx, institution, { after: closed, through: month }),
  )

  // From here on it is proposed.
  return accept(
    await keep(tx, clock, by, {
      ...{ kind: 'proposed', month, closedBefore: closed, remark, checks, entries },
    }),
  )
}

/**
 * Everything that is looked at, the books compared anew: of the whole house, whoever asks. What hangs on a case that
 * is closed to them counts, and is not named.
 */
async function checksNow(tx: Tx, clock: Clock, institution: string, month: string) {
  const today = clock.today() as Day
  const { differing, whole } = await withSightOfHouse(tx, async () => {
    const found = await look(tx, clock, institution)
    return { differing: found, whole: await checksFor(tx, institution, month, today, found) }
  })
  return maskedFor(whole, await checksFor(tx, institution, month, today, differing))
}

function faultIn(checks: readonly Check[], remark: string | null) {
  const named = (state: Check['state']) =>
    checks.filter((one) => one.state === state).map(({ name }) => name)
  const [bad, look] = [named('bad'), named('look')]
  if (bad.length > 0) return refuse('checks-fail', { checks: bad.join() })
  if (look.length > 0 && remark === null) return refuse('remark-missing', { checks: look.join() })
  return undefined
}

/** Takes a proposal back; nothing was closed by it. */
export async function withdrawClosing(tx: Tx, clock: Clock, by: Caller): Done {
  await lockChain(tx, { institution: by.institution, name: chain })
  const waiting = openProposal(await periodActs(tx, by.institution))
  if (!waiting) return refuse('no-closing-proposed', {})

  // From here on it is taken back.
  const { month, closedBefore } = waiting
  const told = { month, closedBefore, remark: null, checks: [] }
  return accept(await keep(tx, clock, by, { kind: 'withdrawn', ...told }))
}

/**
 * A second person closes what finance proposed: everything is looked at once more, what has not gone out
 * goes out, and the vouchers are kept as they are, with their digest.
 */
export async function confirmClosing(tx: Tx, clock: Clock, by: Caller): Done {
  const { institution } = by
  await lockChain(tx, { institution, name: chain })
  const waiting = openProposal(await periodActs(tx, institution))
  if (!waiting) return refuse('no-closing-proposed', {})
  if (waiting.madeBy === by.person) return refuse('own-proposal', {})
  await holdBooks(tx, institution)
  const { month, remark, closedBefore } = waiting
  const months = { after: closedBefore, through: month }
  const checks = await checksNow(tx, clock, institution, month)
  const fault = faultIn(checks, remark) ?? (await freshIn(tx, institution, waiting, checks))
  if (fault) return fault

  // From here on the months are closed.
  const id = newId()
  const { entries, vouchers } = await withSightOfHouse(tx, () =>
    closeBooks(tx, clock, by, id, months),
  )
  const done = await keep(tx, clock, by, {
    ...{ kind: 'closed', id, month, closedBefore, remark, checks, entries, vouchers },
    ...{ digest: sha256(vouchers), proposedBy: waiting.madeBy, proposedName: waiting.madeName },
  })
  await setClosedThrough(tx, institution, month)
  return accept(done)
}

/** Books what closing some months books, and sends what has not gone out: all of the house. */
async function closeBooks(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  months: { readonly after: string | null; readonly through: string },
): Promise<{ readonly entries: number; readonly vouchers: string }> {
  const { institution } = by
  const { through: month } = months
  // What a year brought is carried over as it is by its end, so each year holds what doubles in it.
  for (const end of [...(await yearsEnded(tx, institution, months)), month]) {
    await holdLoose(tx, clock, institution, { month: end, on: `${end}-${lastDay(end)}` })
  }
  await carryYears(tx, clock, institution, id, months)
  const { count: entries, first } = await entriesIn(tx, institution, months)
  if (first !== null) {
    const run = { from: first, to: `${month}-${lastDay(month)}`, again: false }
    // What went out before stays as it went: nothing to send is no fault here.
    await sendVouchers(tx, clock, by, run)
  }
  return { entries, vouchers: await sheetOf(tx, clock, institution, months) }
}

/** Whoever confirms a closing confirms what was seen when it was proposed, and nothing that came since. */
async function freshIn(
  tx: Tx,
  institution: string,
  { month, closedBefore, checks: seen, entries: before }: Proposal,
  checks: readonly Check[],
) {
  const fresh = unseen(seen, checks)
  const { count } = await withSightOfHouse(tx, () =>
    entriesIn(tx, institution, { after: closedBefore, through: month }),
  )
  const more = before === null ? 0 : count - before
  if (fresh.length === 0 && more <= 0) return undefined
  return refuse('findings-new', { fresh: JSON.stringify(fresh), entries: `${Math.max(more, 0)}` })
}

type Proposal = Awaited<ReturnType<typeof periodActs>>[number]

const lastDay = (month: string) => {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(8, 10)
}

/** The vouchers of some months as one sheet: whole, so that it balances; of closed cases only the amounts. */
async function sheetOf(
  tx: Tx,
  clock: Clock,
  institution: string,
  months: { readonly after: string | null; readonly through: string },
): Promise<string> {
  const columns = voucherColumns('zh', chartNow(clock.today()))
  const closed = await closedCases(tx, institution)
  let text = csvHead(columns)
  for await (const line of linesOfMonths(tx, institution, months)) {
    const isClosed = line.caseId !== null && closed.has(line.caseId)
    text += csvLine(columns, isClosed ? withoutNames(line) : line)
  }
  return text
}

const withoutNames = <Line extends object>(line: Line) => ({
  ...{ ...line, subject: notNamed.zh, reference: null, person: null, department: null },
})

/** Opens the months again that were closed last, for a reason; what happens from now on may stand in them. */
export async function reopenMonths(tx: Tx, clock: Clock, by: Caller, reason: string): Done {
  const { institution } = by
  await lockChain(tx, { institution, name: chain })
  const acts = await periodActs(tx, institution)
  const waiting = openProposal(acts)
  if (waiting) return refuse('closing-proposed', { month: waiting.month })
  const last = standingClosings(acts).at(-1)
  if (!last) return refuse('nothing-closed', {})

  // From here on they are open.
  await holdBooks(tx, institution)
  await setClosedThrough(tx, institution, last.closedBefore)
  await takeYearsBack(tx, clock, institution, last.id)
  const { month, closedBefore } = last
  const told = { month, closedBefore, remark: reason, checks: [] }
  return accept(await keep(tx, clock, by, { kind: 'reopened', ...told }))
}

interface Kept {
  readonly kind: 'proposed' | 'withdrawn' | 'closed' | 'reopened'
  readonly id?: string
  readonly month: string
  readonly closedBefore: string | null
  readonly remark: string | null
  readonly checks: readonly Check[]
  readonly proposedBy?: string
  readonly proposedName?: string
  readonly vouchers?: string
  readonly digest?: string
  readonly entries?: number
}

/** Writes an act about months, and tells the chain of it. */
async function keep(tx: Tx, clock: Clock, by: Caller, act: Kept) {
  const { kind, id = newId(), month, remark, checks, closedBefore } = act
  const { digest = null, entries = null, vouchers = null } = act
  const at = clock.now()
  const acts = await periodActs(tx, by.institution)
  const seq = (acts.at(-1)?.seq ?? 0) + 1
  await tx
    .insertInto('periodAct')
    .values({
      ...{ institutionId: by.institution, seq, id, kind, month, closedBefore, remark },
      ...{ checks: JSON.stringify(checks), vouchers, digest, entries },
      ...{ proposedBy: act.proposedBy ?? null, proposedName: act.proposedName ?? null },
      ...{ madeAt: at, madeBy: by.person, madeName: by.name },
    })
    .execute()
  await recordChange(tx, chain, {
    ...{ action: `period.${kind}`, subject: id, at, by },
    data: { month, ...(remark !== null && { reason: remark }), ...(digest && { digest, entries }) },
  })
  return { seq, month }
}
