import { startOf } from '../../platform/clock.ts'
import { asCaller, type Caller } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import type { Context } from '../../platform/module.ts'

/** The chain of those who read who objected in a case, and how to reach them. */
const chainOf = (id: string) => `objectors/${id}`

/** Notes that somebody read who objected: once a day for each reader and case, so that a page is one reading. */
export async function noteObjectorsRead(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  caller: Caller,
  { id, number }: { readonly id: string; readonly number: string },
): Promise<void> {
  await asCaller(db, caller, async (tx) => {
    const noted = await tx
      .selectFrom('auditEntry')
      .select('seq')
      .where('institutionId', '=', caller.institution)
      .where('chain', '=', chainOf(id))
      .where('byPerson', '=', caller.person)
      .where('at', '>=', startOf(clock.today()))
      .limit(1)
      .executeTakeFirst()
    if (noted) return
    await recordChange(tx, chainOf(id), {
      action: 'objection.opened',
      subject: id,
      data: { case: number, reason: `查阅 ${number} 的异议（自动记录）` },
      at: clock.now(),
      by: caller,
    })
  })
}
