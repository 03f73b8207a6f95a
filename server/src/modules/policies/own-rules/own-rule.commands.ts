import type { Outcome } from '@yizhuan/kit'
import { refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockChain, recordChange } from '../../../platform/evidence.ts'
import { storedFiles } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { putOut } from '../../../platform/outbox.ts'
import { profileOf } from '../../institutions/index.ts'
import { lawAt } from '../packs/ground.ts'
import { insertDecision, insertRule, ownRulesOf } from './own-rule.queries.ts'
import type { BasisFile } from './own-rule.table.ts'
import {
  type DecisionOutcome,
  decideOn,
  type OwnRuleRefusals,
  type Proposal,
  propose,
  type Signed,
  type Situation,
} from './own-rule.ts'

const register = 'own-rules'

type By = Pick<Caller, 'institution' | 'person' | 'name'>

/** What storing adds to what a decision may refuse. */
export interface StoredRuleRefusals extends OwnRuleRefusals {
  'file-not-stored': { readonly name: string }
  'rule-not-found': Record<string, never>
}

/** Records a proposal of an own rule or reading; it governs nothing until somebody else approves it. */
export async function proposeRule(
  tx: Tx,
  clock: Clock,
  by: By,
  proposal: Proposal,
  basisFile: BasisFile | null,
): Promise<Outcome<{ id: string }, StoredRuleRefusals>> {
  const situation = await situationOf(tx, clock, by.institution)
  const outcome = propose(proposal, situation)
  if (outcome.kind === 'refused') return outcome
  if (basisFile) {
    const [stored] = await storedFiles(tx, by.institution, [basisFile.sha256])
    if (stored?.size !== basisFile.size) return refuse('file-not-stored', { name: basisFile.name })
  }

  // From here on the proposal is recorded.
  const id = newId()
  await insertRule(tx, by.institution, id, outcome.value, basisFile, signedBy(by, clock))
  await recordChange(tx, register, {
    action: 'ownRule.proposed',
    subject: id,
    data: { ...outcome.value, ...(basisFile && { basisFile: { ...basisFile } }) },
    at: clock.now(),
    by,
  })
  return { kind: 'accepted', value: { id } }
}

/** Records what becomes of a proposal, and puts out an approval: others look anew at what it touches. */
export async function decideRule(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  outcome: DecisionOutcome,
  reason: string | null,
): Promise<Outcome<{ id: string }, StoredRuleRefusals>> {
  const situation = await situationOf(tx, clock, by.institution)
  const rule = situation.rules.find((one) => one.id === id)
  if (!rule) return refuse('rule-not-found', {})
  const decision = decideOn(rule, outcome, by.person, situation)
  if (decision.kind === 'refused') return decision

  // From here on the decision is recorded.
  await insertDecision(tx, by.institution, id, outcome, reason, signedBy(by, clock))
  const { kind, subject, choice, from, to } = rule
  const { institution } = by
  await recordChange(tx, register, {
    action: `ownRule.${outcome}`,
    subject: id,
    data: { kind, subject, choice, from, to, reason },
    at: clock.now(),
    by,
  })
  if (outcome === 'approved') {
    const body = { id, kind, subject, choice, from, to }
    await putOut(tx, { institution, fact: 'ownRule.approved', body })
  }
  return { kind: 'accepted', value: { id } }
}

/** The register's lock comes first: of two who decide at once the second sees what the first did. */
async function situationOf(tx: Tx, clock: Clock, institution: string): Promise<Situation> {
  await lockChain(tx, { institution, name: register })
  const profile = await profileOf(tx, institution)
  const rules = await ownRulesOf(tx, institution)
  return { law: lawAt(profile), institution: profile.name, rules, today: clock.today() }
}

function signedBy({ person, name }: By, clock: Clock): Signed {
  return { by: person, name, on: clock.today(), at: clock.now() }
}
