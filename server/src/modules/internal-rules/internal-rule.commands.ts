import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { type DayRefusals, unpassedDay } from '../../platform/passed-day.ts'
import {
  type Author,
  amendRecord,
  enterRecords,
  type Given,
  recordOf,
} from '../../platform/register.ts'
import { lawInForce } from '../policies/index.ts'
import { internalRuleRegister } from './internal-rule.table.ts'
import { blankInternalRule, type InternalRuleFields, topicsIn } from './internal-rule.ts'

/** Why a rule is not written. */
export interface InternalRuleRefusals extends DayRefusals {
  'no-such-rule': Record<string, never>
  'topic-unknown': { readonly topics: string }
  'ends-before-it-begins': {
    readonly field: 'validTo' | 'endedOn' | 'reviewOn'
    readonly from: string
  }
  'file-not-stored': { readonly name: string }
}

/** What a row of a ledger knows beforehand: the id its record gets, and where the row stands. */
interface Brought {
  readonly id?: string | undefined
  readonly source?: string
}

/** Enters a rule the institution made. */
export async function enterInternalRule(
  tx: Tx,
  clock: Clock,
  by: Author,
  given: Given<InternalRuleFields> & Pick<InternalRuleFields, 'topic' | 'title' | 'inForceOn'>,
  { id = newId(), source }: Brought = {},
): Promise<Outcome<{ id: string }, InternalRuleRefusals>> {
  const no = await againstRule(tx, by.institution, given, clock.today())
  if (no) return no

  // From here on the rule is entered.
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  const fields = { ...blankInternalRule, ...Object.fromEntries(told) }
  const beside = source && { beside: { source } }
  await enterRecords(tx, internalRuleRegister, by, clock.now(), [{ id, fields, ...beside }])
  return accept({ id })
}

/** Changes what is told of a rule: a review, an end, or a mistake. */
export async function amendInternalRule(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: Given<InternalRuleFields>,
  about: { readonly reason: string; readonly expectedSeq?: number | undefined },
): Promise<Outcome<{ seq: number }, InternalRuleRefusals>> {
  const before = await recordOf(tx, internalRuleRegister, by.institution, id)
  if (!before) return refuse('no-such-rule', {})
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  const all = { ...before, ...Object.fromEntries(told) }
  const no = await againstRule(tx, by.institution, all, clock.today())
  if (no) return no
  const amended = await amendRecord(tx, internalRuleRegister, clock, by, id, {
    fields: given,
    ...about,
  })
  return amended ? accept(amended) : refuse('no-such-rule', {})
}

/** Why what is told of a rule cannot stand. */
export async function againstRule(
  tx: Tx,
  institution: string,
  given: Given<InternalRuleFields>,
  today: string,
): Promise<Outcome<never, InternalRuleRefusals> | undefined> {
  const { topic, inForceOn = '', approvedOn, validTo, endedOn, reviewOn, file } = given
  const topics = Object.keys(topicsIn(lawInForce()))
  if (topic !== undefined && !topics.includes(topic)) {
    return refuse('topic-unknown', { topics: topics.join('、') })
  }
  const unpassed = unpassedDay({ approvedOn }, today)
  if (unpassed) return unpassed
  if (validTo && validTo <= inForceOn) {
    return refuse('ends-before-it-begins', { field: 'validTo', from: inForceOn })
  }
  if (endedOn && endedOn < inForceOn) {
    return refuse('ends-before-it-begins', { field: 'endedOn', from: inForceOn })
  }
  if (reviewOn && reviewOn < inForceOn) {
    return refuse('ends-before-it-begins', { field: 'reviewOn', from: inForceOn })
  }
  if (file && (await storedFiles(tx, institution, [file.sha256])).length === 0) {
    return refuse('file-not-stored', { name: file.name })
  }
  return undefined
}
