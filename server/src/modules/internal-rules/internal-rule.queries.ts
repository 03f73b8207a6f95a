import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { chainOf } from '../../platform/register.ts'
import { internalRuleRegister, ruleColumns } from './internal-rule.table.ts'
import { type InternalRuleFields, reviewDay, stateOn } from './internal-rule.ts'
import type {
  InternalRuleFilterWire,
  InternalRuleLineWire,
  InternalRuleWire,
} from './internal-rule.wire.ts'

/** Every rule of an institution, by topic and newest first; there are some dozens. */
export async function allRules(
  tx: Tx,
  institution: string,
): Promise<({ readonly id: string } & InternalRuleFields)[]> {
  return await rules(tx, institution).execute()
}

const rules = (tx: Tx, institution: string) =>
  tx
    .selectFrom('internalRule')
    .select(['id', ...ruleColumns])
    .where('institutionId', '=', institution)
    .orderBy('topic')
    .orderBy('inForceOn', 'desc')
    .orderBy('id')

/** The rules that a filter finds, as a list shows them on a day. */
export async function listRules(
  tx: Tx,
  institution: string,
  { q, topic, state }: InternalRuleFilterWire,
  today: Day,
): Promise<InternalRuleLineWire[]> {
  let query = rules(tx, institution)
  if (q !== undefined)
    query = query.where(isFoundBy('internalRule.id', institution, 'internalRule', q))
  if (topic !== undefined) query = query.where('topic', '=', topic)
  const found = (await query.execute()).map((rule) => lineOf(rule, today))
  return found.filter((rule) => state === undefined || rule.state === state)
}

/** A rule as a list shows it on a day. */
export function lineOf(
  rule: { readonly id: string } & InternalRuleFields,
  today: Day,
): InternalRuleLineWire {
  const { months } = institutionLists().renewal.internalRule
  return { ...rule, state: stateOn(rule, today, months), reviewDay: reviewDay(rule, months) }
}

/** One rule with the number of its last change. */
export async function ruleOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<InternalRuleWire | undefined> {
  const rule = await tx
    .selectFrom('internalRule')
    .select(['id', ...ruleColumns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!rule) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(internalRuleRegister, id) })
  return { ...lineOf(rule, today), seq }
}
