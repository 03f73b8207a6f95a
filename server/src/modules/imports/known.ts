import { groupBy } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { institutionName } from '../../platform/export.ts'
import { recordsByIds } from '../../platform/register.ts'
import { achievementRegister, achievementsByNumber, leadIdIndexOf } from '../achievements/index.ts'
import { contractRegister, contractsByNumber } from '../contracts/index.ts'
import { receiptRegister } from '../proceeds/index.ts'
import { rightKey, rightRegister, rightsByNumber, titlesOf } from '../rights/index.ts'
import { knownCarriers } from './carriers.ts'
import { knownCosts } from './costs.ts'
import { knownCredentials } from './credentials.ts'
import type { Entry } from './entry.ts'
import { knownEvaluations } from './evaluations.ts'
import { knownInterests } from './interests.ts'
import { knownRules } from './internal-rules.ts'
import { keyIn, knownPeople } from './known-people.ts'
import { knownProjects } from './known-projects.ts'
import type { Candidate, Known, KnownRecord } from './plan.ts'
import { knownSpinOffs } from './spin-offs.ts'
import { knownAnswers } from './stock-answers.ts'
import type { RegisterName } from './table-row.ts'
import { asSaid } from './titles.ts'
import { knownTrusteeships } from './trusteeships.ts'

/** The registers whose records are numbered; what is about people is found by `known-people.ts`. */
const registers = {
  achievement: achievementRegister,
  right: rightRegister,
  contract: contractRegister,
  receipt: receiptRegister,
} as const

/** Loads what the registers hold already of the rows of a workbook, with a handful of queries at once. */
export async function loadKnown(
  tx: Tx,
  keys: FieldKeys,
  institution: string,
  candidates: readonly Candidate[],
): Promise<Known> {
  const numbersOf = (register: Numbered) => [
    ...new Set(
      candidates.flatMap(({ entry }) =>
        entry.to === register && entry.number !== null ? [entry.number] : [],
      ),
    ),
  ]
  const [origins, achievements, rights, contracts, inCases] = await Promise.all([
    originsOf(tx, institution, candidates),
    achievementsByNumber(tx, institution, numbersOf('achievement')),
    rightsByNumber(tx, institution, numbersOf('right')),
    contractsByNumber(tx, institution, numbersOf('contract')),
    recordedInCases(tx, institution, candidates),
  ])
  const records = {
    achievement: byNumber(achievements),
    right: byCountry(rights),
    contract: byNumber(contracts),
    receipt: new Map<string, KnownRecord>(),
  }
  await addByOrigin(tx, institution, origins, records)
  await addTitles(tx, institution, candidates, records.right)
  const people = await knownPeople(tx, institution, candidates, origins)
  const projects = await knownProjects(tx, institution, candidates)
  const costs = await knownCosts(tx, institution, candidates)
  const carriers = await knownCarriers(tx, institution, candidates)
  const credentials = await knownCredentials(tx, institution, candidates)
  const trusts = await knownTrusteeships(tx, institution, candidates)
  const rules = await knownRules(tx, institution, candidates)
  const companies = await knownSpinOffs(tx, institution, candidates)
  const interests = await knownInterests(tx, keys, institution, candidates)
  const evaluations = await knownEvaluations(tx, institution, candidates)
  const answers = await knownAnswers(tx, institution, candidates)
  const others = new Map([
    ...[...people, ...projects, ...costs],
    ...[...carriers, ...credentials, ...trusts],
    ...[...rules, ...companies, ...interests, ...evaluations, ...answers],
  ])
  const became = new Map(
    origins.map(({ register, fingerprint, recordId }) => [`${register}/${fingerprint}`, recordId]),
  )
  return {
    byKey: (register, key) =>
      isNumbered(register) ? records[register].get(key) : others.get(keyIn(register, key)),
    byFingerprint: (register, fingerprint) => became.get(`${register}/${fingerprint}`),
    inCase: (entry) => inCases.get(traitOf(entry) ?? ''),
    sameLead: ({ fields }, idNumber) => fields['leadIdIndex'] === leadIdIndexOf(keys, idNumber),
  }
}

/**
 * Rights by country and number; a ledger that says no country means the only one that bears the number. A trademark
 * is numbered alike in many countries: one without a country is of China, and never another's.
 */
function byCountry(rights: Awaited<ReturnType<typeof rightsByNumber>>): Map<string, KnownRecord> {
  const found = new Map<string, KnownRecord>()
  for (const [number, bearers] of groupBy(rights, (right) => right.number ?? '')) {
    for (const { id, ...fields } of bearers) {
      const record = { id, fields }
      found.set(rightKey({ country: fields.country, number }), record)
      if (bearers.length === 1 && fields.kind !== 'trademark') found.set(number, record)
    }
  }
  return found
}

type Numbered = keyof typeof registers

const isNumbered = (register: RegisterName): register is Numbered => register in registers

type Records = Readonly<Record<Numbered, Map<string, KnownRecord>>>

