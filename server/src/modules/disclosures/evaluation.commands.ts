import { accept, canonicalJson, type Outcome, type Refusal } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockKnownChain, recordChange, sha256 } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import { achievementRegister, isMerged } from '../achievements/index.ts'
import { disclosureLists } from '../policies/index.ts'
import './evaluation.table.ts'
import { decideEvaluation, type EvaluationRefusals, standing } from './evaluation.ts'
import type { EvaluateWire, EvaluationFilterWire } from './evaluation.wire.ts'

/** Why an evaluation is not recorded. */
export type EvaluateRefusals = EvaluationRefusals & {
  'no-such-achievement': Record<string, never>
  'merged-already': { readonly number: string }
  'file-not-stored': { readonly name: string }
}

/** What a row of a ledger knows beforehand: the id its record gets, and where the row stands. */
interface Brought {
  readonly id?: string | undefined
  readonly source?: string
}

type Told = z.output<typeof EvaluateWire>

/** Why an evaluation of an achievement cannot be recorded; nothing where it can. */
export async function checkedEvaluation(
  tx: Tx,
  clock: Clock,
  institution: string,
  achievement: string,
  { files, priorArt: _art, correction, ...told }: Told,
): Promise<Refusal<EvaluateRefusals> | undefined> {
  const one = await tx
    .selectFrom('achievement')
    .select('number')
    .where('institutionId', '=', institution)
    .where('id', '=', achievement)
    .executeTakeFirst()
  if (!one) return { code: 'no-such-achievement', facts: {} }
  if (await isMerged(tx, institution, achievement)) return { code: 'merged-already', facts: one }
  const decided = decideEvaluation(told, files.length, disclosureLists().evaluations, clock.today())
  if (decided.kind === 'refused') return decided.refusal
  if (correction) {
    const version = await versionOf(tx, institution, achievement, correction.of)
    if (!version) return { code: 'no-such-evaluation', facts: {} }
    if (version.by !== null) return { code: 'evaluation-corrected', facts: { by: version.by } }
  }
  const hashes = files.map(({ sha256 }) => sha256)
  const stored = new Set((await storedFiles(tx, institution, hashes)).map(({ sha256 }) => sha256))
  const lost = files.find(({ sha256 }) => !stored.has(sha256))
  return lost && { code: 'file-not-stored', facts: { name: lost.name } }
}

/** Records an evaluation of an achievement, also in its chain. */
export async function evaluate(
  tx: Tx,
  clock: Clock,
  by: Author,
  achievement: string,
  given: Told,
  { id = newId(), source }: Brought = {},
): Promise<Outcome<{ id: string; seq: number }, EvaluateRefusals>> {
  const { institution } = by
  const { files, priorArt, correction, ...told } = given
  // Of two who correct the same version at once, the second finds what the first wrote.
  await lockKnownChain(tx, { institution, name: chainOf(achievementRegister, achievement) })
  const refusal = await checkedEvaluation(tx, clock, institution, achievement, given)
  if (refusal) return { kind: 'refused', refusal }

  // From here on the evaluation is recorded.
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
      priorArt: JSON.stringify(priorArt),
      corrects: correction?.of ?? null,
      correctionReason: correction?.why ?? null,
      madeAt: at,
      madeBy: by.person,
      madeName: by.name,
    })
    .execute()
  // Scores and values are not for every reader of the history: it bears their fingerprint.
  const { kind: evaluation, heldOn, evaluator, outcome, reason } = told
  const digest = sha256(
    canonicalJson({
      ...{ ...told, files },
      ...(priorArt.length > 0 && { priorArt }),
      ...(correction && { corrects: correction.of }),
    }),
  )
  const { seq } = await recordChange(tx, chainOf(achievementRegister, achievement), {
    action: correction ? 'achievement.evaluationCorrected' : 'achievement.evaluated',
    subject: achievement,
    data: {
      ...{ evaluation, heldOn, evaluator, outcome, why: reason, digest },
      ...(correction && { corrects: correction.of, reason: correction.why }),
      ...(source && { source }),
    },
    at,
    by,
  })
  return accept({ id, seq })
}

/** Takes evaluations out again that an import entered by mistake: the chain of the achievement tells it first. */
export async function withdrawEvaluations(
  tx: Tx,
  clock: Clock,
  by: Author,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const { institution } = by
  const mine = await tx
    .selectFrom('achievementEvaluation')
    .select(['id', 'achievementId', 'kind', 'heldOn', 'evaluator'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute()
  for (const { id, achievementId, kind: evaluation, heldOn, evaluator } of mine) {
    await recordChange(tx, chainOf(achievementRegister, achievementId), {
      action: 'achievement.evaluationWithdrawn',
      subject: achievementId,
      data: { id, evaluation, heldOn, evaluator, reason },
      at: clock.now(),
      by,
    })
    await sql`delete from achievement_evaluation
      where institution_id = ${institution} and id = ${id}`.execute(tx)
  }
}

/** A version of an evaluation, and by whom it was corrected already. */
async function versionOf(tx: Tx, institution: string, achievement: string, id: string) {
  const version = await tx
    .selectFrom('achievementEvaluation')
    .select('id')
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!version) return undefined
  const [later] = await tx
    .selectFrom('achievementEvaluation')
    .select('madeName')
    .where('institutionId', '=', institution)
    .where('corrects', '=', id)
    .execute()
  return { by: later ? (later.madeName ?? '') : null }
}

/** The evaluations of some achievements that stand, in the order in which they were held. */
export async function evaluationsOf(tx: Tx, institution: string, achievements: readonly string[]) {
  return standing(await versionsOf(tx, institution, achievements))
}

/** Every version of the evaluations of some achievements, in the order in which they were held. */
export function versionsOf(tx: Tx, institution: string, achievements: readonly string[]) {
  return tx
    .selectFrom('achievementEvaluation')
    .select(['id', 'achievementId', 'kind', 'heldOn', 'evaluator', 'scores', 'outcome'])
    .select(['reason', 'words', 'valueFen', 'files', 'priorArt'])
    .select(['corrects', 'correctionReason', 'madeAt', 'madeName'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .orderBy('heldOn')
    .orderBy('id')
    .execute()
}

/** Every version that a filter finds, with its achievement, for an export. */
export function allEvaluations(tx: Tx, institution: string, filter: EvaluationFilterWire) {
  const { achievement, kind, heldFrom, heldTo } = filter
  let query = tx
    .selectFrom('achievementEvaluation as one')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'one.institutionId')
        .onRef('achievement.id', '=', 'one.achievementId'),
    )
    .leftJoin('achievementEvaluation as later', (join) =>
      join
        .onRef('later.institutionId', '=', 'one.institutionId')
        .onRef('later.corrects', '=', 'one.id'),
    )
    .select(['achievement.number', 'achievement.title', 'one.kind', 'one.heldOn', 'one.evaluator'])
    .select(['one.scores', 'one.outcome', 'one.reason', 'one.words', 'one.valueFen', 'one.files'])
    .select(['one.priorArt', 'one.madeAt', 'one.madeName', 'one.correctionReason'])
    .select(['later.madeAt as correctedAt', 'later.correctionReason as correctedFor'])
    .where('one.institutionId', '=', institution)
  if (achievement !== undefined) query = query.where('one.achievementId', '=', achievement)
  if (kind !== undefined) query = query.where('one.kind', '=', kind)
  if (heldFrom !== undefined) query = query.where('one.heldOn', '>=', heldFrom)
  if (heldTo !== undefined) query = query.where('one.heldOn', '<=', heldTo)
  return query.orderBy('one.heldOn').orderBy('one.id').stream(500)
}
