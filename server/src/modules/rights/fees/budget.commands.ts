import { accept, type Outcome } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, recordChange } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { once } from '../../../platform/once.ts'
import type { Author } from '../../../platform/register.ts'
import './batch.table.ts'

/** What may be spent on annual fees in a year, and what set it. */
export interface NewBudget {
  readonly id?: string | undefined
  readonly year: number
  readonly department: string | null
  readonly fen: string
  readonly document: string
}

/** States the budget of a year; what was stated before stays readable. */
export function stateBudget(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id: sent, ...told }: NewBudget,
): Promise<Outcome<{ id: string }, Record<string, never>>> {
  const { institution } = by
  const order = { id: sent, what: 'fee-budget', order: told }
  return once(tx, clock, by, order, async () => {
    const name = `fee_budget/${told.year}`
    await lockChain(tx, { institution, name })
    const id = newId()
    const stated = { statedOn: clock.today(), statedBy: by.person, statedName: by.name }
    await tx
      .insertInto('feeBudget')
      .values({ institutionId: institution, id, ...told, ...stated })
      .execute()
    const change = { action: 'fee_budget.stated', subject: id, data: told, at: clock.now(), by }
    await recordChange(tx, name, change)
    return accept({ id })
  })
}
