import { asReader, type Caller, type Db, type Tx } from './database.ts'
import { addJobs } from './jobs.ts'

/** What a register shows of its records that a module to its right works out when somebody asks. */
export interface Settling {
  /** Whether something is to be worked out before the register is read. */
  isOpen(tx: Tx, institution: string): Promise<boolean>
  /** Works it out, where something is open. */
  settle(caller: Caller): Promise<void>
}

/**
 * Reads a register of which something may have to be worked out first.
 *
 * Whether it has to is asked together with the reading; only then it is read once more.
 */
export async function readSettled<Value>(
  settling: Settling | undefined,
  db: Db,
  caller: Caller,
  read: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  if (!settling) return asReader(db, caller, read)
  const first = await asReader(db, caller, async (tx) => {
    const [isOpen, value] = await Promise.all([settling.isOpen(tx, caller.institution), read(tx)])
    return isOpen ? undefined : { value }
  })
  if (first) return first.value
  await settling.settle(caller)
  return asReader(db, caller, read)
}

/** The task that works out what is to be worked out, before anybody reads it. */
export const settleTask = 'registers/settle'

/**
 * Has the worker work out what registers show, once what was told of many records is there for everybody: else the
 * first who reads them waits for all of it.
 */
export async function settleSoon(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: settleTask, key: settleTask, payload: {}, at }])
}
