import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { bookClaims } from './booking.commands.ts'
import { cutAnew } from './ending.commands.ts'
import type { WriteOffWire } from './matching.wire.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockedContract, tell, toldAmounts } from './terms.commands.ts'
import { milestonesOf, type ReceivableRow, receivablesOf } from './terms.queries.ts'
import { isWrittenOffInCase } from './write-off.queries.ts'

/** What is to be written off of a receivable. */
export type ToWriteOff = Pick<WriteOffWire, 'minor' | 'writtenOn' | 'reason'>

/** Whether so much may be written off. Of a transfer that has a case the act of the case does. Locks the contract's money. */
export async function judgeWriteOff(
  tx: Tx,
  by: Caller,
  today: string,
  id: string,
  { minor, writtenOn }: Omit<ToWriteOff, 'reason'>,
): Promise<
  Outcome<{ readonly contract: string; readonly row: ReceivableRow }, ReceivableRefusals>
> {
  const { institution } = by
  const found = await tx
    .selectFrom('receivable')
    .select('contractId')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse('no-such-receivable', {})
  const contract = await lockedContract(tx, by, found.contractId)
  if (!contract) return refuse('no-such-receivable', {})
  if (isWrittenOffInCase(contract)) {
    return refuse('written-off-in-case', { case: contract.caseId ?? '' })
  }
  if (writtenOn > today) return refuse('written-off-in-future', { today })
  const since = await owedSince(tx, institution, contract, id)
  if (since && writtenOn < since) return refuse('written-off-before', { on: since })
  const rows = await receivablesOf(tx, institution, found.contractId)
  const row = rows.find((one) => one.id === id)
  if (!row || BigInt(minor) > BigInt(row.openMinor)) {
    return refuse('write-off-above-open', { open: row?.openMinor ?? '0' })
  }
  return accept({ contract: contract.id, row })
}

/** Writes off what was judged. */
export async function carryOutWriteOff(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { contract, row }: { readonly contract: string; readonly row: ReceivableRow },
  { minor, writtenOn, reason }: ToWriteOff,
): Promise<string> {
  const { institution } = by
  const made = await insertWriteOff(tx, {
    ...{ institution, receivable: row.id, minor: BigInt(minor), writtenOn, reason },
    ...{ case: null, seq: null, at: clock.now(), person: by.person, name: by.name },
  })
  await tell(tx, clock, by, contract, 'receivableWrittenOff', {
    ...{ receivable: row.label, writtenOn, reason },
    ...toldAmounts(row.currency, { writtenOff: minor }),
  })
  await bookClaims(tx, clock, institution, contract, writtenOn)
  return made
}

/**
 * The first day on which a receivable can have been owed: the contract was signed, its milestone reached, its period
 * begun. Undefined where the record says none of it.
 */
