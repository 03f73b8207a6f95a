import { accept, canonicalJson, type Day, type Outcome, refuse } from '@yizhuan/kit'
import { type Change, readTerms, type Terms } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { expectSeq, lockChain, recordChange, sha256 } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { historyOf } from '../../platform/history.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { bookClaims } from './booking.commands.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import type { ToldChange } from './receivables.table.ts'
import { carryOut, planTerms, toldChanges } from './schedule.commands.ts'
import {
  contractFor,
  milestonesOf,
  standing,
  statementsOf,
  termsIn,
  versionsOf,
} from './terms.queries.ts'
import type { MilestoneWire, NewTermsWire, TermWire } from './terms.wire.ts'

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/** What whoever types terms is shown before they hold. */
export async function previewTerms(
  tx: Tx,
  institution: string,
  id: string,
  { currency, planRate, terms, effectiveOn, reason }: z.output<typeof NewTermsWire>,
): Done<readonly ToldChange[]> {
  const contract = await contractFor(tx, institution, id)
  if (!contract) return refuse('no-such-contract', {})
  const read = readTerms({ currency, planRate, terms })
  const isFirst = (await versionsOf(tx, institution, id)).length === 0
  const early = isFirst ? beforeSigning(contract, { effectiveOn, reason }) : undefined
  if (early) return early
  const from = isFirst ? null : (effectiveOn as Day)
  return accept(toldChanges(await planTerms(tx, institution, id, read, from)))
}

/** Writes down what was agreed of payments, or what an amendment makes of it. */
export async function agreeTerms(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: z.output<typeof NewTermsWire>,
): Done<{ version: number }> {
  const { institution } = by
  const contract = await lockedContract(tx, by, id, given.expectedSeq)
  if (!contract) return refuse('no-such-contract', {})
  const { currency, planRate, terms, effectiveOn, reason, files } = given
  const read = readTerms({ currency, planRate, terms })
  const versions = await versionsOf(tx, institution, id)
  const last = versions.at(-1)
  if (last?.kind === 'ended') return refuse('terms-ended', { on: last.effectiveOn })
  const early = last ? undefined : beforeSigning(contract, given)
  if (early) return early
  if (last && reason === null) return refuse('reason-missing', {})
  if (last && last.currency !== currency) return refuse('currency-lasts', { is: last.currency })
  if (last && effectiveOn < last.effectiveOn) {
    return refuse('effective-before', { on: last.effectiveOn })
  }
  const other = await measuredOtherwise(tx, institution, id, read)
  if (other) return refuse('royalty-measure-lasts', { term: other.label })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const plan = await planTerms(tx, institution, id, read, last ? (effectiveOn as Day) : null)

  // From here on the terms hold.
  await carryOut(tx, institution, id, read, plan)
  const version = (last?.version ?? 0) + 1
  const kind = last ? ('amended' as const) : ('agreed' as const)
  const changes = toldChanges(plan)
  const told = { kind, effectiveOn, currency, planRate, reason }
  await insertVersion(tx, clock, by, id, { version, ...told, terms, changes, files })
  await tell(tx, clock, by, id, last ? 'termsAmended' : 'termsAgreed', {
    ...{ version, effectiveOn, currency, planRate, reason, changes: changes.length },
    termsDigest: sha256(canonicalJson(terms)),
    files: files.map(({ sha256 }) => sha256),
  })
  await bookClaims(tx, clock, institution, id)
  return accept({ version })
}

/** That terms hold from before the contract was signed can be agreed, and is no slip where somebody says so. */
function beforeSigning(
  { signedOn }: { readonly signedOn: string | null },
  { effectiveOn, reason }: Pick<z.output<typeof NewTermsWire>, 'effectiveOn' | 'reason'>,
) {
  return signedOn !== null && effectiveOn < signedOn && reason === null
    ? refuse('effective-before-signing', { on: signedOn })
    : undefined
}

/** A royalty of which something was stated by another measure: what was sold before could not be added up. */
async function measuredOtherwise(tx: Tx, institution: string, id: string, { terms }: Terms) {
  const stated = standing(await statementsOf(tx, institution, id))
  return terms.find(
    (one) =>
      one.kind === 'royalty' &&
      stated.some(
        ({ term, baseUnit }) => term === one.key && baseUnit !== (one.royalty.unit ?? null),
      ),
  )
}

/**
 * Marks a milestone as reached, with its evidence: its payment is due so many days later. Of a contract that
 * ended also what was reached before, though nobody wrote it down by then: it was earned.
 */
