import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import { asSystem, type Db, databaseTrouble, type Tx } from './database.ts'
import { prepared } from './prepared.ts'

/** Work of the worker for one institution. */
export interface Job {
  readonly institution: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Does one kind of job, in the transaction that also removes it: what it writes is written once. */
export type Task = (tx: Tx, job: Job) => Promise<void>

/** What the worker can do, by the name that `addJob` was given. */
export type Tasks = Readonly<Record<string, Task>>

/** A job to be added. */
export interface NewJob extends Job {
  readonly task: string
  /** Not before this moment of the platform's clock. */
  readonly at: Date
  /** Adding a job with the key of a waiting one replaces it: a moved deadline has one timer. */
  readonly key?: string
  /** Jobs of one queue are done in order; one that fails holds up those behind it. */
  readonly queue?: string
}

/**
 * Adds jobs in the caller's transaction: they exist exactly if it commits. However many there are, they go as one
 * value: a law that changes adds one for each open case, and a statement holds 65,535 values at most.
 */
export async function addJobs(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ institution, task, payload, at, key, queue }) => ({
    ...{ institution_id: institution, task, payload, run_at: at, key, queue },
  }))
  // Rows come in the order of the list, and so do the numbers, which are the order within a queue. A job that
  // replaces another tells a worker who is busy with that one that there is a new one to do.
  await sql`
    insert into job (institution_id, task, payload, run_at, key, queue)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added (
      institution_id uuid, task text, payload jsonb, run_at timestamptz, key text, queue text)
    on conflict (institution_id, key) do update set
      task = excluded.task, payload = excluded.payload, run_at = excluded.run_at,
      revision = job.revision + 1, attempts = 0, trouble = null
  `.execute(tx)
}

const forgetJob = prepared((tx: Tx, { institution, key }: { institution: string; key: string }) =>
  tx.deleteFrom('job').where('institutionId', '=', institution).where('key', '=', key),
)

/** Takes back a waiting job by its key. */
export async function cancelJob(tx: Tx, institution: string, key: string): Promise<void> {
  await forgetJob(tx, { institution, key })
}

/** A job that failed and waits for another try. */
export interface TroubledJob {
  readonly task: string
  readonly attempts: number
  readonly trouble: string
  readonly nextTry: Date
}

/** What waits in an institution: since when the earliest job is due, and which ones failed. */
export async function waitingJobs(
  tx: Tx,
  institution: string,
  now: Date,
): Promise<{ earliest: Date | null; troubled: TroubledJob[] }> {
  const { earliest } = await tx
    .selectFrom('job')
    .select((select) => select.fn.min('runAt').as('earliest'))
    .where('institutionId', '=', institution)
    .where('runAt', '<=', now)
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('job')
    .select(['task', 'attempts', 'trouble', 'runAt'])
    .where('institutionId', '=', institution)
    .where('trouble', 'is not', null)
    .orderBy('number')
    .limit(50)
    .execute()
  const troubled = rows.map(({ runAt, trouble, ...row }) => ({
    ...row,
    trouble: trouble ?? '',
    nextTry: runAt,
  }))
  return { earliest, troubled }
}

/** What the worker needs to do jobs. */
export interface Bench {
  readonly db: Db
  readonly clock: Clock
  readonly tasks: Tasks
  /** Told in one sentence of every job that failed. */
  readonly onTrouble: (sentence: string) => void
  /** Told where more waits than one does at a time. */
  readonly onPlenty?: (() => void) | undefined
}

/** As many jobs that need not wait for each other are plenty. */
const plenty = 4

/** How many jobs are done before the worker looks again what is due: something more urgent may have come. */
const mostAtOnce = 50

/**
 * Does some of the jobs that are due, the earliest first, and of a queue those that stand behind its head.
 * @returns whether there was one.
 *
 * Any number of workers may call it at once. A job that fails writes nothing, keeps its place and is
 * tried again later; no number of failures loses it.
 *
 * @param goesOn  asked before each job, so that a worker can be stopped in between.
 * @throws when the database cannot be reached.
 */
