import { accept, addMonths, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../platform/register.ts'
import { contractOf } from '../contracts/index.ts'
import { allObligations, obligationOf } from './obligation.queries.ts'
import { obligationRegister } from './obligation.table.ts'
import type { ObligationFields } from './obligation.ts'
import type {
  AgreeObligationWire,
  AmendObligationWire,
  ExtendObligationWire,
  ObligationOutcomeWire,
  ObligationWire,
} from './obligation.wire.ts'

// What a contract obliges to is agreed, perhaps put off, and comes out; each is told in its history, and an outcome
// said by mistake is taken back with a reason.

/** Why nothing is written about an obligation. */
export interface ObligationRefusals {
  'no-such-contract': Record<string, never>
  'no-such-obligation': Record<string, never>
  'contract-not-performed': Record<string, never>
  'due-before-signing': { readonly signed: string }
  'due-before-first': { readonly firstDueOn: string }
  'obligation-repeats-unclear': Record<string, never>
  'obligations-too-many': { readonly most: string }
  'obligation-known': { readonly title: string; readonly dueOn: string }
  'consequence-unsaid': Record<string, never>
  'outcome-said': { readonly outcome: NonNullable<ObligationWire['outcome']>; readonly on: string }
  'outcome-unsaid': Record<string, never>
  'outcome-in-future': { readonly today: string }
  'missed-before-due': { readonly dueOn: string }
  'not-later': { readonly dueOn: string }
  'obligation-file-not-stored': { readonly name: string }
}

type Answer<Value> = Promise<Outcome<Value, ObligationRefusals>>

/** So many a contract can have: nobody looks through more, and a form that repeats cannot run away. */
const MOST = 200

/** Writes down what a contract obliges to, once or every few months. @returns the ids, in order of their days. */
export async function agreeObligation(
  tx: Tx,
  clock: Clock,
  by: Author,
  contractId: string,
  { everyMonths, times, ...told }: z.output<typeof AgreeObligationWire>,
): Answer<{ ids: string[] }> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: `contract/${contractId}` })
  const contract = await contractOf(tx, institution, contractId)
  if (!contract) return refuse('no-such-contract', {})
  if ((contract.status ?? 'performing') !== 'performing')
    return refuse('contract-not-performed', {})
  if (isBeforeSigning(told.dueOn, contract.signedOn)) {
    return refuse('due-before-signing', { signed: contract.signedOn ?? '' })
  }
  if (times > 1 !== (everyMonths !== null)) return refuse('obligation-repeats-unclear', {})
  if (told.consequence === 'other' && told.consequenceText === null) {
    return refuse('consequence-unsaid', {})
  }
  const known = await allObligations(tx, institution, { contract: contractId }, clock.today())
  if (known.length + times > MOST) return refuse('obligations-too-many', { most: `${MOST}` })
  const days = Array.from({ length: times }, (_, nth) =>
    addMonths(told.dueOn as Day, nth * (everyMonths ?? 0)),
  )
  const twice = sameAs(told.title, days, known)
  if (twice) return refuse('obligation-known', { title: twice.title, dueOn: twice.dueOn })

  // From here on it is to be done.
  const records = days.map((dueOn) => {
    const fields: ObligationFields = {
      ...{ ...told, ...withoutWords(told.consequence), contractId, dueOn, firstDueOn: dueOn },
      ...{ outcome: null, outcomeOn: null, outcomeText: null, files: [] },
    }
    return { id: newId(), fields }
  })
  await enterRecords(tx, obligationRegister, by, clock.now(), records)
  return accept({ ids: records.map(({ id }) => id) })
}

