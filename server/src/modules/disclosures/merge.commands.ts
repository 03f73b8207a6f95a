import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import type { Context } from '../../platform/module.ts'
import { amendRecord, chainOf } from '../../platform/register.ts'
import { achievementOf, achievementRegister, type Intake } from '../achievements/index.ts'
import { casesOpenedSince, disclosureOf } from './disclosure.queries.ts'
import { decideMerge, decidePart, type MergeRefusals } from './merge.ts'
import { hangingOn } from './merged.queries.ts'

type Refusals = MergeRefusals & { 'no-such-achievement': Record<string, never> }

/**
 * Merges a record into another. Nothing is moved and nothing lost: the record stays as it is, its number
 * leads to the one that is kept, and that one shows what belongs to both.
 */
export async function mergeInto(
  tx: Tx,
  { clock }: Context,
  by: Caller,
  id: string,
  order: { readonly into: string; readonly reason: string; readonly expectedSeq: number },
): Promise<Outcome<{ seq: number }, Refusals>> {
  const { into, reason, expectedSeq } = order
  // Both are held, always in the same order: two mergers must not lead into each other.
  for (const one of [id, into].toSorted()) {
    const name = chainOf(achievementRegister, one)
    await lockKnownChain(tx, { institution: by.institution, name })
  }
  const [gone, kept] = await Promise.all([
    achievementOf(tx, by.institution, id),
    achievementOf(tx, by.institution, into),
  ])
  if (!gone || !kept) return refuse('no-such-achievement', {})
  const decided = decideMerge(gone, kept, await hangingOn(tx, by.institution, id))
  if (decided.kind === 'refused') return decided
  const amended = await amendRecord(tx, achievementRegister, clock, by, id, {
    fields: { intake: 'merged', intakeOn: clock.today(), mergedInto: into },
    beside: [{ field: 'keptNumber', from: null, to: kept.number }],
    reason,
    expectedSeq,
    action: 'merged',
  })
  if (!amended) return refuse('no-such-achievement', {})
  return accept(amended)
}

/** Parts two records again, while nothing was begun on the one that was kept. */
export async function partAgain(
  tx: Tx,
  { clock }: Context,
  by: Caller,
  id: string,
  { reason, expectedSeq }: { readonly reason: string; readonly expectedSeq: number },
): Promise<Outcome<{ seq: number }, Refusals>> {
  const found = await disclosureOf(tx, by.institution, id, clock.now())
  const into = found?.one.mergedInto
  const kept = into ? await achievementOf(tx, by.institution, into) : found?.one
  if (!found || !kept) return refuse('no-such-achievement', {})
  const merger = found.history.items.findLast(({ action }) => action === 'achievement.merged')
  const since = merger
    ? await casesOpenedSince(tx, by.institution, kept.id, new Date(merger.at))
    : []
  const decided = decidePart(found.one, kept, since)
  if (decided.kind === 'refused') return decided
  const before = merger?.changes.find(({ field }) => field === 'intake')?.from as Intake | null
  const amended = await amendRecord(tx, achievementRegister, clock, by, id, {
    fields: { intake: before, intakeOn: clock.today(), mergedInto: null },
    beside: [{ field: 'keptNumber', from: kept.number, to: null }],
    reason,
    expectedSeq,
    action: 'parted',
  })
  return amended ? accept(amended) : refuse('no-such-achievement', {})
}
