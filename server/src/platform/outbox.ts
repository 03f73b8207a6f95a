import { sql } from 'kysely'
import { insertMany } from './bulk.ts'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './database.ts'
import { newId } from './ids.ts'
import { addJobs, type Task } from './jobs.ts'

/** A fact that others are told after the transaction: `case.noticePublished` and what it was about. */
export interface OutboxFact {
  readonly institution: string
  /** Module and past tense. */
  readonly fact: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Is told of facts, by name or, as in `case.*`, of all facts of a module. */
export type Subscriptions = Readonly<Record<string, (tx: Tx, fact: OutboxFact) => Promise<void>>>

/** Puts facts into the outbox, in the transaction that made them true. */
export async function putOut(tx: Tx, ...facts: readonly OutboxFact[]): Promise<void> {
  if (facts.length === 0) return
  await insertMany(
    tx,
    'outbox',
    facts.map(({ institution, fact, body }) => ({
      id: newId(),
      institutionId: institution,
      fact,
      body,
    })),
  )
}

/** Those who are told, by the name of their module. */
export type Subscribers = ReadonlyMap<string, Subscriptions>

const taskOf = (subscriber: string) => `tell/${subscriber}`

/** The tasks that tell each subscriber. */
export function tellingTasks(subscribers: Subscribers): Record<string, Task> {
  return Object.fromEntries(
    [...subscribers].map(([subscriber, subscriptions]) => [
      taskOf(subscriber),
      async (tx, { institution, payload }) => {
        const fact = { ...(payload as Omit<OutboxFact, 'institution'>), institution }
        for (const [name, tell] of Object.entries(subscriptions)) {
          if (covers(name, fact.fact)) await tell(tx, fact)
        }
      },
    ]),
  )
}

/**
 * Turns waiting facts into one job for each subscriber. @returns how many facts were taken.
 *
 * A subscriber is told an institution's facts in the order in which they were put out, each in a
 * transaction of its own; one that fails holds up what it is told next, and nobody else. Two facts
 * of transactions that ran side by side have no order; those of one record do, by its chain.
 */
export async function takeFacts(
  db: Db,
  clock: Clock,
  subscribers: Subscribers,
  most = 500,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Tx // Central tables only: nobody's institution is needed.
    // One at a time: the numbers that jobs get here are their order.
    const lock = sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('yizhuan outbox')) as mine`
    if (!(await lock.execute(tx)).rows[0]?.mine) return 0
    const facts = await tx
      .selectFrom('outbox')
      .select(['id', 'institutionId', 'fact', 'body'])
      .where('takenAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .limit(most)
      .execute()
    const told = facts.flatMap((each) =>
      [...subscribers]
        .filter(([, names]) => Object.keys(names).some((name) => covers(name, each.fact)))
        .map(([subscriber]) => ({ ...each, subscriber })),
    )
    await addJobs(
      tx,
      told.map(({ subscriber, institutionId, fact, body }) => ({
        institution: institutionId,
        task: taskOf(subscriber),
        queue: subscriber,
        payload: { fact, body },
        at: clock.now(),
      })),
    )
    if (facts.length > 0) {
      const ids = facts.map(({ id }) => id)
      await tx.updateTable('outbox').set({ takenAt: sql`now()` }).where('id', 'in', ids).execute()
    }
    return facts.length
  })
}

/** Seconds for which the oldest fact of an institution has waited to be told; null when none does. */
export async function oldestFact(tx: Tx, institution: string): Promise<number | null> {
  // By the database's own clock, which also wrote the moment down.
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from clock_timestamp() - min(created_at))::float8 as seconds
    from outbox where institution_id = ${institution} and taken_at is null
  `.execute(tx)
  return rows[0]?.seconds ?? null
}

function covers(name: string, fact: string): boolean {
  return name.endsWith('.*') ? fact.startsWith(name.slice(0, -1)) : name === fact
}
