import { accept, lastDayKnown, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { addJobs } from '../../platform/jobs.ts'
import {
  type Amendment,
  type Author,
  amendRecord,
  type Entering,
  enterRecords,
  type Given,
  recordOf,
} from '../../platform/register.ts'
import { achievementsOf, contractOf, contractsToLink } from './contract.queries.ts'
import type { ContractRefusals } from './contract.refusals.ts'
import { contractRegister } from './contract.table.ts'
import type { ContractFields } from './contract.ts'

/** A contract as a ledger knows it, and the achievements it is about. */
export interface LedgerContract {
  /** Where its id is known before it is entered. */
  readonly id?: string
  readonly fields: ContractFields
  readonly achievements: readonly string[]
  /** From where in the ledger. */
  readonly source: string
}

/** Enters contracts from a ledger, each with the first entry of its own chain. @returns their ids. */
export async function enterContracts(
  tx: Tx,
  clock: Clock,
  by: Author,
  contracts: readonly LedgerContract[],
  entering: Entering = {},
): Promise<readonly string[]> {
  const records = contracts.map(({ id = newId(), fields, achievements, source }) => ({
    id,
    fields,
    beside: { achievements, source },
  }))
  await enterRecords(tx, contractRegister, by, clock.now(), records, entering)
  const links = records.flatMap(({ id, beside }) =>
    beside.achievements.map((achievement) => ({ contract: id, achievement })),
  )
  await link(tx, by.institution, links)
  return records.map(({ id }) => id)
}

/** Changes a contract that was entered from a ledger; achievements are only ever added. */
export async function amendContract(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: {
    readonly fields: Given<ContractFields>
    readonly achievements: readonly string[]
    readonly reason: string
    readonly expectedSeq?: number | undefined
  },
): Promise<void> {
  const linked = (await achievementsOf(tx, by.institution, id)).map((one) => one.id)
  const added = given.achievements.filter((one) => !linked.includes(one))
  await link(
    tx,
    by.institution,
    added.map((achievement) => ({ contract: id, achievement })),
  )
  const beside =
    added.length === 0 ? [] : [{ field: 'achievements', from: linked, to: [...linked, ...added] }]
  const { fields, reason, expectedSeq } = given
  await amend(tx, clock, by, id, { fields, beside, reason, expectedSeq })
}

/** Corrects a contract by hand. One that a case signed stands in the record of the case. */
export async function correctContract(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  order: {
    readonly fields: Given<ContractFields>
    readonly reason: string
    readonly expectedSeq?: number | undefined
  },
): Promise<Outcome<{ seq: number }, ContractRefusals>> {
  const before = await contractOf(tx, by.institution, id)
  if (!before) return refuse('no-such-contract', {})
  if (before.caseId !== null) return refuse('contract-of-a-case', {})
  const { termFrom = before.termFrom, termTo = before.termTo } = order.fields
  if (termFrom && termTo && lastDayKnown(termTo) < termFrom)
    return refuse('contract-ends-before', {})

  // From here on it is corrected.
  const amended = await amend(tx, clock, by, id, order)
  return amended ? accept(amended) : refuse('no-such-contract', {})
}

/** What the worker does once a contract is of another kind: its money stands on other accounts then. */
export const kindMovedTask = 'contracts.kindMoved'

/** What the worker does once a file that may be the signed text was filed: its signatures are checked. */
export const signedFileTask = 'contracts.fileFiled'

/** Has the signatures checked of files that can carry some. */
export async function tellSignedFiles(
  tx: Tx,
  at: Date,
  { institution, person, name }: Author,
  contract: string,
  files: readonly { readonly sha256: string; readonly name: string }[],
): Promise<void> {
  await addJobs(
    tx,
    files
      .filter((file) => /\.pdf$/i.test(file.name))
      .map(({ sha256 }) => ({
        ...{ institution, task: signedFileTask, at },
        payload: { contract, sha256, by: { person, name } },
      })),
  )
}

async function amend(tx: Tx, clock: Clock, by: Author, id: string, order: Amendment) {
  const { institution } = by
  const before = await recordOf(tx, contractRegister, institution, id)
  const amended = await amendRecord(tx, contractRegister, clock, by, id, order)
  const { kind = before?.['kind'] } = order.fields as Given<ContractFields>
  if (amended && kind !== before?.['kind']) {
    const job = { institution, payload: { contract: id }, at: clock.now() }
    await addJobs(tx, [{ ...job, task: kindMovedTask }])
  }
  return amended
}

/** Links contracts whose ledger named achievements that have come into the register since. @returns their ids. */
export async function linkContracts(
  tx: Tx,
  clock: Clock,
  by: Author,
  reason: string,
): Promise<readonly string[]> {
  const waiting = await contractsToLink(tx, by.institution)
  for (const { id, achievements } of waiting) {
    await amendContract(tx, clock, by, id, { fields: {}, achievements, reason })
  }
  return waiting.map(({ id }) => id)
}

/** Puts a contract back to what it was before a ledger changed it, its links among it. */
export async function putBackContract(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: {
    readonly fields: Given<ContractFields>
    /** What it is linked to from now on; undefined leaves that as it is. */
    readonly achievements: readonly string[] | undefined
    readonly reason: string
  },
): Promise<void> {
  const { fields, reason } = given
  const linked = (await achievementsOf(tx, by.institution, id)).map((one) => one.id)
  const { achievements = linked } = given
  const gone = linked.filter((one) => !achievements.includes(one))
  await tx
    .deleteFrom('contractAchievement')
    .where('institutionId', '=', by.institution)
    .where('contractId', '=', id)
    .where('achievementId', '=', sql<string>`any(${gone}::uuid[])`)
    .execute()
  const beside =
    gone.length === 0 ? [] : [{ field: 'achievements', from: linked, to: [...achievements] }]
  await amend(tx, clock, by, id, { fields, beside, reason })
}

/** Links contracts with the achievements they are about. */
export async function link(
  tx: Tx,
  institution: string,
  links: readonly { readonly contract: string; readonly achievement: string }[],
): Promise<void> {
  if (links.length === 0) return
  await sql`
    insert into contract_achievement (institution_id, contract_id, achievement_id)
    select ${institution}::uuid, contract, achievement
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link (contract uuid, achievement uuid)
    on conflict do nothing
  `.execute(tx)
}