/** Mends what was typed wrongly of one that is still to be done; its first day is mended with it. */
export async function amendObligation(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq, ...given }: z.output<typeof AmendObligationWire>,
): Answer<{ seq: number }> {
  const one = await locked(tx, clock, by, id)
  if (!one) return refuse('no-such-obligation', {})
  if (one.outcome !== null) return saidAlready(one)
  const contract = await contractOf(tx, by.institution, one.contractId)
  const { dueOn } = given
  if (dueOn !== undefined && isBeforeSigning(dueOn, contract?.signedOn ?? null)) {
    return refuse('due-before-signing', { signed: contract?.signedOn ?? '' })
  }
  const all = { ...one, ...given }
  if (all.consequence === 'other' && all.consequenceText === null) {
    return refuse('consequence-unsaid', {})
  }
  const { firstDueOn } = one
  const isFirst = one.dueOn === firstDueOn
  if (dueOn !== undefined && !isFirst && dueOn < firstDueOn) {
    return refuse('due-before-first', { firstDueOn })
  }
  const [title, day] = [given.title ?? one.title, dueOn ?? one.dueOn]
  if (title !== one.title || day !== one.dueOn) {
    await lockKnownChain(tx, { institution: by.institution, name: `contract/${one.contractId}` })
    const filter = { contract: one.contractId }
    const known = await allObligations(tx, by.institution, filter, clock.today())
    const others = known.filter((other) => other.id !== id)
    const twice = sameAs(title, [day], others)
    if (twice) return refuse('obligation-known', { title: twice.title, dueOn: twice.dueOn })
  }
  const fields = {
    ...{ ...given, ...withoutWords(given.consequence ?? one.consequence) },
    ...(dueOn !== undefined && isFirst && { firstDueOn: dueOn }),
  }
  return amended(tx, clock, by, id, { fields, reason, expectedSeq })
}

/** Puts it off to a later day, as was agreed. */
export async function extendObligation(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { dueOn, reason, files }: z.output<typeof ExtendObligationWire>,
): Answer<{ seq: number }> {
  const one = await locked(tx, clock, by, id)
  if (!one) return refuse('no-such-obligation', {})
  if (one.outcome !== null) return saidAlready(one)
  if (one.state === 'ended') return refuse('contract-not-performed', {})
  if (dueOn <= one.dueOn) return refuse('not-later', { dueOn: one.dueOn })
  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('obligation-file-not-stored', { name: lost.name })

  // From here on it is due later.
  const fields = { dueOn, files: [...one.files, ...files] }
  return amended(tx, clock, by, id, { fields, reason, action: 'extended' })
}

/** Says how it came out: done, not done, or no longer asked for. */
export async function concludeObligation(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { outcome, on, words, files }: z.output<typeof ObligationOutcomeWire>,
): Answer<{ seq: number }> {
  const one = await locked(tx, clock, by, id)
  if (!one) return refuse('no-such-obligation', {})
  if (one.outcome !== null) return saidAlready(one)
  const today = clock.today()
  if (on > today) return refuse('outcome-in-future', { today })
  // On its last day it can still be done.
  if (outcome === 'missed' && on <= one.dueOn)
    return refuse('missed-before-due', { dueOn: one.dueOn })
  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('obligation-file-not-stored', { name: lost.name })

  // From here on it has come out.
  const fields = {
    ...{ outcome, outcomeOn: on, outcomeText: words },
    files: [...one.files, ...files],
  }
  return amended(tx, clock, by, id, { fields, reason: words, action: outcome })
}

/** Takes back an outcome that was said by mistake: it is to be done again. Its papers stay with it. */
export async function takeBackOutcome(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Answer<{ seq: number }> {
  const one = await locked(tx, clock, by, id)
  if (!one) return refuse('no-such-obligation', {})
  if (one.outcome === null) return refuse('outcome-unsaid', {})

  // From here on it is open as before.
  const fields = { outcome: null, outcomeOn: null, outcomeText: null }
  return amended(tx, clock, by, id, { fields, reason, action: 'outcomeTakenBack' })
}

/** The one that is called so and due on one of some days already; what was entered by mistake stands in nobody's way. */
const sameAs = (title: string, days: readonly string[], known: readonly ObligationWire[]) =>
  known.find((one) => one.outcome !== 'annulled' && one.title === title && days.includes(one.dueOn))

/** Where nothing follows there are no words of what follows. */
const withoutWords = (consequence: ObligationFields['consequence']) =>
  consequence === 'none' ? { consequenceText: null } : {}

async function locked(tx: Tx, clock: Clock, { institution }: Author, id: string) {
  await lockKnownChain(tx, { institution, name: chainOf(obligationRegister, id) })
  return obligationOf(tx, institution, id, clock.today())
}

const saidAlready = ({ outcome, outcomeOn }: ObligationWire) =>
  refuse('outcome-said', { outcome: outcome ?? 'met', on: outcomeOn ?? '' })

/** A ledger may know no more of the day than its year or month. */
const isBeforeSigning = (dueOn: string, signedOn: string | null) =>
  signedOn !== null && dueOn.slice(0, signedOn.length) < signedOn

async function amended(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  amendment: Parameters<typeof amendRecord>[5],
): Answer<{ seq: number }> {
  const done = await amendRecord(tx, obligationRegister, clock, by, id, amendment)
  return done ? accept(done) : refuse('no-such-obligation', {})
}