function byNumber(
  rows: readonly ({ readonly id: string; readonly number: string | null } & object)[],
): Map<string, KnownRecord> {
  return new Map(rows.map(({ id, ...fields }) => [fields.number ?? '', { id, fields }]))
}

/** Adds records under the key by which a ledger brought them: their number may have changed since. */
async function addByOrigin(
  tx: Tx,
  institution: string,
  origins: Awaited<ReturnType<typeof originsOf>>,
  records: Records,
): Promise<void> {
  for (const register of Object.keys(registers) as Numbered[]) {
    const missing = origins.filter(
      (origin) => origin.register === register && !records[register].has(origin.key),
    )
    const ids = missing.map(({ recordId }) => recordId)
    const rows = await recordsByIds(tx, registers[register], institution, ids)
    const byId = new Map(rows.map(({ id, ...fields }) => [id, { id, fields }]))
    for (const { key, recordId } of missing) {
      const record = byId.get(recordId)
      if (record) records[register].set(key, record)
    }
  }
}

/** Adds to rights what is recorded of their owners and fees, where rows tell of those. */
async function addTitles(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
  rights: Map<string, KnownRecord>,
): Promise<void> {
  const asked = candidates.flatMap(({ key, entry }) => {
    const record = rights.get(key)
    if (entry.to !== 'right' || !record) return []
    const { titleHolders: said, reducedFrom: from, filedOn } = entry.fields
    return said || from ? [{ key, filedOn, from, record, said: said ?? [] }] : []
  })
  if (asked.length === 0) return
  const ids = [...new Set(asked.map(({ record }) => record.id))]
  const titles = await titlesOf(tx, institution, ids)
  const house = await institutionName(tx, institution)
  // Of several rows about one right the first is decided.
  for (const { key, filedOn, from, record, said } of asked.toReversed()) {
    const { parties = [], reducedFrom: since = null } = titles.get(record.id) ?? {}
    // A day that stands for the filing says nothing against the one that is recorded.
    const reducedFrom = since !== null && from === filedOn ? from : since
    const fields = { ...record.fields, titleHolders: asSaid(parties, said, house), reducedFrom }
    rights.set(key, { id: record.id, fields })
  }
}

async function originsOf(tx: Tx, institution: string, candidates: readonly Candidate[]) {
  const keys = candidates.map(({ key }) => key)
  const fingerprints = candidates.map(({ fingerprint }) => fingerprint)
  const columns = ['register', 'key', 'recordId', 'fingerprint'] as const
  const byKey = tx
    .selectFrom('importOrigin')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  const byFingerprint = tx
    .selectFrom('importOrigin')
    .select([...columns])
    .where('institutionId', '=', institution)
    .where('fingerprint', '=', sql<string>`any(${fingerprints}::text[])`)
    .execute()
  return (await Promise.all([byKey, byFingerprint])).flat()
}

/** What tells a contract or receipt that a case or somebody recorded from any other: numbers others gave it. */
function traitOf(entry: Entry): string | undefined {
  if (entry.to === 'contract' && entry.fields.registrationNo !== null) {
    return `contract/${entry.fields.registrationNo}`
  }
  if (entry.to !== 'receipt' || entry.fields.voucher === null) return undefined
  const { voucher, amountFen, receivedOn } = entry.fields
  return `receipt/${voucher}/${amountFen}/${receivedOn}`
}

async function recordedInCases(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, string>> {
  const entries = candidates.map(({ entry }) => entry)
  const certificates = entries.flatMap((one) =>
    one.to === 'contract' ? (one.fields.registrationNo ?? []) : [],
  )
  const contracts = await tx
    .selectFrom('contract')
    .select(['id', 'registrationNo'])
    .where('institutionId', '=', institution)
    .where('caseId', 'is not', null)
    .where('registrationNo', '=', sql<string>`any(${certificates}::text[])`)
    .execute()
  const receipts = await receiptsInCases(tx, institution, entries)
  return new Map([
    ...contracts.map(({ id, registrationNo }) => [`contract/${registrationNo}`, id] as const),
    ...receipts,
  ])
}

/** A ledger types the voucher of a receipt in its own way, and often knows no more than the month. */
async function receiptsInCases(tx: Tx, institution: string, entries: readonly Entry[]) {
  const asked = entries.flatMap((entry) => {
    if (entry.to !== 'receipt' || entry.fields.voucher === null) return []
    const { voucher, amountFen, receivedOn } = entry.fields
    return [{ trait: traitOf(entry), voucher, amount: amountFen, day: receivedOn }]
  })
  if (asked.length === 0) return []
  const { rows } = await sql<{ trait: string; id: string }>`
    select asked.trait, receipt.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked (trait text, voucher text, amount bigint, day text)
    join receipt on receipt.institution_id = ${institution}
      and (receipt.case_id is not null or receipt.by_hand)
      and voucher_key(receipt.voucher) = voucher_key(asked.voucher)
      and receipt.amount_fen = asked.amount and starts_with(receipt.received_on, asked.day)
    order by receipt.id`.execute(tx)
  return rows.map(({ trait, id }) => [trait, id] as const)
}
