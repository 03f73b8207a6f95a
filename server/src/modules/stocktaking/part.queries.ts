import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../people/index.ts'
import './campaign.table.ts'
import type { Colleague } from './campaign.ts'

/** Those with an account whose name nobody else of the register bears. */
export async function colleaguesNamed(tx: Tx, institution: string): Promise<readonly Colleague[]> {
  return tx
    .selectFrom('account')
    .select(['personId as person', 'name'])
    .where('institutionId', '=', institution)
    .where('disabledAt', 'is', null)
    .where(
      sql<boolean>`not exists (select from person where person.institution_id = ${institution}
        and person.name = account.name and person.id <> account.person_id)`,
    )
    .execute()
}

/** A part with its campaign. */
function parts(tx: Tx, institution: string) {
  return tx
    .selectFrom('stocktakingPart')
    .innerJoin('stocktaking', (join) =>
      join
        .onRef('stocktaking.institutionId', '=', 'stocktakingPart.institutionId')
        .onRef('stocktaking.id', '=', 'stocktakingPart.stocktakingId'),
    )
    .select(['stocktakingPart.id as part', 'stocktakingPart.name', 'personId', 'tokenHash'])
    .select(['expiresAt', 'stocktaking.id as campaign', 'stocktaking.name as campaignName'])
    .select(['dueOn', 'state'])
    .where('stocktakingPart.institutionId', '=', institution)
    .where('stocktaking.institutionId', '=', institution)
}

export type PartRow = NonNullable<Awaited<ReturnType<typeof partOf>>>

/** One part of a campaign. */
export function partOf(tx: Tx, institution: string, campaign: string, part: string) {
  return parts(tx, institution)
    .where('stocktaking.id', '=', campaign)
    .where('stocktakingPart.id', '=', part)
    .executeTakeFirst()
}

/** The part behind a link. */
export function partBehind(tx: Tx, institution: string, hash: string) {
  return parts(tx, institution).where('tokenHash', '=', hash).executeTakeFirst()
}

/** The parts of a person, the newest campaign first. */
export function partsOfPerson(tx: Tx, institution: string, person: string) {
  return parts(tx, institution)
    .select([
      sql<number>`(select count(*)::int from stocktaking_line line
        where line.institution_id = ${institution} and line.stocktaking_id = stocktaking.id
          and stocktaking_part.name = any(line.inventors))`.as('lines'),
      sql<number>`(select count(distinct line_id)::int from stocktaking_answer said
        where said.institution_id = ${institution} and said.stocktaking_id = stocktaking.id
          and said.part_id = stocktaking_part.id)`.as('answered'),
    ])
    .where('personId', '=', person)
    .orderBy('stocktaking.datedOn', 'desc')
    .execute()
}

/** The lines of a part with what was said of each last. */
export async function linesOfPart(tx: Tx, institution: string, { campaign, part, name }: PartRow) {
  const [lines, said] = await Promise.all([
    tx
      .selectFrom('stocktakingLine')
      .select(['id', 'number', 'title', 'kind'])
      .where('institutionId', '=', institution)
      .where('stocktakingId', '=', campaign)
      .where(sql<boolean>`${name} = any(inventors)`)
      .orderBy('number')
      .execute(),
    tx
      .selectFrom('stocktakingAnswer')
      .select(['lineId', 'scores', 'wish', 'words', 'round'])
      .distinctOn('lineId')
      .where('institutionId', '=', institution)
      .where('stocktakingId', '=', campaign)
      .where('partId', '=', part)
      .orderBy('lineId')
      .orderBy('round', 'desc')
      .execute(),
  ])
  return lines.map((line) => {
    const answer = said.find(({ lineId }) => lineId === line.id)
    return {
      ...line,
      answer: answer ? { ...answer, scores: { ...answer.scores } } : null,
    }
  })
}

/** The parts of a campaign that have lines nobody answered. */
export async function silentParts(tx: Tx, institution: string, campaign: string) {
  const { rows } = await sql<{ id: string; personId: string | null }>`
    select part.id, part.person_id as "personId" from stocktaking_part part
    where part.institution_id = ${institution} and part.stocktaking_id = ${campaign}
      and exists (select from stocktaking_line line
        where line.institution_id = ${institution} and line.stocktaking_id = ${campaign}
          and part.name = any(line.inventors)
          and not exists (select from stocktaking_answer said
            where said.institution_id = ${institution} and said.stocktaking_id = ${campaign}
              and said.line_id = line.id and said.part_id = part.id))
  `.execute(tx)
  return rows
}

/** The part of a person in a campaign, with the ids of its lines. */
export async function partOfPerson(tx: Tx, institution: string, campaign: string, person: string) {
  const row = await parts(tx, institution)
    .where('stocktaking.id', '=', campaign)
    .where('personId', '=', person)
    .executeTakeFirstOrThrow()
  const lines = await linesOfPart(tx, institution, row)
  return { row, lines: lines.map(({ id }) => id) }
}
