import type { Words } from '@yizhuan/kit'
import type { InternalRuleRecord, RecordMarks } from '@yizhuan/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Given } from '../../platform/register.ts'
import {
  againstRule,
  allRules,
  amendInternalRule,
  enterInternalRule,
  type InternalRuleFields,
  internalRuleProblem,
} from '../internal-rules/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import { type Settling, saidBy, settleEach, writeEach } from './one-by-one.ts'
import type { Candidate } from './plan.ts'
import type { Staged, StagedDraft } from './staged.queries.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import { changedIn, type Done } from './write-people.ts'

// The rules a house made for itself. One has no number that every house gives: its title and its first day in
// force stand for it, so a new version is a row of its own.

/** A rule as a ledger tells of it. */
export type RuleFields = Omit<InternalRuleRecord, keyof RecordMarks>

export interface RuleEntry {
  readonly to: 'internalRule'
  readonly number: string | null
  readonly fields: RuleFields
}

export function toInternalRule(record: InternalRuleRecord): RuleEntry {
  const { ruleTitle, ruleTopic, ruleNumber, ruleApprover, ruleApprovedOn } = record
  const { ruleFrom, ruleTo, ruleEnded, ruleReview, remark } = record
  const fields = {
    ...{ ruleTitle, ruleTopic, ruleNumber, ruleApprover, ruleApprovedOn },
    ...{ ruleFrom, ruleTo, ruleEnded, ruleReview, remark },
  }
  return { to: 'internalRule', number: keyOf(ruleTitle, ruleFrom), fields }
}

const keyOf = (title: string | null, from: string | null) =>
  title === null || from === null ? null : `${title}|${from}`

/** The rules there are, as rows would tell of them. */
export async function knownRules(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  if (!candidates.some(({ entry }) => entry.to === 'internalRule')) return new Map()
  return new Map(
    (await allRules(tx, institution)).map(({ id, title, topic, number, ...rule }) => {
      const fields: RuleFields = {
        ...{ ruleTitle: title, ruleTopic: topic, ruleNumber: number, remark: rule.remark },
        ...{ ruleApprover: rule.approvedBy, ruleApprovedOn: rule.approvedOn },
        ...{ ruleFrom: rule.inForceOn, ruleTo: rule.validTo },
        ...{ ruleEnded: rule.endedOn, ruleReview: rule.reviewOn },
      }
      const key = keyIn('internalRule', keyOf(title, rule.inForceOn) ?? '')
      return [key, { id, fields: { ...fields } }] as const
    }),
  )
}

/** Keeps rules out that their register would refuse. */
export const settleRules: Settling = ({ tx, institution, ...draft }, clock) =>
  settleEach({ ...draft, tx, institution }, 'internalRules', 'internalRule', (row) =>
    againstRow(tx, clock, institution, row),
  )

async function againstRow(
  tx: Tx,
  clock: Clock,
  institution: string,
  row: Staged,
): Promise<Words | undefined> {
  if (row.entry.to !== 'internalRule') return undefined
  const no = await againstRule(tx, institution, told(row.entry.fields), clock.today())
  return no?.kind === 'refused' ? saidBy(internalRuleProblem(no.refusal)) : undefined
}

/** Writes the rules of a draft, each as if somebody had entered or amended it. */
export function writeRules(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { clock, by } = outlay
  return writeEach(draft, outlay, 'internalRule', async (row, source) => {
    if (row.entry.to !== 'internalRule') return
    const { ruleTopic, ruleTitle, ruleFrom, ...more } = row.entry.fields
    const always = { topic: ruleTopic ?? '', title: ruleTitle ?? '', inForceOn: ruleFrom ?? '' }
    const outcome =
      row.state === 'new'
        ? await enterInternalRule(
            draft.tx,
            clock,
            by,
            { ...told(more), ...always },
            {
              ...{ id: row.newId, source },
            },
          )
        : await amendInternalRule(draft.tx, clock, by, row.recordId ?? '', told(changedIn(row)), {
            reason: `导入：${source}`,
          })
    takenIn(outcome, internalRuleProblem, row)
  })
}

/** What a row says, in the names of the register; a blank cell says nothing. */
function told(given: Partial<RuleFields>): Given<InternalRuleFields> {
  return {
    ...(given.ruleTopic && { topic: given.ruleTopic }),
    ...(given.ruleTitle && { title: given.ruleTitle }),
    ...(given.ruleNumber && { number: given.ruleNumber }),
    ...(given.ruleApprover && { approvedBy: given.ruleApprover }),
    ...(given.ruleApprovedOn && { approvedOn: given.ruleApprovedOn }),
    ...(given.ruleFrom && { inForceOn: given.ruleFrom }),
    ...(given.ruleTo && { validTo: given.ruleTo }),
    ...(given.ruleEnded && { endedOn: given.ruleEnded }),
    ...(given.ruleReview && { reviewOn: given.ruleReview }),
    ...(given.remark && { remark: given.remark }),
  }
}

/** What a rule always has, with the words for one without it. */
export function missingInRule({
  fields,
}: RuleEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.ruleTitle) return ['制度名称', 'title']
  if (!fields.ruleTopic) return ['制度主题', 'topic']
  return fields.ruleFrom
    ? undefined
    : ['施行日期（须到日）', 'first day in force, given to the day']
}
