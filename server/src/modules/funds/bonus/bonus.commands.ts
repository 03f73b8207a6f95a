import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { yuanCell } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../../platform/register.ts'
import { isPayee, placesUnderWay } from '../../payouts/index.ts'
import { personsByName, personsKnownOn } from '../../people/index.ts'
import { rightRegister } from '../../rights/index.ts'
import {
  owedBonuses,
  paymentsOf,
  type StoredBonus,
  sharesOf,
  standingBonus,
  storedBonus,
} from './bonus.queries.ts'
import { type BonusFields, bonusRegister } from './bonus.table.ts'
import {
  amountRefused,
  type BelowLeast,
  decideShares,
  lastOf,
  type Share,
  type ShareRefusals,
} from './bonus.ts'
import type { ProposeBonusWire } from './bonus.wire.ts'
import { type BonusFacts, breachedAmount, findingsOf, leastOf } from './bonus-law.ts'

/** Why a bonus is not proposed, decided or paid. */
export interface BonusRefusals extends ShareRefusals {
  'no-such-bonus': Record<string, never>
  'bonus-not-owed': Record<string, never>
  'bonus-proposed-already': Record<string, never>
  'bonus-below-least': BelowLeast['least']
  'bonus-needs-reason': BelowLeast['least']
  'no-such-inventor': { readonly at: string }
  'inventor-name-shared': { readonly at: string; readonly name: string }
  'bonus-file-not-stored': { readonly name: string }
  'bonus-not-proposed': Record<string, never>
  'approver-proposed-bonus': Record<string, never>
  'approver-receives-bonus': Record<string, never>
  'bonus-not-approved': Record<string, never>
  'bonus-partly-paid': Record<string, never>
  'bonus-paid-in-future': { readonly today: string }
  'bonus-paid-before-grant': { readonly grantedOn: string }
  'share-not-open': { readonly place: string }
  'share-named-twice': { readonly place: string }
  'no-such-payment': Record<string, never>
  'share-in-batch': { readonly place: string }
  'share-paid-in-batch': Record<string, never>
  'bonus-under-way': Record<string, never>
  'bonus-returned-in-future': { readonly today: string }
  'returned-before-paid': { readonly paidOn: string }
}

/** Proposes the bonus of a patent whose docket counts one. */
export async function proposeBonus(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: z.output<typeof ProposeBonusWire>,
): Promise<Outcome<{ id: string }, BonusRefusals>> {
  const { institution } = by
  const { right, basis, rule } = told
  // Of two who propose for one patent, the second finds the first.
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  if (await standingBonus(tx, institution, right)) return refuse('bonus-proposed-already', {})
  const [owed] = await owedBonuses(tx, institution, right)
  if (!owed) return refuse('bonus-not-owed', {})
  const who = await inventorsKnown(tx, institution, told.shares, clock.today())
  if (who.kind === 'refused') return who
  const shares = who.value
  const sum = decideShares(shares, { basis, rule })
  if (sum.kind === 'refused') return sum
  const { rightKind: kind, grantedOn } = owed
  const facts: BonusFacts = { kind, grantedOn, basis, fen: sum.value, paidOn: null }
  const below = belowLeast(facts, clock.today())
  const tooLittle = amountRefused(below, told.despite)
  if (tooLittle) return { kind: 'refused', refusal: tooLittle }
  const lost = await fileNotStored(tx, institution, told.files)
  if (lost) return refuse('bonus-file-not-stored', { name: lost.name })

  // From here on it is proposed.
  const id = newId()
  const fields: BonusFields = {
    ...{ rightId: right, rightKind: kind, rightNumber: owed.rightNumber },
    ...{ rightTitle: owed.rightTitle, grantedOn, dueOn: owed.dueOn, basis, rule },
    despite: below ? told.despite : null,
    ...{ amountFen: `${sum.value}`, state: 'proposed', files: told.files, remark: told.remark },
    ...{ proposedOn: clock.today(), proposedBy: by.person, proposedName: by.name },
    ...{ approvedOn: null, approvedBy: null, approvedName: null },
    ...{ withdrawnFor: null, paidOn: null, eventId: null },
  }
  const beside = { shares: shares.map(({ name, fen }) => `${name} ${yuanCell(`${fen}`)}`) }
  await enterRecords(tx, bonusRegister, by, clock.now(), [{ id, fields, beside }])
  await insertMany(
    tx,
    'grantBonusShare',
    shares.map(({ name, person, fen }, at) => ({
      ...{ institutionId: institution, bonusId: id, place: at + 1 },
      ...{ name, personId: person, amountFen: `${fen}` },
    })),
  )
  return accept({ id })
}