async function owedSince(
  tx: Tx,
  institution: string,
  contract: { readonly id: string; readonly signedOn: string | null },
  id: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('receivable')
    .select(['term', 'periodFrom'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  const reached = await milestonesOf(tx, institution, contract.id)
  const reachedOn = reached.find(({ term }) => term === row?.term)?.reachedOn
  const days = [contract.signedOn, row?.periodFrom, reachedOn]
  return days
    .filter((on) => on !== null && on !== undefined)
    .toSorted()
    .at(-1)
}

/** Takes a write-off back by a line of its own: what it wrote off is open again, as far as the end of the contract left it. */
export async function takeBackWriteOff(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, ReceivableRefusals>> {
  const { institution } = by
  const found = await writeOffOf(tx, institution, id)
  if (!found || found.takesBack !== null) return refuse('no-such-write-off', {})
  const contract = await lockedContract(tx, by, found.contractId)
  if (!contract) return refuse('no-such-write-off', {})
  if (found.caseId !== null) return refuse('written-off-in-case', { case: found.caseId })
  const back = await tx
    .selectFrom('receivableWriteOff')
    .select('id')
    .where('institutionId', '=', institution)
    .where('takesBack', '=', id)
    .executeTakeFirst()
  if (back) return refuse('write-off-taken-back', {})

  // From here on it is taken back.
  const { receivableId: receivable, writtenOn, minor, label, currency } = found
  const made = await insertWriteOff(tx, {
    ...{ institution, receivable, minor: -BigInt(minor), writtenOn, reason, takesBack: id },
    ...{ case: null, seq: null, at: clock.now(), person: by.person, name: by.name },
  })
  await cutAnew(tx, institution, found.contractId, receivable)
  await tell(tx, clock, by, found.contractId, 'writeOffTakenBack', {
    ...{ receivable: label, writtenOn, reason },
    ...toldAmounts(currency, { writtenOff: minor }),
  })
  await bookClaims(tx, clock, institution, found.contractId)
  return accept({ id: made })
}

function writeOffOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('receivableWriteOff as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .select(['one.receivableId', 'one.minor', 'one.writtenOn', 'one.takesBack', 'one.caseId'])
    .select(['receivable.contractId', 'receivable.label', 'receivable.currency'])
    .where('one.institutionId', '=', institution)
    .where('one.id', '=', id)
    .executeTakeFirst()
}

/** What an act of a case wrote off. */
export interface WrittenOff {
  readonly institution: string
  readonly case: string
  readonly seq: number
  readonly on: string
  readonly amountFen: string
  readonly reason: string
  readonly at: Date
  readonly by: { readonly person: string; readonly name: string }
}

/**
 * Projects what an act of a case wrote off on the receivables of its contract, the oldest first.
 *
 * The act is the truth: where it writes off more than its contract's terms have open, the rest stands in
 * the case only.
 */
export async function projectWriteOff(tx: Tx, clock: Clock, act: WrittenOff): Promise<void> {
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', act.institution)
    .where('caseId', '=', act.case)
    .executeTakeFirst()
  if (!contract) return
  // Somebody may be matching a receipt with the same receivables: what is open is read after them.
  await lockChain(tx, {
    institution: act.institution,
    name: chainOf(contractRegister, contract.id),
  })
  let rest = BigInt(act.amountFen)
  for (const row of await receivablesOf(tx, act.institution, contract.id)) {
    const open = BigInt(row.openMinor)
    if (rest <= 0n) break
    if (row.currency !== 'CNY' || open <= 0n) continue
    const minor = open > rest ? rest : open
    rest -= minor
    await insertWriteOff(tx, {
      ...{ institution: act.institution, receivable: row.id, minor, writtenOn: act.on },
      ...{ reason: act.reason, case: act.case, seq: act.seq, at: act.at, ...act.by },
    })
  }
  await bookClaims(tx, clock, act.institution, contract.id, act.on)
}

/** Projects that a case took a write-off back: what was written off by no act that stands is open again. */
export async function projectWriteOffBack(
  tx: Tx,
  clock: Clock,
  act: Omit<WrittenOff, 'amountFen'> & { readonly standing: readonly number[] },
): Promise<void> {
  const { institution, seq, at } = act
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .where('caseId', '=', act.case)
    .executeTakeFirst()
  if (!contract) return
  await lockChain(tx, { institution, name: chainOf(contractRegister, contract.id) })
  const lines = await tx
    .selectFrom('receivableWriteOff')
    .select(['id', 'receivableId', 'minor', 'writtenOn', 'seq', 'takesBack'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', act.case)
    .execute()
  const gone = new Set(lines.map(({ takesBack }) => takesBack))
  const left = lines.filter(({ id, takesBack }) => takesBack === null && !gone.has(id))
  const back = left.filter((line) => line.seq !== null && !act.standing.includes(line.seq))
  for (const { id, receivableId: receivable, minor, writtenOn } of back) {
    await insertWriteOff(tx, {
      ...{ institution, receivable, minor: -BigInt(minor), writtenOn, takesBack: id },
      ...{ reason: act.reason, case: act.case, seq, at, ...act.by },
    })
    await cutAnew(tx, institution, contract.id, receivable)
  }
  await bookClaims(tx, clock, institution, contract.id, act.on)
}

interface Line {
  readonly institution: string
  readonly receivable: string
  readonly minor: bigint
  readonly writtenOn: string
  readonly reason: string
  readonly case: string | null
  readonly seq: number | null
  readonly at: Date
  readonly person: string
  readonly name: string
  readonly takesBack?: string
}

async function insertWriteOff(tx: Tx, line: Line): Promise<string> {
  const { institution, receivable, minor, writtenOn, reason, seq, at, person, name } = line
  await tx
    .updateTable('receivable')
    .set({ writtenOffMinor: sql`written_off_minor + ${`${minor}`}::bigint` })
    .where('institutionId', '=', institution)
    .where('id', '=', receivable)
    .execute()
  const id = newId()
  await tx
    .insertInto('receivableWriteOff')
    .values({
      ...{ institutionId: institution, id, receivableId: receivable, minor: `${minor}` },
      ...{ writtenOn, reason, caseId: line.case, seq, takesBack: line.takesBack ?? null },
      ...{ madeAt: at, madeBy: person, madeName: name },
    })
    .execute()
  return id
}
