import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { WriteOffWire } from './matching.wire.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockedContract, tell, toldAmounts } from './terms.commands.ts'
import { carryOutWriteOff, judgeWriteOff } from './write-off.commands.ts'

// Nobody writes off alone: one person proposes it with the paper that shows why, another one confirms it.

type Done = Promise<Outcome<{ id: string }, ReceivableRefusals>>

/** Proposes to write off what will not be paid any more. */
export async function proposeWriteOff(
  tx: Tx,
  clock: Clock,
  by: Caller,
  receivable: string,
  { minor, writtenOn, reason, files }: z.output<typeof WriteOffWire>,
): Done {
  const { institution } = by
  const told = { minor, writtenOn }
  const judged = await judgeWriteOff(tx, by, clock.today(), receivable, told)
  if (judged.kind === 'refused') return judged
  if (files.length === 0) return refuse('write-off-unproved', {})
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const waiting = await proposals(tx, institution)
    .where('one.receivableId', '=', receivable)
    .where('one.outcome', 'is', null)
    .executeTakeFirst()
  if (waiting) return refuse('write-off-waiting', {})

  // From here on it is proposed.
  const { contract, row } = judged.value
  const id = newId()
  await tx
    .insertInto('writeOffProposal')
    .values({
      ...{ institutionId: institution, id, receivableId: receivable, minor, writtenOn, reason },
      files: JSON.stringify(files),
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await tell(tx, clock, by, contract, 'writeOffProposed', {
    ...{ receivable: row.label, writtenOn, reason },
    ...toldAmounts(row.currency, { writtenOff: minor }),
    files: files.map(({ sha256 }) => sha256),
  })
  return accept({ id })
}

/** Confirms what somebody else proposed: it is written off. */
export async function confirmWriteOff(tx: Tx, clock: Clock, by: Caller, id: string): Done {
  const { institution } = by
  const found = await proposals(tx, institution).where('one.id', '=', id).executeTakeFirst()
  if (!found) return refuse('no-such-proposal', {})
  const { receivableId, minor, writtenOn, reason } = found
  const today = clock.today()
  const judged = await judgeWriteOff(tx, by, today, receivableId, { minor, writtenOn })
  // Somebody may have ended it meanwhile: the contract is locked by now.
  const again = await proposals(tx, institution).where('one.id', '=', id).executeTakeFirst()
  if (again?.outcome !== null) return refuse('no-such-proposal', {})
  if (found.madeBy === by.person) return refuse('write-off-of-own', {})
  if (judged.kind === 'refused') return judged

  // From here on it is written off.
  const writeOffId = await carryOutWriteOff(tx, clock, by, judged.value, {
    ...{ minor, writtenOn, reason },
  })
  await end(tx, clock, by, id, { outcome: 'confirmed', writeOffId })
  return accept({ id: writeOffId })
}

/** Gives a proposal up, whoever made it. */
export async function withdrawWriteOff(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Done {
  const { institution } = by
  const found = await proposals(tx, institution).where('one.id', '=', id).executeTakeFirst()
  if (!found || !(await lockedContract(tx, by, found.contractId))) {
    return refuse('no-such-proposal', {})
  }
  const again = await proposals(tx, institution).where('one.id', '=', id).executeTakeFirst()
  if (again?.outcome !== null) return refuse('no-such-proposal', {})

  // From here on it is given up.
  await end(tx, clock, by, id, { outcome: 'withdrawn', endedReason: reason })
  const { label, currency, minor, writtenOn } = found
  await tell(tx, clock, by, found.contractId, 'writeOffWithdrawn', {
    ...{ receivable: label, writtenOn, reason },
    ...toldAmounts(currency, { writtenOff: minor }),
  })
  return accept({ id })
}

function proposals(tx: Tx, institution: string) {
  return tx
    .selectFrom('writeOffProposal as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .select(['one.receivableId', 'one.minor', 'one.writtenOn', 'one.reason', 'one.madeBy'])
    .select(['one.outcome', 'receivable.contractId', 'receivable.label', 'receivable.currency'])
    .where('one.institutionId', '=', institution)
}

async function end(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  told:
    | { readonly outcome: 'confirmed'; readonly writeOffId: string }
    | { readonly outcome: 'withdrawn'; readonly endedReason: string },
): Promise<void> {
  await tx
    .updateTable('writeOffProposal')
    .set({ ...told, endedAt: clock.now(), endedBy: by.person, endedName: by.name })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
}
