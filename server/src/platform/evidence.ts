import { hash } from 'node:crypto'
import { canonicalJson } from '@yizhuan/kit'
import { type Insertable, sql } from 'kysely'
import type { Caller, Tx } from './database.ts'
import { prepared } from './prepared.ts'
import { conflict } from './problem.ts'
import type { Tables } from './tables.ts'

/** One evidence chain: a case's acts, or the entries of a register. */
export interface Chain {
  readonly institution: string
  /** Such as `case/<id>`, `achievement/<id>`; a chain per record keeps writers apart. */
  readonly name: string
}

/** Where a chain ends: number and hash of its last entry. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** The head of a chain that has no entry yet. */
export const emptyHead: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/** An entry that is linked to the one before it. */
export type Linked<Body> = Body & {
  readonly seq: number
  readonly prev: string
  readonly hash: string
}

const takeHead = prepared((tx: Tx, row: Insertable<Tables['chainHead']>) =>
  tx
    .insertInto('chainHead')
    .values(row)
    // The no-op update takes the row lock on an existing head in the same statement as the insert.
    .onConflict((on) =>
      on.columns(['institutionId', 'chain']).doUpdateSet({ seq: sql`chain_head.seq` }),
    )
    .returning(['seq', 'hash']),
)

/**
 * Locks a chain until the transaction ends and says where it stands.
 *
 * Call it before reading the state a decision rests on: whoever holds the lock is the only writer.
 */
export async function lockChain(tx: Tx, { institution, name }: Chain): Promise<ChainHead> {
  const [head] = await takeHead(tx, { institutionId: institution, chain: name, ...emptyHead })
  if (!head) throw new TypeError('A lock is waited for.')
  return head
}

const takeHeadOf = prepared((tx: Tx, { institution, name }: Chain) =>
  tx
    .selectFrom('chainHead')
    .select(['seq', 'hash'])
    .where('institutionId', '=', institution)
    .where('chain', '=', name)
    .forUpdate(),
)

/** Locks a chain as `lockChain` does, where there is one. */
export async function lockKnownChain(tx: Tx, chain: Chain): Promise<ChainHead | undefined> {
  const [head] = await takeHeadOf(tx, chain)
  return head
}

/**
 * Keeps everybody from locking a chain, where there is one, until the transaction ends; those who only share it
 * go on side by side. Whoever comes to write to it takes `lockChain` then, last of all.
 */
export async function shareKnownChain(tx: Tx, { institution, name }: Chain): Promise<void> {
  await tx
    .selectFrom('chainHead')
    .select('seq')
    .where('institutionId', '=', institution)
    .where('chain', '=', name)
    .forKeyShare()
    .execute()
}

/** Reads where a chain stands, without a lock. */
export async function headOf(tx: Tx, chain: Chain): Promise<ChainHead> {
  const row = await tx
    .selectFrom('chainHead')
    .select(['seq', 'hash'])
    .where('institutionId', '=', chain.institution)
    .where('chain', '=', chain.name)
    .executeTakeFirst()
  return row ?? emptyHead
}

/**
 * Refuses (409) when others appended since the caller read the chain.
 *
 * @param changesSince  the entries after a number, as the caller may see them; sent as `changed`.
 */
export async function expectSeq(
  head: ChainHead,
  expected: number | undefined,
  changesSince: (seq: number) => Promise<readonly unknown[]>,
): Promise<void> {
  if (expected === undefined || expected === head.seq) return
  throw conflict(
    'changed-meanwhile',
    {
      zh: '您打开之后，记录已被他人更新。请查看变化后再试。',
      en: 'The record was changed after you opened it. Look at what changed and try again.',
    },
    {
      facts: { expectedSeq: expected, seq: head.seq },
      changed: expected < head.seq ? await changesSince(expected) : [],
    },
  )
}

/**
 * Links a body to a head: `hash = SHA-256(prev ‖ canonical JSON of the entry without prev and hash)`.
 *
 * Pure. The body must hold JSON values only; hashes of files stand inside it.
 */