/**
 * The shares with the names that the register has for those it knows. Where it knows several by a name, the name
 * alone says nothing of who is paid.
 */
async function inventorsKnown(
  tx: Tx,
  institution: string,
  told: z.output<typeof ProposeBonusWire>['shares'],
  today: Day,
): Promise<Outcome<readonly Share[], BonusRefusals>> {
  const ids = told.flatMap(({ person }) => person ?? [])
  const known = await personsKnownOn(tx, institution, ids, today)
  const stranger = told.findIndex(
    ({ person }) => person !== null && known.get(person)?.entry === undefined,
  )
  if (stranger >= 0) return refuse('no-such-inventor', { at: `${stranger}` })
  const typed = told.flatMap(({ person, name }) => (person === null ? name : []))
  const bearers = await personsByName(tx, institution, typed)
  const shared = told.findIndex(
    ({ person, name }) => person === null && (bearers.get(name)?.length ?? 0) > 1,
  )
  if (shared >= 0) {
    return refuse('inventor-name-shared', { at: `${shared}`, name: told[shared]?.name ?? '' })
  }
  return accept(
    told.map(({ name, person, fen }) => ({
      ...{ name: known.get(person ?? '')?.entry?.name ?? name, person, fen: BigInt(fen) },
    })),
  )
}

/** Approves a proposal; neither whoever made it nor who receives of it. */
export async function approveBonus(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  expectedSeq: number,
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const bonus = await lockedBonus(tx, by.institution, id)
  if (!bonus) return refuse('no-such-bonus', {})
  if (bonus.state !== 'proposed') return refuse('bonus-not-proposed', {})
  if (bonus.proposedBy === by.person) return refuse('approver-proposed-bonus', {})
  if (await isPayee(tx, by, await sharesOf(tx, by.institution, id))) {
    return refuse('approver-receives-bonus', {})
  }
  // The figure may have been confirmed since.
  const below = belowLeast(factsOf(bonus), clock.today())
  const tooLittle = amountRefused(below, bonus.despite ?? '')
  if (tooLittle) return { kind: 'refused', refusal: tooLittle }

  // From here on it is approved.
  const fields = { approvedOn: clock.today(), approvedBy: by.person, approvedName: by.name }
  return change(tx, clock, by, id, {
    fields: { ...fields, state: 'approved' },
    ...{ reason: '', expectedSeq, action: 'approved' },
  })
}

/** Withdraws a bonus of which nothing is paid; another one can be proposed then. */
export async function withdrawBonus(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq }: { readonly reason: string; readonly expectedSeq: number },
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const bonus = await lockedBonus(tx, by.institution, id)
  if (!bonus) return refuse('no-such-bonus', {})
  if (bonus.state === 'withdrawn') return refuse('bonus-not-proposed', {})
  const payments = await paymentsOf(tx, by.institution, id)
  const isPaid = payments.some(({ place }) => lastOf(payments, place)?.kind === 'paid')
  if (isPaid) return refuse('bonus-partly-paid', {})
  const ordered = await placesUnderWay(tx, by.institution, { source: 'grant_bonus', id })
  if (ordered.size > 0) return refuse('bonus-under-way', {})

  // From here on it is withdrawn.
  const fields = { state: 'withdrawn', withdrawnFor: reason }
  return change(tx, clock, by, id, { fields, reason, expectedSeq, action: 'withdrawn' })
}

/** The least amount that a bonus does not reach, and whether somebody confirmed that figure. */
function belowLeast(facts: BonusFacts, today: Day): BelowLeast | undefined {
  if (!breachedAmount(findingsOf(facts, today))) return undefined
  const least = leastOf(facts.kind, facts.grantedOn)
  if (!least) throw new TypeError('A bonus is below an amount that nothing sets.')
  const { source, at } = least.cite
  return { isVerified: least.isVerified, least: { least: `${least.fen}`, source, at } }
}

/** A bonus as the law asks about it. */
export function factsOf(bonus: StoredBonus): BonusFacts {
  const { rightKind: kind, grantedOn, basis, amountFen, paidOn } = bonus
  return { kind, grantedOn, basis, fen: BigInt(amountFen), paidOn }
}

/** A bonus, held until the transaction ends. */
export async function lockedBonus(tx: Tx, institution: string, id: string) {
  await lockKnownChain(tx, { institution, name: chainOf(bonusRegister, id) })
  return await storedBonus(tx, institution, id)
}

/** Changes a bonus and tells its history. */
export async function change(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  amendment: Parameters<typeof amendRecord>[5],
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const amended = await amendRecord(tx, bonusRegister, clock, by, id, amendment)
  return amended ? accept(amended) : refuse('no-such-bonus', {})
}
