import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { stateOf } from './contract-money.view.ts'
import { dunningOf } from './dunning.queries.ts'
import { earlierOf, lettersBefore } from './dunning.ts'
import type { DunningLineWire } from './dunning.wire.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockedContract, tell } from './terms.commands.ts'
import { receivablesOf } from './terms.queries.ts'

/** A letter as somebody writes it. */
export interface NewDunning {
  readonly stage: '1' | '2' | '3'
  readonly writtenOn: string
  readonly payBy: string
  readonly way: 'post' | 'email' | 'hand' | 'other'
  readonly words: string | null
}

/** Keeps a letter that asks for all that is overdue of a contract; the letter keeps what it asked for. */
export async function writeDunning(
  tx: Tx,
  clock: Clock,
  by: Caller,
  contractId: string,
  { stage, writtenOn, payBy, way, words }: NewDunning,
): Promise<Outcome<{ id: string }, ReceivableRefusals>> {
  const contract = await lockedContract(tx, by, contractId)
  if (!contract) return refuse('no-such-contract', {})
  const today = clock.today()
  if (writtenOn > today) return refuse('written-in-future', { today })
  if (payBy < writtenOn) return refuse('pay-by-before', {})
  const lines = await overdueOn(tx, by.institution, contractId, writtenOn as Day)
  if (lines.length === 0) return refuse('nothing-overdue', {})
  const [id, madeAt] = [newId(), clock.now()]
  const written = await dunningOf(tx, by.institution, contractId)
  const earlier = earlierOf({ id, stage: Number(stage), writtenOn, madeAt, lines }, written)
  const needed = lettersBefore[Number(stage)] ?? 0
  if (earlier.length < needed) {
    return refuse('no-earlier-letter', { needed: `${needed}`, found: `${earlier.length}` })
  }

  // From here on it is written.
  await tx
    .insertInto('dunningLetter')
    .values({
      ...{ institutionId: by.institution, id, contractId, stage: Number(stage) },
      ...{ writtenOn, payBy, way, words, lines: JSON.stringify(lines) },
      ...{ madeAt, madeBy: by.person, madeName: by.name },
    })
    .execute()
  await tell(tx, clock, by, contractId, 'dunningWritten', { stage, writtenOn, payBy, way })
  return accept({ id })
}

/** What of a contract was overdue on a day, as far as it is still open. */
async function overdueOn(
  tx: Tx,
  institution: string,
  contract: string,
  on: Day,
): Promise<readonly DunningLineWire[]> {
  const rows = await receivablesOf(tx, institution, contract)
  return rows.flatMap((row) =>
    stateOf(row, on) === 'overdue' && row.dueOn !== null
      ? [
          {
            ...{ receivable: row.id, label: row.label, dueOn: row.dueOn },
            ...{ currency: row.currency, minor: row.openMinor },
          },
        ]
      : [],
  )
}

/** Strikes a letter that was written by mistake; it stays to be read. */
export async function strikeDunning(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { contract, letter }: { readonly contract: string; readonly letter: string },
  reason: string,
): Promise<Outcome<{ id: string }, ReceivableRefusals>> {
  if (!(await lockedContract(tx, by, contract))) return refuse('no-such-contract', {})
  const letters = await dunningOf(tx, by.institution, contract)
  const known = letters.find(({ id }) => id === letter)
  if (!known) return refuse('no-such-letter', {})
  if (known.struckOn !== null) return refuse('letter-struck', {})
  const citing = letters.find(
    (one) =>
      one.struckOn === null &&
      (lettersBefore[one.stage] ?? 0) > 0 &&
      earlierOf(one, letters).some(({ id }) => id === letter),
  )
  if (citing) return refuse('letter-named', { on: citing.writtenOn })

  // From here on it is struck.
  await tx
    .updateTable('dunningLetter')
    .set({ struckOn: clock.today(), struckReason: reason, struckName: by.name })
    .where('institutionId', '=', by.institution)
    .where('id', '=', letter)
    .execute()
  await tell(tx, clock, by, contract, 'dunningStruck', { stage: `${known.stage}`, reason })
  return accept({ id: letter })
}
