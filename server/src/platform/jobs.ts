import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './database.ts'
import type { Context, Module } from './module.ts'

/** When and under which key a job runs. */
export interface JobTiming {
  /** Not before this moment; at once by default. */
  readonly at?: Date
  /** Adding a job with the key of a waiting one replaces it: a moved deadline has one timer. */
  readonly key?: string
}

/** Adds a job in the caller's transaction: it exists exactly if the transaction commits. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  timing: JobTiming = {},
): Promise<void> {
  await sql`
    select schedule_job(${task}, ${JSON.stringify(payload)}::json, ${timing.at ?? null}::timestamptz,
      ${timing.key ?? null}::text)
  `.execute(tx)
}

/** Takes back a waiting job by its key. */
export async function cancelJob(tx: Tx, key: string): Promise<void> {
  await sql`select cancel_job(${key})`.execute(tx)
}

/**
 * Installs the job tables and lets the application's role add jobs, through two functions only.
 *
 * Called as the owner after the migrations, which cannot know the job library's own versions.
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Several servers may start at once, and replacing one function twice at a time fails.
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('yizhuan jobs'))`)
    await client.query(jobFunctions)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const jobFunctions = `
  create or replace function schedule_job(task text, payload json, run_at timestamptz, job_key text)
  returns void language sql security definer set search_path = graphile_worker, pg_temp as $$
    select graphile_worker.add_job(
      identifier => task, payload => payload, run_at => coalesce(run_at, now()), job_key => job_key)
  $$;
  create or replace function cancel_job(job_key text)
  returns void language sql security definer set search_path = graphile_worker, pg_temp as $$
    select graphile_worker.remove_job(job_key)
  $$;
  revoke execute on function schedule_job, cancel_job from public;
  grant execute on function schedule_job, cancel_job to yizhuan_app;
`

/** The library tells of every poll; only warnings and errors are passed on. */
const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`jobs: ${message}`)
})

/** Starts working off jobs as the owner; tasks open their own transactions for an institution. */
export async function startJobs(
  ownerUrl: string,
  context: Context,
  modules: readonly Module[],
): Promise<Runner> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  // Without these a connection that breaks, idle or in use, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const taskList: TaskList = Object.assign({}, ...modules.map((module) => module.jobs?.(context)))
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    logger: quiet,
  })
  // The pool ends with the runner, whichever way that ends.
  void runner.promise.catch(() => undefined).finally(() => pool.end())
  return runner
}
