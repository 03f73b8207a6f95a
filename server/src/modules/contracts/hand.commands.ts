import { accept, isCreditCode, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { expectSeq, lockChain } from '../../platform/evidence.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, amendRecord, chainOf, type Given } from '../../platform/register.ts'
import { correctContract, enterContracts, link } from './contract.commands.ts'
import { achievementsOf, contractOf, contractsByNumber, holdNumber } from './contract.queries.ts'
import type { ContractRefusals } from './contract.refusals.ts'
import { contractRegister } from './contract.table.ts'
import { blankContract, type ContractFields, type Party } from './contract.ts'

// Contracts that people enter by hand: those of neither a case nor a ledger, and what belongs to any contract.

type HandFields = Given<ContractFields>

/** Enters a contract by hand, with what it is about. */
export async function enterContract(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: {
    readonly fields: HandFields & Pick<ContractFields, 'kind' | 'title'>
    readonly achievements: readonly string[]
  },
): Promise<Outcome<{ id: string }, ContractRefusals>> {
  const { fields, achievements } = order
  const wrong = await whyNot(tx, by.institution, undefined, fields)
  if (wrong) return wrong
  const unfit = await unfitAmong(tx, by.institution, achievements)
  if (unfit) return unfit
  const whole = { ...blankContract, ...withoutGaps(fields) } as ContractFields

  // From here on it is entered.
  const id = newId()
  await enterContracts(tx, clock, by, [{ id, fields: whole, achievements, source: '' }])
  return accept({ id })
}

const withoutGaps = (fields: HandFields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Changes a contract without a case. */
export async function changeContract(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  order: {
    readonly fields: HandFields
    readonly reason: string
    readonly expectedSeq?: number | undefined
  },
): Promise<Outcome<{ seq: number }, ContractRefusals>> {
  const wrong = await whyNot(tx, by.institution, id, order.fields)
  return wrong ?? correctContract(tx, clock, by, id, order)
}

/** What a contract cannot be: with another's number, or ending before it begins. */
async function whyNot(
  tx: Tx,
  institution: string,
  id: string | undefined,
  { number, termFrom, termTo, ...fields }: HandFields,
) {
  const wrong = await wrongCode(tx, institution, id, fields)
  if (wrong) return wrong
  if (termFrom && termTo && termTo < termFrom) return refuse('contract-ends-before', {})
  if (!number) return undefined
  await holdNumber(tx, institution, number)
  const known = await contractsByNumber(tx, institution, [number])
  return known.some((one) => one.id !== id) ? refuse('contract-number-taken', {}) : undefined
}

/**
 * A credit code that is typed now checks itself; one that came from a ledger stays until somebody knows better.
 * Who is abroad has none.
 */
async function wrongCode(
  tx: Tx,
  institution: string,
  id: string | undefined,
  { counterpartyUscc, parties = [] }: Pick<HandFields, 'counterpartyUscc' | 'parties'>,
) {
  const before = id === undefined ? undefined : await contractOf(tx, institution, id)
  const known = new Set([
    before?.counterpartyUscc,
    ...(before?.parties ?? []).map(({ uscc }) => uscc),
  ])
  const isWrong = (code: string | null | undefined) =>
    typeof code === 'string' && !known.has(code) && !isCreditCode(code)
  if (isWrong(counterpartyUscc)) return refuse('credit-code-wrong', { field: 'counterpartyUscc' })
  const at = parties.findIndex(({ uscc }) => isWrong(uscc))
  return at < 0 ? undefined : refuse('credit-code-wrong', { field: `parties/${at}/uscc` })
}

async function unfitAmong(tx: Tx, institution: string, ids: readonly string[]) {
  if (ids.length === 0) return undefined
  const known = await tx
    .selectFrom('achievement')
    .select('mergedInto')
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  if (known.length < new Set(ids).size) return refuse('no-such-achievement', {})
  // What was merged is no line of the ledger: a contract linked with it would be nobody's.
  const isAnyGone = known.some(({ mergedInto }) => mergedInto !== null)
  return isAnyGone ? refuse('achievement-merged', {}) : undefined
}

/**
 * Says who the parties of a contract are and what it is about; what is left out stays. A case says what its
 * contract is about, and that stays too.
 */
export async function relateContract(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  order: {
    readonly counterpartyUscc?: string | null | undefined
    readonly parties?: readonly Party[] | undefined
    readonly achievements?: readonly string[] | undefined
    readonly patentNumbers?: readonly string[] | undefined
    readonly reason: string
    readonly expectedSeq?: number | undefined
  },
): Promise<Outcome<{ seq: number }, ContractRefusals>> {
  const { institution } = by
  // Held while it is read: of two who relate it at once, the second is told what the first said.
  const chain = { institution, name: chainOf(contractRegister, id) }
  if (!(await contractOf(tx, institution, id))) return refuse('no-such-contract', {})
  const head = await lockChain(tx, chain)
  await expectSeq(head, order.expectedSeq, async (seq) =>
    (await historyOf(tx, chain)).items.filter((entry) => entry.seq > seq),
  )
  const before = await contractOf(tx, institution, id)
  if (!before) return refuse('no-such-contract', {})
  const linked = (await achievementsOf(tx, institution, id)).map((one) => one.id)
  const { achievements = linked, counterpartyUscc, parties, patentNumbers, reason } = order
  const wrong = await wrongCode(tx, institution, id, order)
  if (wrong) return wrong
  const unfit = await unfitAmong(
    tx,
    institution,
    achievements.filter((one) => !linked.includes(one)),
  )
  if (unfit) return unfit
  const own = before.caseId === null ? undefined : await aboutOf(tx, institution, before.caseId)
  if (own && linked.includes(own) && !achievements.includes(own))
    return refuse('achievement-of-its-case', {})

  // From here on it is related.
  const gone = linked.filter((one) => !achievements.includes(one))
  const added = achievements.filter((one) => !linked.includes(one))
  await tx
    .deleteFrom('contractAchievement')
    .where('institutionId', '=', institution)
    .where('contractId', '=', id)
    .where('achievementId', '=', sql<string>`any(${gone}::uuid[])`)
    .execute()
  await link(
    tx,
    institution,
    added.map((achievement) => ({ contract: id, achievement })),
  )
  const isMoved = gone.length + added.length > 0
  const beside = isMoved
    ? [{ field: 'achievements', from: linked, to: [...new Set(achievements)] }]
    : []
  const fields = { counterpartyUscc, parties, patentNumbers }
  const amended = await amendRecord(tx, contractRegister, clock, by, id, { fields, beside, reason })
  return amended ? accept(amended) : refuse('no-such-contract', {})
}

async function aboutOf(tx: Tx, institution: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('transferCase')
    .select('achievementId')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.achievementId ?? undefined
}
