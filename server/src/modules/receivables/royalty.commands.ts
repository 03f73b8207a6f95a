import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { minimumOf, periodKey, periodsOf, royaltyOn } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Author } from '../../platform/register.ts'
import { differenceFound } from './audit.commands.ts'
import { setOff } from './audit-decision.commands.ts'
import { lessOwedOf, releaseCredits } from './audit-decision.queries.ts'
import { bookClaims } from './booking.commands.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockedContract, refreshSchedule, tell, toldAmounts } from './terms.commands.ts'
import {
  invoicedOf,
  receivablesOf,
  standing,
  statementsOf,
  termsIn,
  versionsOf,
} from './terms.queries.ts'
import type { NewStatementWire } from './terms.wire.ts'

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/**
 * Takes down what a licensee states of a period: what the bands make of it becomes due.
 *
 * Stated again, the later statement stands, where it says that it corrects; once money moved on the period, a later
 * one is a matter of an amendment.
 */
export async function recordStatement(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: Omit<Stated, 'corrects'> & { readonly corrects?: boolean },
): Done<{ id: string }> {
  const { institution } = by
  if (!(await lockedContract(tx, by, id))) return refuse('no-such-contract', {})
  const told = { ...given, corrects: given.corrects ?? false }
  const judged = await judgeStatement(tx, institution, clock.today(), id, told)
  if (judged.kind === 'refused') return judged
  const lost = await fileNotStored(tx, institution, told.files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the period is stated.
  const statement = await writeStatement(tx, clock, by, id, told, judged.value, null)
  return accept({ id: statement })
}

/** What somebody states of a period. */
export type Stated = Pick<
  z.output<typeof NewStatementWire>,
  'term' | 'periodFrom' | 'base' | 'stated' | 'corrects' | 'receivedOn' | 'words' | 'files'
>

/** What a statement comes to, and which it takes the place of. */
export interface Judged {
  readonly label: string
  readonly currency: string
  /** What was counted, where it is pieces. */
  readonly unit: string | null
  readonly receivable: { readonly id: string; readonly key: string }
  readonly former: string | null
  readonly earned: bigint
  readonly due: bigint
}

/** Whether a period may be stated so, and what follows from it. Writes nothing. */
export async function judgeStatement(
  tx: Tx,
  institution: string,
  today: string,
  id: string,
  { term, periodFrom, base, corrects, receivedOn }: Omit<Stated, 'stated' | 'words' | 'files'>,
): Done<Judged> {
  const last = (await versionsOf(tx, institution, id)).at(-1)
  const one = last && termsIn(last).terms.find(({ key }) => key === term)
  if (!last || one?.kind !== 'royalty') return refuse('no-such-royalty', {})
  const period = periodsOf(one.royalty).find(({ from }) => from === periodFrom)
  if (!period) return refuse('no-such-period', {})
  if (receivedOn > today) return refuse('stated-in-future', { today })
  if (receivedOn <= period.to) return refuse('period-not-over', { to: period.to })
  const rows = await receivablesOf(tx, institution, id)
  const row = rows.find(({ key }) => key === periodKey(term, period.from))
  if (!row || row.isCancelled) return refuse('no-such-period', {})
  const invoiced = await invoicedOf(tx, institution, id)
  const isInvoiced = invoiced.some(({ receivableId }) => receivableId === row.id)
  if (isInvoiced || row.matchedMinor !== '0' || row.writtenOffMinor !== '0') {
    return refuse('royalty-period-settled', {})
  }
  const known = standing(await statementsOf(tx, institution, id))
  const before = known
    .filter((other) => other.term === term && other.periodFrom < periodFrom)
    .reduce((sum, other) => sum + BigInt(other.baseMinor), 0n)
  const former = known.find((other) => other.term === term && other.periodFrom === periodFrom)
  const audit = former && (await differenceFound(tx, institution, id, { term, periodFrom }))
  if (audit) return refuse('audit-claims-period', { on: audit.onDay })
  if (former && !corrects) return refuse('stated-before', { on: former.receivedOn })
  const later = known.some((other) => other.term === term && other.periodFrom > periodFrom)
  if (later && one.royalty.counts === 'life') return refuse('later-period-stated', {})
  // What was sold before decides on the band: a period that is left out could never be stated any more.
  const unstated = rows.find(
    (other) =>
      other.term === term &&
      !other.isCancelled &&
      (other.periodFrom ?? '') < periodFrom &&
      !known.some((said) => said.term === term && said.periodFrom === other.periodFrom),
  )
  if (unstated && one.royalty.counts === 'life') {
    return refuse('earlier-period-unstated', { from: unstated.periodFrom ?? '' })
  }

  const agreed = { ...one.royalty, minimum: minimumOf(one.royalty, period.from) }
  const { earned, due } = royaltyOn(agreed, BigInt(base), before)
  return accept({
    ...{ label: one.label, currency: last.currency, receivable: row, earned, due },
    unit: one.royalty.unit ?? null,
    former: former?.id ?? null,
  })
}

/** Writes a statement that was judged; of a case, with the act that says it. */
export async function writeStatement(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { term, periodFrom, base, stated, receivedOn, words, files }: Stated,
  { label, currency, unit, receivable, former, earned, due }: Judged,
  act: { readonly case: string; readonly seq: number } | null,
): Promise<string> {
  const { institution } = by
  const statement = newId()
  await tx
    .insertInto('royaltyStatement')
    .values({
      ...{ institutionId: institution, id: statement, contractId: id, term, periodFrom },
      ...{ baseMinor: base, baseUnit: unit },
      ...{ statedMinor: stated, earnedMinor: `${earned}`, dueMinor: `${due}` },
      ...{ receivedOn, words, files: JSON.stringify(files), supersedes: former },
      ...{ caseId: act?.case ?? null, seq: act?.seq ?? null },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await releaseCredits(tx, institution, { receivable: receivable.id })
  await tx
    .updateTable('receivable')
    // Nothing sold and no minimum: nothing is owed for the period.
    .set({ isStated: true, ...(due === 0n ? { minor: null } : {}) })
    .where('institutionId', '=', institution)
    .where('id', '=', receivable.id)
    .execute()
  if (due > 0n) await refreshSchedule(tx, institution, id, receivable.key)
  // What was paid too much before is set off.
  await setOff(tx, institution, id, term)
  const less = (await lessOwedOf(tx, institution, id)).get(receivable.key) ?? 0n
  await tell(tx, clock, by, id, 'royaltyStated', {
    ...{ term: label, periodFrom, words },
    ...(unit !== null && { sold: `${base} ${unit}` }),
    ...toldAmounts(currency, {
      ...(unit === null && { base }),
      ...{ stated, earned: `${earned}`, due: `${due}` },
      ...(less !== 0n && { setOff: `${less}` }),
    }),
    files: files.map(({ sha256 }) => sha256),
  })
  await bookClaims(tx, clock, institution, id)
  return statement
}