export function linkEntry<Body extends object>(head: ChainHead, body: Body): Linked<Body> {
  const { entry, hash: own } = linkText(head, body)
  return { ...entry, prev: head.hash, hash: own }
}

/** The same, with the text that was hashed: it is what is stored, so it need not be made again. */
function linkText<Body extends object>({ seq, hash: prev }: ChainHead, body: Body) {
  const entry = { ...body, seq: seq + 1 }
  const text = canonicalJson(entry)
  return { entry, text, prev, hash: sha256(prev + text) }
}

const insertHead = prepared((tx: Tx, row: Insertable<Tables['chainHead']>) =>
  tx.insertInto('chainHead').values(row),
)

const moveHead = prepared((tx: Tx, to: Insertable<Tables['chainHead']>) =>
  tx
    .updateTable('chainHead')
    .set({ seq: to.seq, hash: to.hash })
    .where('institutionId', '=', to.institutionId)
    .where('chain', '=', to.chain),
)

/** Moves a locked chain to its new last entry; call it once, after the entries are inserted. */
export async function advanceChain(
  tx: Tx,
  { institution, name }: Chain,
  { seq, hash }: ChainHead,
): Promise<void> {
  await moveHead(tx, { institutionId: institution, chain: name, seq, hash })
}

/** The same value as the kit's own SHA-256, which is there for browsers and many times slower. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** A change of a register, as the audit records it. */
export interface Change {
  /** Module and past tense: `achievement.disclosed`. */
  readonly action: string
  readonly subject?: string
  readonly data: Readonly<Record<string, unknown>>
  readonly at: Date
  readonly by: Pick<Caller, 'institution' | 'person' | 'name'>
}

/** An audit entry as it is hashed and stored. */
export interface AuditBody {
  readonly action: string
  readonly subject: string | null
  readonly at: string
  readonly by: { readonly person: string; readonly name: string }
  readonly data: Readonly<Record<string, unknown>>
}

const insertEntry = prepared((tx: Tx, row: Insertable<Tables['auditEntry']>) =>
  tx.insertInto('auditEntry').values(row),
)

/**
 * Appends one change to the chain of a register, in the caller's transaction.
 *
 * `fresh` saves the lock and may be set only for a record created in the same transaction, whose chain
 * cannot exist yet.
 */
export async function recordChange(
  tx: Tx,
  register: string,
  change: Change,
  options: { fresh?: boolean } = {},
): Promise<Linked<AuditBody>> {
  const chain = { institution: change.by.institution, name: register }
  const head = options.fresh ? emptyHead : await lockChain(tx, chain)
  const linked = linkEntry(head, bodyOf(change))
  const { prev, hash, ...entry } = linked
  const key = { institutionId: chain.institution, chain: register, seq: linked.seq, hash }
  await Promise.all([
    insertEntry(tx, {
      ...key,
      action: entry.action,
      subjectId: entry.subject,
      at: change.at,
      byPerson: entry.by.person,
      entry: JSON.stringify(entry),
      prev,
    }),
    options.fresh ? insertHead(tx, key) : moveHead(tx, key),
  ])
  return linked
}

/** Entries per statement when many records are entered at once. */
const entriesPerStatement = 500

/** A change of one of many records, each with a chain of its own. */
interface OneOfMany {
  readonly register: string
  readonly change: Change
}

/**
 * Records the first entry of many new records, each in a chain of its own.
 *
 * As with `fresh` above, the records must have been created in the same transaction.
 */
export async function recordFirsts(
  tx: Tx,
  institution: string,
  firsts: readonly OneOfMany[],
): Promise<void> {
  for (let from = 0; from < firsts.length; from += entriesPerStatement) {
    const rows = firsts
      .slice(from, from + entriesPerStatement)
      .map(({ register, change }) => rowOf(register, emptyHead, change))
    await sql`
      with first as (${recordsIn(rows)}),
      written as (${inserted(institution, 'first')})
      insert into chain_head (institution_id, chain, seq, hash)
      select ${institution}::uuid, chain, seq, hash from first
    `.execute(tx)
  }
}

