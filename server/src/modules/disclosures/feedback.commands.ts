import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { chainOf } from '../../platform/register.ts'
import { achievementOf, achievementRegister, isMerged } from '../achievements/index.ts'
import type { FileRef } from '../cases/index.ts'
import './feedback.table.ts'
import type { Interest } from './feedback.ts'
import type { HearWire } from './feedback.wire.ts'

/** Why what a company said is not taken down. */
export interface FeedbackRefusals {
  'no-such-achievement': Record<string, never>
  'merged-already': { readonly number: string }
  'heard-in-future': { readonly today: string }
  'file-not-stored': { readonly name: string }
  'no-such-feedback': Record<string, never>
  'feedback-struck': Record<string, never>
}

/** Takes down what a company said of an achievement, also in its chain. */
export async function hear(
  tx: Tx,
  clock: Clock,
  by: Caller,
  achievement: string,
  { files, ...told }: z.output<typeof HearWire>,
): Promise<Outcome<{ id: string }, FeedbackRefusals>> {
  const { institution } = by
  const one = await achievementOf(tx, institution, achievement)
  if (!one) return refuse('no-such-achievement', {})
  if (await isMerged(tx, institution, achievement)) {
    return refuse('merged-already', { number: one.number })
  }
  const today = clock.today()
  if (told.heardOn > today) return refuse('heard-in-future', { today })
  const hashes = files.map(({ sha256 }) => sha256)
  const there = await storedFiles(tx, institution, hashes)
  const lost = files.find((file) => !there.some(({ sha256 }) => sha256 === file.sha256))
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is taken down.
  const id = newId()
  const at = clock.now()
  await tx
    .insertInto('achievementFeedback')
    .values({
      ...{ institutionId: institution, id, achievementId: achievement, ...told },
      ...{ files: JSON.stringify(files), madeAt: at, madeBy: by.person, madeName: by.name },
    })
    .execute()
  // What the company said is not for every reader of the history.
  const { heardOn, interest } = told
  await recordChange(tx, chainOf(achievementRegister, achievement), {
    ...{ action: 'achievement.heard', subject: achievement, at, by },
    data: { feedback: id, heardOn, interest },
  })
  return accept({ id })
}

/** Strikes what was taken down by mistake; it stays readable with the reason. */
export async function strikeFeedback(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { achievement, id, reason }: Readonly<Record<'achievement' | 'id' | 'reason', string>>,
): Promise<Outcome<{ id: string }, FeedbackRefusals>> {
  const { institution } = by
  const before = await tx
    .selectFrom('achievementFeedback')
    .select('struckAt')
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse('no-such-feedback', {})
  if (before.struckAt !== null) return refuse('feedback-struck', {})

  // From here on it is struck.
  const at = clock.now()
  await tx
    .updateTable('achievementFeedback')
    .set({ struckAt: at, struckName: by.name, struckReason: reason })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  await recordChange(tx, chainOf(achievementRegister, achievement), {
    ...{ action: 'achievement.feedbackStruck', subject: achievement, at, by },
    data: { feedback: id, reason },
  })
  return accept({ id })
}

/** What a company said, with the achievement that it is about. */
export interface FeedbackRow {
  readonly id: string
  readonly heardOn: string
  readonly company: string
  readonly askedBy: string
  readonly interest: Interest
  readonly words: string
  readonly files: readonly FileRef[]
  readonly madeName: string
  readonly struckName: string | null
  readonly struckReason: string | null
  readonly number: string
  readonly title: string
}

/** Lines that are read at once, or as they come. */
interface Lines<Row> {
  execute(): Promise<Row[]>
  stream(size: number): AsyncIterable<Row>
}

/** What companies said that a filter finds, the newest first. */
export function feedbackOf(
  tx: Tx,
  institution: string,
  {
    achievement,
    heardFrom,
    heardTo,
  }: {
    readonly achievement?: string | undefined
    readonly heardFrom?: string | undefined
    readonly heardTo?: string | undefined
  },
): Lines<FeedbackRow> {
  let query = tx
    .selectFrom('achievementFeedback as said')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'said.institutionId')
        .onRef('achievement.id', '=', 'said.achievementId'),
    )
    .select(['said.id', 'said.heardOn', 'said.company', 'said.askedBy', 'said.interest'])
    .select(['said.words', 'said.files', 'said.madeName', 'said.struckName', 'said.struckReason'])
    .select(['achievement.number', 'achievement.title'])
    .where('said.institutionId', '=', institution)
  if (achievement !== undefined) query = query.where('said.achievementId', '=', achievement)
  if (heardFrom !== undefined) query = query.where('said.heardOn', '>=', heardFrom)
  if (heardTo !== undefined) query = query.where('said.heardOn', '<=', heardTo)
  return query.orderBy('said.heardOn', 'desc').orderBy('said.id', 'desc')
}