export async function doSomeJobs(bench: Bench, goesOn = () => true): Promise<boolean> {
  let tried = 0
  const heads = await dueJobs(bench)
  if (heads.filter(({ queue }) => queue === null).length >= plenty) bench.onPlenty?.()
  for (const head of heads) {
    let next: Due | undefined = head
    while (next && tried < mostAtOnce && goesOn()) {
      const outcome = await tryJob(bench, next)
      if (outcome !== 'of another') tried += 1
      next = outcome === 'done' ? await behind(bench, next) : undefined
    }
  }
  return tried > 0
}

/** Whether a job is due that somebody could do. */
export async function isAnyJobDue(bench: Bench): Promise<boolean> {
  return (await dueJobs(bench)).length > 0
}

async function tryJob(bench: Bench, job: Due): Promise<'done' | 'put off' | 'of another'> {
  try {
    return (await done(bench, job)) ? 'done' : 'of another'
  } catch (error) {
    if (databaseTrouble(error) === 'unreachable') throw error
    await putOff(bench, job, error as Error)
    return 'put off'
  }
}

interface Due {
  readonly number: string
  readonly institution: string
  readonly task: string
  readonly queue: string | null
  readonly attempts: number
  readonly revision: number
}

const dueColumns = sql`number, institution_id as institution, task, queue, attempts, revision`

/** The first jobs that are due; of a queue only its head. */
async function dueJobs({ db, clock }: Bench): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select ${dueColumns} from job
    where run_at <= ${clock.now()}
      and (queue is null or not exists (
        select from job earlier where earlier.institution_id = job.institution_id
          and earlier.queue = job.queue and earlier.number < job.number))
    order by run_at, number limit 10
  `.execute(db)
  return rows
}

/**
 * The job that stands behind one that was done, if it is due: itself, where it put itself off. Thousands may stand
 * in one queue, and to look for its head among all that is due takes as long as there are.
 */
async function behind(
  { db, clock }: Bench,
  { institution, queue, number }: Due,
): Promise<Due | undefined> {
  if (queue === null) return undefined
  const { rows } = await sql<Due>`
    select * from (
      select ${dueColumns}, run_at from job
      where institution_id = ${institution} and queue = ${queue} and number >= ${number}
      order by number limit 1) as next
    where run_at <= ${clock.now()}
  `.execute(db)
  return rows[0]
}

/** @returns false when another worker has the job in hand or has done it. */
function done({ db, tasks }: Bench, job: Due): Promise<boolean> {
  return asSystem(db, job.institution, async (tx) => {
    // The row itself is left free: an act that moves the timer must not wait for us, nor we for it.
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('yizhuan job'), (${job.number}::bigint % 2147483647)::int) as mine
    `.execute(tx)
    if (!rows[0]?.mine) return false
    const still = await tx
      .selectFrom('job')
      .select('payload')
      .where('number', '=', job.number)
      .where('revision', '=', job.revision)
      .where('attempts', '=', job.attempts)
      .executeTakeFirst()
    if (!still) return false
    const task = tasks[job.task]
    if (!task) throw new Error(`nobody here does “${job.task}”`)
    await task(tx, { institution: job.institution, payload: still.payload })
    // A task may put its own job off to another day; then it stays.
    await tx
      .deleteFrom('job')
      .where('number', '=', job.number)
      .where('revision', '=', job.revision)
      .execute()
    return true
  })
}

async function putOff({ db, clock, onTrouble }: Bench, job: Due, error: Error): Promise<void> {
  const attempts = job.attempts + 1
  const seconds = secondsBefore(attempts)
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({
      attempts,
      trouble: error.message.slice(0, 500),
      runAt: new Date(clock.now().getTime() + seconds * 1000),
    })
    .where('number', '=', job.number)
    .where('revision', '=', job.revision)
    .where('attempts', '=', job.attempts)
    .executeTakeFirst()
  // Another worker may have tried it in the same moment, and told of it.
  if (numUpdatedRows === 0n) return
  onTrouble(
    `Job ${job.number} (${job.task}) failed ${attempts} times; next try in ${seconds} s: ${error.message}`,
  )
}

/** 5 seconds after the first failure, then twice as long each time, an hour at most. */
function secondsBefore(attempts: number): number {
  return Math.min(3600, 5 * 2 ** (attempts - 1))
}