/** Appends an entry to each of many chains, in the caller's transaction, and locks them all first. */
export async function appendToMany(
  tx: Tx,
  institution: string,
  changes: readonly OneOfMany[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += entriesPerStatement) {
    const some = changes.slice(from, from + entriesPerStatement)
    const { rows: heads } = await sql<ChainHead & { readonly chain: string }>`
      select chain, seq, hash from chain_head where institution_id = ${institution}
        and chain = any(${some.map(({ register }) => register)}::text[])
      order by chain for update
    `.execute(tx)
    const headOfChain = new Map(heads.map(({ chain, ...head }) => [chain, head]))
    const rows = some.map(({ register, change }) => {
      const head = headOfChain.get(register)
      if (!head) throw new TypeError(`The chain ${register} has no entry yet.`)
      return rowOf(register, head, change)
    })
    await sql`
      with next as (${recordsIn(rows)}),
      written as (${inserted(institution, 'next')})
      update chain_head set seq = next.seq, hash = next.hash from next
      where institution_id = ${institution} and chain_head.chain = next.chain
    `.execute(tx)
  }
}

/** A row as a list in JSON; what else is stored of an entry, the entry says itself. */
function rowOf(chain: string, head: ChainHead, change: Change): string {
  const { text, prev, hash } = linkText(head, bodyOf(change))
  return `[${JSON.stringify(chain)},${text},"${prev}","${hash}"]`
}

const recordsIn = (rows: readonly string[]) => sql`
  select chain, (entry ->> 'seq')::int as seq, entry ->> 'action' as action,
    (entry ->> 'subject')::uuid as subject, (entry ->> 'at')::timestamptz as at,
    (entry #>> '{by,person}')::uuid as person, entry, prev, hash
  from jsonb_array_elements(${`[${rows.join()}]`}::jsonb) as given (row)
    cross join lateral (select row ->> 0 as chain, row -> 1 as entry, row ->> 2 as prev,
      row ->> 3 as hash offset 0) as linked`

const inserted = (institution: string, from: 'first' | 'next') => sql`
  insert into audit_entry
    (institution_id, chain, seq, action, subject_id, at, by_person, entry, prev, hash)
  select ${institution}::uuid, chain, seq, action, subject, at, person, entry, prev, hash
  from ${sql.table(from)}`

function bodyOf({ action, subject, at, by, data }: Change): AuditBody {
  return {
    action,
    subject: subject ?? null,
    at: at.toISOString(),
    by: { person: by.person, name: by.name },
    data,
  }
}

/** What a check of a chain found. */
export type ChainCheck =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly length: number; readonly brokenAt: number; readonly why: string }

/** Recomputes a chain from its entries in order; `to` is the head the database holds. */
export function checkChain(
  entries: readonly (Linked<object> & object)[],
  to: ChainHead,
): ChainCheck {
  const length = entries.length
  let head = emptyHead
  for (const { prev, hash, seq, ...body } of entries) {
    const expected = linkEntry(head, body)
    if (seq !== expected.seq) return { ok: false, length, brokenAt: expected.seq, why: 'gap' }
    if (prev !== head.hash) return { ok: false, length, brokenAt: seq, why: 'link' }
    if (hash !== expected.hash) return { ok: false, length, brokenAt: seq, why: 'content' }
    head = { seq, hash }
  }
  if (head.seq !== to.seq || head.hash !== to.hash) {
    return { ok: false, length, brokenAt: head.seq, why: 'head' }
  }
  return { ok: true, length, head: head.hash }
}

/** Recomputes the chain of a register as stored; reads all of its entries. */
export async function checkRegister(tx: Tx, chain: Chain): Promise<ChainCheck> {
  const rows = await tx
    .selectFrom('auditEntry')
    .select(['seq', 'entry', 'prev', 'hash'])
    .where('institutionId', '=', chain.institution)
    .where('chain', '=', chain.name)
    .orderBy('seq')
    .execute()
  const entries = rows.map(({ seq, entry, prev, hash }) => ({ ...entry, seq, prev, hash }))
  return checkChain(entries, await headOf(tx, chain))
}
