import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import './calendar.table.ts'
import { type LateRule, type ToPass, usualRule } from './late.ts'

/** The rule of a house, and whether it chose it. */
export async function lateRuleOf(
  tx: Tx,
  institution: string,
): Promise<LateRule & { readonly isOwn: boolean }> {
  const row = await tx
    .selectFrom('lateRule')
    .select(['reviewerAfter', 'leadersAfter'])
    .where('institutionId', '=', institution)
    .executeTakeFirst()
  return { ...(row ?? usualRule), isOwn: row !== undefined }
}

/** Writes the rule of a house; the caller records the change. */
export async function saveLateRule(tx: Tx, institution: string, rule: LateRule): Promise<void> {
  await tx
    .insertInto('lateRule')
    .values({ institutionId: institution, ...rule })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ ...rule }))
    .execute()
}

/** Notes that a lateness was passed on. @returns false when it was before: then nobody is told again. */
export async function notePassed(
  tx: Tx,
  institution: string,
  { line, level, workdays }: ToPass,
  today: Day,
): Promise<boolean> {
  const row = await tx
    .insertInto('dueEscalation')
    .values({
      institutionId: institution,
      dueKey: line.key,
      dueOn: line.day,
      level,
      toldOn: today,
      workdays,
    })
    .onConflict((on) => on.columns(['institutionId', 'dueKey', 'dueOn', 'level']).doNothing())
    .returning('dueKey')
    .executeTakeFirst()
  return row !== undefined
}
