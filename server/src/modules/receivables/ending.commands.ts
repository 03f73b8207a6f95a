import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { type Clock, clockAt } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import { amendContract, contractRegister } from '../contracts/index.ts'
import { bookClaims } from './booking.commands.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import type { FileRef } from './receivables.table.ts'
import { carryOut, planEnd, toldChanges } from './schedule.commands.ts'
import { insertVersion, lockedContract, tell } from './terms.commands.ts'
import { termsIn, type Version, versionsOf } from './terms.queries.ts'
import type { EndTermsWire } from './terms.wire.ts'

// The end of a contract before its time: what falls due afterwards is not owed any more, what was due or earned
// before stays.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/** Ends the payments of a contract. */
export async function endTerms(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { on, owesLastDay, reason, files, expectedSeq }: z.output<typeof EndTermsWire>,
): Done<{ version: number }> {
  const { institution } = by
  const contract = await lockedContract(tx, by, id, expectedSeq)
  if (!contract) return refuse('no-such-contract', {})
  const versions = await versionsOf(tx, institution, id)
  const last = versions.at(-1)
  if (last?.kind === 'ended') return refuse('terms-ended', { on: last.effectiveOn })
  if (last && on < last.effectiveOn) return refuse('effective-before', { on: last.effectiveOn })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the contract has ended.
  await end(tx, clock, by, { contract: id, last, on, owesLastDay, reason, files })
  // Where a case performs the contract, the case says how it stands.
  if (contract.caseId === null) {
    const fields = { status: 'terminated' as const, terminatedOn: on }
    await amendContract(tx, clock, by, id, { fields, achievements: [], reason })
  }
  return accept({ version: (last?.version ?? 0) + 1 })
}

/** An act by which a case ended its contract. */
export interface EndOfCase {
  readonly institution: string
  readonly case: string
  readonly on: string
  readonly reason: string
  readonly files: readonly FileRef[]
  readonly at: Date
  readonly by: { readonly person: string; readonly name: string }
}

/** Projects that a case ended its contract: its payments end with it. The act is never refused here. */
export async function projectEnd(tx: Tx, clock: Clock, act: EndOfCase): Promise<void> {
  const { institution, on, reason, files } = act
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .where('caseId', '=', act.case)
    .executeTakeFirst()
  if (!contract) return
  await lockChain(tx, { institution, name: chainOf(contractRegister, contract.id) })
  const last = (await versionsOf(tx, institution, contract.id)).at(-1)
  if (!last || last.kind === 'ended') return
  const by = { institution, ...act.by }
  // What is due on that day is not performed yet: nobody of the case was asked whether it is owed.
  const ending = { contract: contract.id, last, on, owesLastDay: false, reason, files }
  await end(tx, clock, by, ending, clockAt(act.at))
}

/**
 * Of a contract that ended before it was due, a payment is owed only as far as it was settled: what is settled no more,
 * as its write-off was taken back, is owed no more either.
 */
export async function cutAnew(
  tx: Tx,
  institution: string,
  contract: string,
  receivable: string,
): Promise<void> {
  const last = (await versionsOf(tx, institution, contract)).at(-1)
  if (last?.kind !== 'ended') return
  const whole = termsIn({ ...last, kind: 'amended' })
  const { effectiveOn, owesLastDay } = last
  const on = effectiveOn as Day
  const plan = await planEnd(tx, institution, contract, whole, { on, owesLastDay })
  const key = plan.rows.find(({ id }) => id === receivable)?.key
  const changes = plan.changes.filter((one) => 'former' in one && one.former.key === key)
  await carryOut(tx, institution, contract, whole, { ...plan, changes })
}

interface Ending {
  readonly contract: string
  readonly last: Version | undefined
  readonly on: string
  readonly owesLastDay: boolean
  readonly reason: string
  readonly files: readonly FileRef[]
}

async function end(
  tx: Tx,
  clock: Clock,
  by: Author,
  { contract, last, on, owesLastDay, reason, files }: Ending,
  saidAt = clock,
): Promise<void> {
  const { institution } = by
  let changed = 0
  if (last) {
    const { currency, planRate, terms } = last
    const plan = await planEnd(tx, institution, contract, termsIn(last), {
      on: on as Day,
      owesLastDay,
    })
    const changes = toldChanges(plan)
    changed = changes.length
    await carryOut(tx, institution, contract, termsIn(last), plan)
    const told = { kind: 'ended' as const, effectiveOn: on, currency, planRate, reason }
    const version = { version: last.version + 1, terms, changes, files: [...files], owesLastDay }
    await insertVersion(tx, saidAt, by, contract, { ...told, ...version })
  }
  await tell(tx, saidAt, by, contract, 'ended', {
    ...{ effectiveOn: on, reason, changes: changed, ...(owesLastDay && { owesLastDay }) },
    files: files.map(({ sha256 }) => sha256),
  })
  await bookClaims(tx, clock, institution, contract)
}
