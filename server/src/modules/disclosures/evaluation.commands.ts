import { accept, canonicalJson, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { recordChange, sha256 } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { chainOf } from '../../platform/register.ts'
import { achievementRegister, isMerged } from '../achievements/index.ts'
import { disclosureLists } from '../policies/index.ts'
import './evaluation.table.ts'
import { decideEvaluation, type EvaluationRefusals } from './evaluation.ts'
import type { EvaluateWire } from './evaluation.wire.ts'

type Refusals = EvaluationRefusals & {
  'no-such-achievement': Record<string, never>
  'merged-already': { readonly number: string }
  'file-not-stored': { readonly name: string }
}

/** Records an evaluation of an achievement, also in its chain. */
export async function evaluate(
  tx: Tx,
  clock: Clock,
  by: Caller,
  achievement: string,
  { files, ...told }: z.output<typeof EvaluateWire>,
): Promise<Outcome<{ id: string; seq: number }, Refusals>> {
  const { institution } = by
  const one = await tx
    .selectFrom('achievement')
    .select('number')
    .where('institutionId', '=', institution)
    .where('id', '=', achievement)
    .executeTakeFirst()
  if (!one) return refuse('no-such-achievement', {})
  if (await isMerged(tx, institution, achievement)) return refuse('merged-already', one)
  const decided = decideEvaluation(told, files.length, disclosureLists().evaluations, clock.today())
  if (decided.kind === 'refused') return decided
  const hashes = files.map(({ sha256 }) => sha256)
  const stored = new Set((await storedFiles(tx, institution, hashes)).map(({ sha256 }) => sha256))
  const lost = files.find(({ sha256 }) => !stored.has(sha256))
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the evaluation is recorded.
  const id = newId()
  const at = clock.now()
  await tx
    .insertInto('achievementEvaluation')
    .values({
      institutionId: institution,
      id,
      achievementId: achievement,
      ...told,
      scores: JSON.stringify(told.scores),
      files: JSON.stringify(files),
      madeAt: at,
      madeBy: by.person,
    })
    .execute()
  // Scores and values are not for every reader of the history: it bears their fingerprint.
  const { kind: evaluation, heldOn, evaluator, outcome, reason } = told
  const digest = sha256(canonicalJson({ ...told, files }))
  const { seq } = await recordChange(tx, chainOf(achievementRegister, achievement), {
    action: 'achievement.evaluated',
    subject: achievement,
    data: { evaluation, heldOn, evaluator, outcome, why: reason, digest },
    at,
    by,
  })
  return accept({ id, seq })
}

/** The evaluations of some achievements, in the order in which they were held. */
export function evaluationsOf(tx: Tx, institution: string, achievements: readonly string[]) {
  return tx
    .selectFrom('achievementEvaluation')
    .select(['id', 'achievementId', 'kind', 'heldOn', 'evaluator', 'scores', 'outcome'])
    .select(['reason', 'words', 'valueFen', 'files'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .orderBy('heldOn')
    .orderBy('id')
    .execute()
}
