import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import { newId } from './ids.ts'

/** A fact that others are told after the transaction: `notice.published` and what it was about. */
export interface OutboxFact {
  readonly institution: string
  /** Module and past tense. */
  readonly fact: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Puts facts into the outbox, in the transaction that made them true. */
export async function putOut(tx: Tx, ...facts: readonly OutboxFact[]): Promise<void> {
  if (facts.length === 0) return
  await tx
    .insertInto('outbox')
    .values(
      facts.map(({ institution, fact, body }) => ({
        id: newId(),
        institutionId: institution,
        fact,
        body: JSON.stringify(body),
      })),
    )
    .execute()
}

/**
 * Hands waiting facts to `tell`, oldest first, and marks them taken in the same transaction.
 *
 * A fact may be told twice when the process dies in between, never not at all.
 *
 * @returns how many were told.
 */
export async function drainOutbox(
  db: Db,
  tell: (fact: OutboxFact) => Promise<void>,
  most = 100,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<OutboxFact & { id: string }>`
      select id, institution_id as institution, fact, body from outbox
      where taken_at is null order by created_at, id limit ${most} for update skip locked
    `.execute(tx)
    for (const { institution, fact, body } of rows) await tell({ institution, fact, body })
    if (rows.length > 0) {
      await tx
        .updateTable('outbox')
        .set({ takenAt: sql`now()` })
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute()
    }
    return rows.length
  })
}
