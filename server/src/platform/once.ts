import { accept, canonicalJson, type Outcome } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Caller, Tx } from './database.ts'
import { sha256 } from './evidence.ts'
import { conflict } from './problem.ts'

// A second click, or a request sent again because its answer was lost, is the same order: whoever orders something
// that has no place of its own gives it an id.

interface MadeOnceTable {
  institutionId: string
  id: string
  what: string
  digest: string
  answer: unknown
  madeAt: Date
  madeBy: string
}

declare module './tables.ts' {
  interface Tables {
    madeOnce: MadeOnceTable
  }
}

/** An order with the id of its client; without one it is made each time it is asked for. */
export interface OnceOrder {
  readonly id?: string | undefined
  /** What is ordered, as `fund.payment`. */
  readonly what: string
  readonly order: object
}

/** An order about a record, as its body came. */
export function orderOf(
  what: string,
  { id: of }: { readonly id: string },
  { id, ...order }: { readonly id?: string | undefined },
): OnceOrder {
  return { id, what, order: { of, order } }
}

/**
 * Makes what is ordered once; asked again it answers as before and writes nothing. A refusal is not kept.
 *
 * @throws {Problem} 409 where the id is of another order, or of somebody else.
 */
export async function once<Value extends object, Refusals>(
  tx: Tx,
  clock: Clock,
  { institution, person }: Pick<Caller, 'institution' | 'person'>,
  { id, what, order }: OnceOrder,
  make: () => Promise<Outcome<Value, Refusals>>,
): Promise<Outcome<Value, Refusals>> {
  if (id === undefined) return make()
  // Of two who come at once, the second waits and finds what the first made.
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan once'), hashtext(${id}))`.execute(tx)
  const known = await tx
    .selectFrom('madeOnce')
    .select(['what', 'digest', 'answer', 'madeBy'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  const digest = sha256(canonicalJson(order))
  if (known) {
    const isSame = known.what === what && known.digest === digest && known.madeBy === person
    if (!isSame) throw idOfAnother()
    return accept(known.answer as Value)
  }
  const outcome = await make()
  if (outcome.kind === 'refused') return outcome
  const answer = JSON.stringify(outcome.value)
  const made = { id, what, digest, answer, madeAt: clock.now(), madeBy: person }
  await tx
    .insertInto('madeOnce')
    .values({ institutionId: institution, ...made })
    .execute()
  return outcome
}

const idOfAnother = () =>
  conflict('id-of-another', {
    zh: '这个编号已用于另一笔业务，请重新打开后再提交。',
    en: 'This id is of another order; open the form anew and send it again.',
  })
