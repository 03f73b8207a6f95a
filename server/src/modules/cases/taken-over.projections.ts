import {
  type CaseState,
  collectsForOthers,
  type serviceActs,
  type TakenOver,
  type TakenOverService,
} from '@yizhuan/procedures'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { projectReleased, projectTakeover } from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import { takeInReceipt } from '../proceeds/index.ts'
import { projectClaims, projectClaimsOf } from '../receivables/index.ts'
import { caseNumber } from './case.queries.ts'
import type { Entry } from './procedure.ts'
import { projectSharedOut, projectSharedOutGivenUp } from './shared-out/shared-out.projections.ts'

// What a takeover says of the contract and of its receipts that stood in the registers before the case.

const by = (institution: string, { by: { person, name } }: Entry) => ({ institution, person, name })

/** Writes a takeover into the register of contracts: from now on the contract is the case's. */
export async function projectTakenOver(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  transfer: CaseState,
): Promise<void> {
  const { contractId } = transfer.opened.data
  if (contractId === undefined) return
  const told = entry.data as unknown as TakenOver
  await projectTakeover(tx, clock, {
    by: by(institution, entry),
    contract: contractId,
    ...{ case: entry.case, seq: entry.seq, caseNumber: await numberOf(tx, institution, entry) },
    fields: fieldsOf(told),
    claimOfCompany: told.byPlatformCompany ?? false,
    others: await othersIn(tx, institution, transfer),
    reason: told.documents.slice(0, 500),
  })
  await projectClaims(tx, clock, { institution, case: entry.case })
  await sharedOut(tx, clock, institution, entry, contractId)
}

/** The same of a service contract: what kind of work it is, its case says where the register did not. */
export async function projectServiceTakenOver(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  { kind, client, contractId }: ServiceOpened,
): Promise<void> {
  if (contractId === undefined) return
  const told = entry.data as unknown as TakenOverService
  const { number, price, signedOn, performUntil } = told
  await projectTakeover(tx, clock, {
    by: by(institution, entry),
    contract: contractId,
    ...{ case: entry.case, seq: entry.seq, caseNumber: await numberOf(tx, institution, entry) },
    fields: {
      ...{ kind, number, counterparty: client, amountFen: price, signedOn },
      ...{ termTo: performUntil, ...registrationOf(told) },
    },
    ...{ claimOfCompany: false, others: [] },
    reason: told.documents.slice(0, 500),
  })
  await sharedOut(tx, clock, institution, entry, contractId)
}

/** What was shared out before stands in the register of receipts. */
async function sharedOut(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  contract: string,
): Promise<void> {
  const { earlier = [] } = entry.data as unknown as Pick<TakenOver, 'earlier'>
  await projectSharedOut(tx, clock, {
    by: by(institution, entry),
    ...{ case: entry.case, caseNumber: await numberOf(tx, institution, entry) },
    ...{ contract, earlier },
  })
}

type ServiceOpened = z.infer<(typeof serviceActs)['serviceOpened']>

/** Other holders of title for whom income comes in here, by the shares of the title. */
export async function othersIn(tx: Tx, institution: string, transfer: CaseState) {
  if (!collectsForOthers(transfer)) return []
  const { name } = await profileOf(tx, institution)
  const holders = transfer.title?.data.holders ?? []
  return holders
    .filter((one) => one.name !== name)
    .map((one) => ({ holder: one.name, share: one.share }))
}

/** A takeover that was given up leaves the contract to its register. */
export async function projectGivenUp(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  contractId: string | undefined,
): Promise<void> {
  if (contractId === undefined) return
  const of = {
    by: by(institution, entry),
    ...{ contract: contractId, case: entry.case },
    caseNumber: await numberOf(tx, institution, entry),
    reason: `${entry.data['reason']}`.slice(0, 500),
  }
  const released = await projectReleased(tx, clock, of)
  await projectSharedOutGivenUp(tx, clock, of)
  // Whose claims they are, and of how much, is again what the register alone says.
  if (released) await projectClaimsOf(tx, clock, institution, contractId)
}

/** A receipt that the register knew stands in the case from now on. */
export async function projectTakenIn(
  tx: Tx,
  clock: Clock,
  entry: Entry,
  received: Omit<Parameters<typeof takeInReceipt>[2], 'by' | 'caseNumber'>,
): Promise<void> {
  const number = await numberOf(tx, received.institution, entry)
  const { person, name } = entry.by
  await takeInReceipt(tx, clock, { ...received, by: { person, name }, caseNumber: number })
}

const numberOf = async (tx: Tx, institution: string, { case: id }: Entry): Promise<string> =>
  (await caseNumber(tx, institution, id)) ?? ''

function fieldsOf(told: TakenOver) {
  const { number, counterparty, mode, price, pricing, signedOn, effectiveOn, licenceUntil } = told
  const { licenceKind, field, territory, noticeOn, noticeEndedOn } = told
  return {
    ...{ number, counterparty: counterparty.slice(0, 200), mode, amountFen: price, pricing },
    ...{ signedOn, termFrom: effectiveOn, termTo: licenceUntil, exclusivity: licenceKind },
    ...{ field, territory, noticeFrom: noticeOn, noticeTo: noticeEndedOn },
    ...registrationOf(told),
  }
}

function registrationOf(
  told: Pick<TakenOver, 'registration' | 'registrationNumber' | 'registeredOn'>,
) {
  const { registration, registrationNumber, registeredOn } = told
  if (registration !== 'registered') return { registration }
  return { registration, registrationNo: registrationNumber, registeredOn }
}
