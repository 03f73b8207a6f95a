import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { PatentRecord } from '@yizhuan/ledger'
import { ownerKey } from '@yizhuan/ledger'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { putOut } from '../../platform/outbox.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../platform/register.ts'
import { beginning } from '../../platform/text.ts'
import { type Answer, type Decision, type DecisionRefusals, decideFinding } from './decision.ts'
import { findingFor } from './finding.queries.ts'
import { type FindingFields, findingRegister } from './finding.table.ts'
import type { ReadCountsWire } from './finding.wire.ts'
import { houseOf, registeredNumbers } from './house.queries.ts'
import { isOurs, keyOf, type ListedPatent, matchesOf } from './match.ts'

/** Why a finding is not decided or answered. */
export interface FindingRefusals extends DecisionRefusals {
  'no-such-finding': Record<string, never>
  'not-concerned': Record<string, never>
}

/**
 * Looks through the export of a patent register for patents that name staff and not the house. What was
 * found before is renewed, and keeps what was decided and said of it.
 */
export async function lookThrough(
  tx: Tx,
  clock: Clock,
  by: Author,
  { name, patents }: { readonly name: string; readonly patents: readonly PatentRecord[] },
): Promise<ReadCountsWire> {
  const { institution } = by
  await lockChain(tx, { institution, name: 'outside-patents' })
  const house = await houseOf(tx, institution)
  const listed = patents.map(asListed)
  const numbers = listed.flatMap(({ number }) => number ?? [])
  const registered = await registeredNumbers(tx, institution, numbers)
  const counts = { rows: listed.length, ours: 0, registered: 0, withoutStaff: 0 }
  const found = new Map<string, FindingFields>()
  for (const patent of listed) {
    const matches = matchesOf(patent, house)
    if (isOurs(patent.applicants, house.ownKeys)) counts.ours += 1
    else if (registered.has(patent.number ?? '')) counts.registered += 1
    else if (matches.length === 0) counts.withoutStaff += 1
    else {
      const { departments: _hint, ...told } = patent
      const applicantKeys = patent.applicants.map(ownerKey)
      const source = { source: name.slice(0, 300), readOn: clock.today() }
      found.set(keyOf(patent), { ...told, applicantKeys, matches, ...source })
    }
  }
  const renewed = await keepFindings(tx, clock, by, found)
  await tellNamed(tx, by, [...found.keys()])
  return { ...counts, found: found.size - renewed, renewed }
}

/** Has those told who may be named; whoever was told of a patent is not told again. */
async function tellNamed(tx: Tx, { institution, person }: Author, keys: readonly string[]) {
  if (keys.length === 0) return
  const rows = await tx
    .selectFrom('outsidePatent')
    .select(['id', 'title', 'matches'])
    .where('institutionId', '=', institution)
    .where('key', '=', sql<string>`any(${[...keys]}::text[])`)
    .orderBy('id')
    .execute()
  const found = rows.map(({ id, title, matches }) => ({
    ...{ id, title },
    named: matches.map(({ personId }) => personId).filter((one) => one !== person),
  }))
  await putOut(tx, { institution, fact: 'outsidePatent.found', body: { found } })
}

/** Enters what is new and renews what was found before. @returns how many were renewed. */
async function keepFindings(
  tx: Tx,
  clock: Clock,
  by: Author,
  found: ReadonlyMap<string, FindingFields>,
): Promise<number> {
  const known = await tx
    .selectFrom('outsidePatent')
    .select(['id', 'key'])
    .where('institutionId', '=', by.institution)
    .where('key', '=', sql<string>`any(${[...found.keys()]}::text[])`)
    .execute()
  const ids = new Map(known.map(({ id, key }) => [key, id]))
  const fresh = [...found].filter(([key]) => !ids.has(key))
  const records = fresh.map(([key, fields]) => ({ id: newId(), fields: { key, ...fields } }))
  if (records.length > 0) await enterRecords(tx, findingRegister, by, clock.now(), records)
  for (const { id, key } of known) {
    const fields = found.get(key) ?? {}
    const reason = '再次比对专利清单 / another list was looked through'
    await amendRecord(tx, findingRegister, clock, by, id, { fields, reason })
  }
  return known.length
}

function asListed(record: PatentRecord): ListedPatent {
  const { applicationNo, title, kind, filedOn, grantedOn, inventors, coOwners, departments } =
    record
  return {
    number: applicationNo,
    title: beginning(title ?? applicationNo ?? '—', 500),
    ...{ kind, filedOn, grantedOn },
    applicants: [...coOwners],
    inventors: [...inventors],
    departments: [...departments],
  }
}

/** Decides what a patent of others is; a later decision stands beside the earlier ones. */
export async function decide(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  told: {
    readonly decision: Decision
    readonly reason: string
    readonly task: string | null
    readonly dueOn: string | null
  },
): Promise<Outcome<true, FindingRefusals>> {
  const finding = await findingFor(tx, by, id)
  if (!finding?.mayDecide) return refuse('no-such-finding', {})
  const decided = decideFinding(told, clock.today())
  if (decided.kind === 'refused') return decided

  // From here on it is decided.
  const at = clock.now()
  const row = { institutionId: by.institution, id: newId(), patentId: id, ...told }
  await tx
    .insertInto('outsideDecision')
    .values({ ...row, decidedAt: at, decidedBy: by.person, decidedName: by.name })
    .execute()
  await recordChange(tx, chainOf(findingRegister, id), {
    ...{ action: 'outside-patent.decided', subject: id, data: told, at, by },
  })
  return accept(true)
}

/** Takes down what somebody says who may be named. */
export async function answer(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  told: { readonly answer: Answer; readonly words: string | null },
): Promise<Outcome<true, FindingRefusals>> {
  const finding = await findingFor(tx, by, id)
  if (!finding) return refuse('no-such-finding', {})
  if (!finding.mayAnswer) return refuse('not-concerned', {})

  // From here on it is answered.
  const at = clock.now()
  const person = { personId: by.person, personName: by.name }
  await tx
    .insertInto('outsideAnswer')
    .values({
      ...{ institutionId: by.institution, id: newId(), patentId: id, ...person, ...told },
      answeredAt: at,
    })
    .execute()
  await recordChange(tx, chainOf(findingRegister, id), {
    ...{ action: 'outside-patent.answered', subject: id, data: { ...told, ...person }, at, by },
  })
  return accept(true)
}
