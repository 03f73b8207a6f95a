import { type Outcome as Answer, accept, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import { lockedCampaign } from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import { missingScore, type Outcome, type Scores } from './campaign.ts'
import { assessmentForm } from './stocktaking.law.ts'

/** What somebody said on paper of a line of a campaign, as somebody else enters it. */
export interface BroughtAnswer {
  readonly id: string
  readonly campaign: string
  readonly line: string
  readonly part: string
  readonly number: string
  readonly name: string
  readonly scores: Scores
  readonly wish: Outcome
  readonly words: string | null
  /** Where it stood: file, sheet and row. */
  readonly source: string
}

/** Why an answer on paper is not entered. */
export interface BroughtRefusals {
  'part-closed': { readonly dueOn: string }
  'score-missing': { readonly criterion: string }
}

/** Whether an answer on paper has a level for every question. */
export function decideScores(scores: Scores): Answer<true, BroughtRefusals> {
  const criterion = missingScore(assessmentForm(), scores)
  return criterion === undefined ? accept(true) : refuse('score-missing', { criterion })
}

/** Enters what an inventor said on paper: with who entered it, and named in the chain of the campaign. */
export async function bringAnswer(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, campaign, line, part, number, name, scores, wish, words, source }: BroughtAnswer,
): Promise<Answer<true, BroughtRefusals>> {
  const { institution } = by
  const held = await lockedCampaign(tx, institution, campaign)
  if (held?.state !== 'open') return refuse('part-closed', { dueOn: held?.dueOn ?? '' })
  const decided = decideScores(scores)
  if (decided.kind === 'refused') return decided

  // From here on the answer is kept.
  const answeredAt = clock.now()
  await tx
    .insertInto('stocktakingAnswer')
    .values({
      ...{ institutionId: institution, id, stocktakingId: campaign, lineId: line, partId: part },
      round: sql<number>`(select coalesce(max(round), 0) + 1 from stocktaking_answer
        where institution_id = ${institution} and stocktaking_id = ${campaign}
          and line_id = ${line} and part_id = ${part})`,
      ...{ scores: JSON.stringify(scores), wish, words, answeredAt, enteredBy: by.name },
    })
    .execute()
  await recordChange(tx, chainOf(campaignRegister, campaign), {
    action: 'stocktaking.answerEntered',
    subject: campaign,
    data: { answer: id, number, name, wish, source },
    ...{ at: answeredAt, by },
  })
  return accept(true)
}

/** Takes answers out again that an import entered by mistake: the chain of the campaign tells it first. */
export async function withdrawAnswers(
  tx: Tx,
  clock: Clock,
  by: Author,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const { institution } = by
  const mine = await tx
    .selectFrom('stocktakingAnswer')
    .innerJoin('stocktakingLine', (join) =>
      join
        .onRef('stocktakingLine.institutionId', '=', 'stocktakingAnswer.institutionId')
        .onRef('stocktakingLine.stocktakingId', '=', 'stocktakingAnswer.stocktakingId')
        .onRef('stocktakingLine.id', '=', 'stocktakingAnswer.lineId'),
    )
    .innerJoin('stocktakingPart', (join) =>
      join
        .onRef('stocktakingPart.institutionId', '=', 'stocktakingAnswer.institutionId')
        .onRef('stocktakingPart.stocktakingId', '=', 'stocktakingAnswer.stocktakingId')
        .onRef('stocktakingPart.id', '=', 'stocktakingAnswer.partId'),
    )
    .select(['stocktakingAnswer.id', 'stocktakingAnswer.stocktakingId as campaign', 'wish'])
    .select(['stocktakingLine.number', 'stocktakingPart.name'])
    .where('stocktakingAnswer.institutionId', '=', institution)
    .where('stocktakingAnswer.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('stocktakingAnswer.id')
    .execute()
  for (const { id, campaign, number, name, wish } of mine) {
    await recordChange(tx, chainOf(campaignRegister, campaign), {
      action: 'stocktaking.answerWithdrawn',
      subject: campaign,
      data: { answer: id, number, name, wish, reason },
      at: clock.now(),
      by,
    })
    await sql`delete from stocktaking_answer
      where institution_id = ${institution} and id = ${id}`.execute(tx)
  }
}
