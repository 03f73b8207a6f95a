import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import { type Change, type Expected, scheduleOf } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { amendContract, statusBeforeEnd } from '../contracts/index.ts'
import { bookClaims } from './booking.commands.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import type { ToldChange } from './receivables.table.ts'
import {
  type AgreedRow,
  carryOut,
  isOfTerms,
  lineOf,
  planTerms,
  toldChanges,
} from './schedule.commands.ts'
import { insertVersion, lockedContract, tell } from './terms.commands.ts'
import {
  happenedOf,
  invoicedOf,
  milestonesOf,
  type ReceivableRow,
  receivablesOf,
  termsIn,
  type Version,
  versionsOf,
} from './terms.queries.ts'
import type { ResumeTermsWire } from './terms.wire.ts'

// What was recorded of a contract's payments by mistake is taken back: both records stay, and what followed is as
// it was before.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/** Takes back that a milestone was reached: its payment waits again, while no money moved on it. */
export async function takeBackMilestone(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { term, reason }: { readonly term: string; readonly reason: string },
): Done<{ version: number }> {
  const { institution } = by
  if (!(await lockedContract(tx, by, id))) return refuse('no-such-contract', {})
  const last = (await versionsOf(tx, institution, id)).at(-1)
  const one = (await milestonesOf(tx, institution, id)).find((other) => other.term === term)
  if (!last || !one) return refuse('no-such-milestone', {})
  const row = (await receivablesOf(tx, institution, id)).find(({ key }) => key === term)
  const invoiced = await invoicedOf(tx, institution, id)
  const isInvoiced = invoiced.some(({ receivableId }) => receivableId === row?.id)
  if (isInvoiced || (row && (row.matchedMinor !== '0' || row.writtenOffMinor !== '0'))) {
    return refuse('milestone-in-use', {})
  }

  // From here on it is not reached.
  await tx
    .insertInto('milestoneTakenBack')
    .values({
      ...{ institutionId: institution, contractId: id, term, nth: one.nth, reason },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await waitAgain(tx, institution, id, { term, last })
  const label = row?.label ?? term
  await tell(tx, clock, by, id, 'milestoneTakenBack', {
    ...{ term: label, reachedOn: one.reachedOn, reason },
  })
  await bookClaims(tx, clock, institution, id)
  return accept({ version: last.version })
}

/** The payment of a milestone waits for it again; of a contract that ended it was never earned. */
async function waitAgain(
  tx: Tx,
  institution: string,
  id: string,
  { term, last }: { readonly term: string; readonly last: Version },
): Promise<void> {
  const read = termsIn(last)
  const plan = await planTerms(tx, institution, id, read, null)
  const changes = plan.changes.flatMap((change): readonly Change[] => {
    if (!('former' in change) || change.former.key !== term) return []
    if (last.kind === 'ended') return [{ is: 'dropped', former: change.former }]
    return change.is === 'changed' ? [change] : []
  })
  await carryOut(tx, institution, id, read, { ...plan, changes })
}

/** Takes back the end of a contract: what it dropped or cut is owed as before. The end that a case says stays. */
export async function takeBackEnd(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { reason, files, expectedSeq }: z.output<typeof ResumeTermsWire>,
): Done<{ version: number }> {
  const { institution } = by
  const contract = await lockedContract(tx, by, id, expectedSeq)
  if (!contract) return refuse('no-such-contract', {})
  const versions = await versionsOf(tx, institution, id)
  const last = versions.at(-1)
  const isEnded = last ? last.kind === 'ended' : contract.status === 'terminated'
  if (!isEnded) return refuse('not-ended', {})
  if (contract.caseId !== null && contract.status === 'terminated') {
    return refuse('ended-in-case', { case: contract.caseId })
  }
  const rows = await receivablesOf(tx, institution, id)
  if (last && isStatedSince(last, rows)) return refuse('end-in-use', {})
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the contract goes on.
  const before = versions.at(-2)?.effectiveOn ?? last?.effectiveOn ?? ''
  const changes = last ? await resume(tx, clock, by, id, { last, before, rows, reason, files }) : []
  await tell(tx, clock, by, id, 'endTakenBack', {
    ...{ effectiveOn: last?.effectiveOn ?? null, reason, changes: changes.length },
    files: files.map(({ sha256 }) => sha256),
  })
  if (contract.caseId === null && contract.status === 'terminated') {
    const status = await statusBeforeEnd(tx, institution, id)
    const fields = { status, terminatedOn: null }
    await amendContract(tx, clock, by, id, { fields, achievements: [], reason })
  }
  await bookClaims(tx, clock, institution, id)
  return accept({ version: (last?.version ?? 0) + 1 })
}

/** What the end made of each payment, by its key. */
const madeBy = ({ changes }: Version): ReadonlyMap<string, ToldChange> =>
  new Map(
    changes.flatMap((change) =>
      change.is === 'added' || change.is === 'leftOut' ? [] : [[change.key, change]],
    ),
  )

/** A period that the end cut and that was stated since is of other days than it would be. */
function isStatedSince(last: Version, rows: readonly ReceivableRow[]): boolean {
  const changed = madeBy(last)
  return rows.some(
    ({ key, kind, isStated }) =>
      kind === 'royalty' && isStated && changed.get(key)?.is === 'changed',
  )
}

async function resume(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  {
    last,
    before,
    rows,
    reason,
    files,
  }: {
    readonly last: Version
    /** Since when the terms held that the end broke off. */
    readonly before: string
    readonly rows: readonly ReceivableRow[]
  } & Pick<z.output<typeof ResumeTermsWire>, 'reason' | 'files'>,
): Promise<readonly ToldChange[]> {
  const { institution } = by
  const whole = termsIn({ ...last, kind: 'amended' })
  const next = scheduleOf(whole, await happenedOf(tx, institution, id))
  const changed = madeBy(last)
  const changes = rows.filter(isOfTerms).flatMap((row): readonly Change[] => {
    const made = changed.get(row.key)
    const expected = next.find(({ key }) => key === row.key)
    if (made?.is === 'dropped') {
      return row.isCancelled ? [{ is: 'added', next: expected ?? lineOf(row) }] : []
    }
    if (!made || made.from === null) return []
    const restored = asBefore(row, made.from, expected)
    // It was cut later, as a write-off was taken back.
    if (row.isCancelled) return [{ is: 'added', next: restored }]
    const isCut = made.is === 'changed' || (row.kind !== 'royalty' && row.minor !== made.from.minor)
    return isCut ? [{ is: 'changed', former: formerOf(row), next: restored }] : []
  })
  const plan = { changes, rows }
  await carryOut(tx, institution, id, whole, plan)
  const told = toldChanges(plan)
  const { currency, planRate, terms, version } = last
  const kind = 'resumed' as const
  // The wrong day of the end is no bar to an amendment, or to the true end, before it.
  await insertVersion(tx, clock, by, id, {
    ...{ version: version + 1, kind, effectiveOn: before, currency, planRate, reason },
    ...{ terms, changes: told, files },
  })
  return told
}

const formerOf = ({ key, minor, dueOn }: ReceivableRow) => ({
  ...{ key, minor: minor === null ? null : BigInt(minor), dueOn: dueOn as Day | null },
  isTouched: false,
})

/** A payment as the end found it; its period is that of the terms. */
function asBefore(
  row: AgreedRow,
  { minor, dueOn }: NonNullable<ToldChange['from']>,
  expected: Expected | undefined,
): Expected {
  const line = lineOf(row)
  return {
    ...line,
    ...{ minor: minor === null ? null : BigInt(minor), dueOn: dueOn as Day | null },
    period: expected?.period ?? line.period,
  }
}