export async function reachMilestone(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { term, reachedOn, words, files }: z.output<typeof MilestoneWire>,
): Done<{ version: number }> {
  const { institution } = by
  if (!(await lockedContract(tx, by, id))) return refuse('no-such-contract', {})
  const last = (await versionsOf(tx, institution, id)).at(-1)
  const one = last?.terms.find(({ key }) => key === term)
  if (!last || one?.kind !== 'milestone') return refuse('no-such-milestone', {})
  if (last.kind === 'ended' && reachedOn >= last.effectiveOn) {
    return refuse('terms-ended', { on: last.effectiveOn })
  }
  const today = clock.today()
  if (reachedOn > today) return refuse('reached-in-future', { today })
  const reached = await milestonesOf(tx, institution, id)
  if (reached.some((other) => other.term === term)) return refuse('reached-already', {})
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  const before = await tx
    .selectFrom('milestoneTakenBack')
    .select('nth')
    .where('institutionId', '=', institution)
    .where('contractId', '=', id)
    .where('term', '=', term)
    .execute()

  // From here on it is reached.
  await tx
    .insertInto('milestoneReached')
    .values({
      ...{ institutionId: institution, contractId: id, term, reachedOn, words },
      nth: before.length + 1,
      files: JSON.stringify(files),
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await refreshSchedule(tx, institution, id, term)
  await tell(tx, clock, by, id, 'milestoneReached', {
    ...{ term: one.label, reachedOn, words },
    files: files.map(({ sha256 }) => sha256),
  })
  await bookClaims(tx, clock, institution, id)
  return accept({ version: last.version })
}

/**
 * Gives the payment that waited for what happened its day or its amount, also one that the end of the contract
 * dropped and that turns out to have been earned before it. No other changes: what an amendment left as it was,
 * because it was due or money had moved on it, stays so.
 */
export async function refreshSchedule(
  tx: Tx,
  institution: string,
  id: string,
  key: string,
): Promise<void> {
  const last = (await versionsOf(tx, institution, id)).at(-1)
  if (!last) return
  const read = termsIn(last)
  const plan = await planTerms(tx, institution, id, read, null, { isTouchHeld: false })
  const changes = plan.changes.flatMap((change): readonly Change[] => {
    if (!('next' in change) || change.next.key !== key) return []
    if (change.is === 'added') return last.kind === 'ended' ? [change] : []
    if (change.is !== 'changed') return []
    // What a milestone brings is agreed, and never follows from its being reached.
    const { kind } = change.next
    const minor = kind === 'milestone' ? change.former.minor : change.next.minor
    return [{ ...change, next: { ...change.next, minor } }]
  })
  await carryOut(tx, institution, id, read, { ...plan, changes })
}

/** Whoever changes the money of a contract is the only one to do so until they are done. */
export async function lockedContract(tx: Tx, by: Caller, id: string, expected?: number) {
  const { institution } = by
  if (!(await contractFor(tx, institution, id))) return undefined
  const chain = { institution, name: chainOf(contractRegister, id) }
  const head = await lockChain(tx, chain)
  await expectSeq(head, expected, async (seq) =>
    (await historyOf(tx, chain)).items.filter((entry) => entry.seq > seq),
  )
  // A case may have taken it over, or ended it, while this waited.
  return await contractFor(tx, institution, id)
}

/** Tells the history of a contract what was done about its money. */
export async function tell(
  tx: Tx,
  clock: Clock,
  by: Author,
  contract: string,
  what: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordChange(tx, chainOf(contractRegister, contract), {
    ...{ action: `contract.${what}`, subject: contract, data, at: clock.now(), by },
  })
}

export async function insertVersion(
  tx: Tx,
  clock: Clock,
  by: Author,
  contract: string,
  {
    terms,
    changes,
    files,
    ...told
  }: Pick<
    z.output<typeof NewTermsWire>,
    'effectiveOn' | 'currency' | 'planRate' | 'reason' | 'files'
  > & {
    readonly version: number
    readonly terms: readonly TermWire[]
    readonly kind: 'agreed' | 'amended' | 'ended' | 'resumed'
    readonly changes: readonly ToldChange[]
    readonly owesLastDay?: boolean
  },
): Promise<void> {
  await tx
    .insertInto('paymentTerms')
    .values({
      ...{ institutionId: by.institution, contractId: contract, ...told },
      ...{ terms: JSON.stringify(terms), changes: JSON.stringify(changes) },
      files: JSON.stringify(files),
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
}

/** Amounts as a history tells them: in yuan as fen, which are shown as such; else in smallest units. */
export function toldAmounts(
  currency: string,
  amounts: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string | null>> {
  if (currency !== 'CNY') return { ...amounts, currency }
  return Object.fromEntries(Object.entries(amounts).map(([name, minor]) => [`${name}Fen`, minor]))
}
