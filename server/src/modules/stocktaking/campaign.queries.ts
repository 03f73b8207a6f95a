import { dayInChina } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { headOf, lockKnownChain } from '../../platform/evidence.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { chainOf } from '../../platform/register.ts'
import { campaignRegister } from './campaign.table.ts'
import { type Outcome, outcomes, procedureFor, scoreOf } from './campaign.ts'
import type {
  CampaignFilterWire,
  CampaignPageWire,
  CampaignQueryWire,
  CampaignWire,
  StockLineQueryWire,
  StockLineWire,
} from './campaign.wire.ts'
import { assessmentForm } from './stocktaking.law.ts'

/** A page of campaigns, newest first. */
export async function listCampaigns(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: z.output<typeof CampaignQueryWire>,
): Promise<z.output<typeof CampaignPageWire>> {
  let query = campaigns(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('stocktaking', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

/** Every campaign a filter finds, for an export. */
export function allCampaigns(
  tx: Tx,
  institution: string,
  filter: z.output<typeof CampaignFilterWire>,
) {
  return campaigns(tx, institution, filter).stream(500)
}

function campaigns(tx: Tx, institution: string, { state }: z.output<typeof CampaignFilterWire>) {
  let query = tx
    .selectFrom('stocktaking')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('stocktakingLine')
          .select([
            sql<number>`count(*)::int`.as('lines'),
            sql<number>`(count(*) filter (where ${answered(institution)}))::int`.as('answered'),
            sql<number>`count(outcome)::int`.as('disposed'),
          ])
          .where('stocktakingLine.institutionId', '=', institution)
          .whereRef('stocktakingLine.stocktakingId', '=', 'stocktaking.id')
          .as('sums'),
      (join) => join.onTrue(),
    )
    .select(['stocktaking.id', 'name', 'takenOn', 'dueOn', 'leadName', 'state', 'datedOn'])
    .select(['sums.lines', 'sums.answered', 'sums.disposed'])
    .where('stocktaking.institutionId', '=', institution)
  if (state !== undefined) query = query.where('state', '=', state)
  return query.orderBy('datedOn', 'desc').orderBy('stocktaking.id', 'desc')
}

/** Whether some inventor said something of a line. */
const answered = (institution: string) => sql`exists (select from stocktaking_answer said
  where said.institution_id = ${institution} and said.stocktaking_id = stocktaking_line.stocktaking_id
    and said.line_id = stocktaking_line.id)`

/** One campaign with its progress. */
export async function campaignOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<CampaignWire | undefined> {
  const one = await tx
    .selectFrom('stocktaking')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'stocktaking.institutionId')
        .onRef('transferCase.id', '=', 'stocktaking.caseId'),
    )
    .select(['stocktaking.id', 'name', 'scope', 'takenOn', 'dueOn', 'leadName', 'state'])
    .select(['startedOn', 'closedOn', 'caseId', 'transferCase.number as caseNumber'])
    .where('stocktaking.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where('stocktaking.id', '=', id)
    .executeTakeFirst()
  if (!one) return undefined
  const [progress, decided, parts, { seq }] = await Promise.all([
    progressOf(tx, institution, id),
    decidedIn(tx, institution, id),
    partsOf(tx, institution, id),
    headOf(tx, { institution, name: chainOf(campaignRegister, id) }),
  ])
  const sum = (of: 'lines' | 'answered' | 'disposed') =>
    progress.reduce((all, row) => all + row[of], 0)
  return {
    ...one,
    seq,
    lines: sum('lines'),
    answered: sum('answered'),
    disposed: sum('disposed'),
    progress,
    outcomes: outcomes.flatMap((outcome) => decided.filter((row) => row.outcome === outcome)),
    parts,
  }
}

function progressOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('stocktakingLine')
    .select(['department'])
    .select([
      sql<number>`count(*)::int`.as('lines'),
      sql<number>`(count(*) filter (where ${answered(institution)}))::int`.as('answered'),
      sql<number>`count(outcome)::int`.as('disposed'),
    ])
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', id)
    .groupBy('department')
    .orderBy('department')
    .execute()
}

async function decidedIn(tx: Tx, institution: string, id: string) {
  const rows = await tx
    .selectFrom('stocktakingLine')
    .select(['outcome', sql<number>`count(*)::int`.as('lines')])
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', id)
    .groupBy('outcome')
    .execute()
  return rows.flatMap(({ outcome, lines }) => (outcome === null ? [] : [{ outcome, lines }]))
}

async function partsOf(tx: Tx, institution: string, id: string): Promise<CampaignWire['parts']> {
  const { rows } = await sql<{
    id: string
    name: string
    personId: string | null
    expiresAt: Date | null
    lines: number
    answered: number
  }>`
    select part.id, part.name, part.person_id as "personId", part.expires_at as "expiresAt",
      (select count(*)::int from stocktaking_line line
        where line.institution_id = ${institution} and line.stocktaking_id = ${id}
          and part.name = any(line.inventors)) as lines,
      (select count(distinct line_id)::int from stocktaking_answer said
        where said.institution_id = ${institution} and said.stocktaking_id = ${id}
          and said.part_id = part.id) as answered
    from stocktaking_part part
    where part.institution_id = ${institution} and part.stocktaking_id = ${id}
    order by part.name
  `.execute(tx)
  return rows.map(({ personId, expiresAt, ...part }) => ({
    ...part,
    reach: personId !== null ? 'account' : expiresAt === null ? 'none' : 'link',
    linkUntil: expiresAt && dayInChina(expiresAt),
  }))
}

/** Which of the lines are read. */
export interface Page {
  readonly offset: number
  readonly limit: number
}

/** The lines of a campaign with what was said of each; of these alone, where they are named. */
export async function linesOf(
  tx: Tx,
  institution: string,
  id: string,
  { department, outcome }: StockLineQueryWire = {},
  { page, ids }: { readonly page?: Page | undefined; readonly ids?: readonly string[] } = {},
): Promise<StockLineWire[]> {
  let query = tx
    .selectFrom('stocktakingLine')
    .leftJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'stocktakingLine.institutionId')
        .onRef('transferCase.id', '=', 'stocktakingLine.followCaseId'),
    )
    .select(['stocktakingLine.id', 'rightId', 'stocktakingLine.achievementId'])
    .select(['stocktakingLine.number', 'stocktakingLine.title', 'kind', 'department', 'frozen'])
    .select(sql<string[]>`stocktaking_line.inventors`.as('inventors'))
    .select(['outcomeBefore', 'outcome', 'reason', 'decidedBy', 'decidedOn', 'followCaseId'])
    .select(['transferCase.number as caseNumber', 'transferCase.status as caseStatus'])
    .where('stocktakingLine.institutionId', '=', institution)
    .where('stocktakingId', '=', id)
  if (department !== undefined) query = query.where('department', '=', department)
  if (outcome === 'none') query = query.where('outcome', 'is', null)
  else if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  query = query.orderBy('department').orderBy('stocktakingLine.number')
  query = query.orderBy('stocktakingLine.id')
  if (ids) query = query.where('stocktakingLine.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
  if (page) query = query.offset(page.offset).limit(page.limit)
  const rows = await query.execute()
  const said = await saidOf(
    tx,
    institution,
    id,
    rows.map((line) => line.id),
  )
  return rows.map(({ followCaseId, caseNumber, caseStatus, ...line }) => ({
    ...line,
    said: said.get(line.id) ?? [],
    procedure: (line.outcome && procedureFor[line.outcome]) ?? null,
    followCase: followCaseId
      ? { id: followCaseId, number: caseNumber ?? '', status: caseStatus ?? '' }
      : null,
  }))
}

/** The lines of every campaign about one right or achievement, the newest first. */
export function linesAbout(
  tx: Tx,
  institution: string,
  about: { readonly right?: string | undefined; readonly achievement?: string | undefined },
) {
  return tx
    .selectFrom('stocktakingLine')
    .innerJoin('stocktaking', (join) =>
      join
        .onRef('stocktaking.institutionId', '=', 'stocktakingLine.institutionId')
        .onRef('stocktaking.id', '=', 'stocktakingLine.stocktakingId'),
    )
    .select(['stocktakingLine.id', 'stocktaking.id as stocktaking', 'stocktaking.name'])
    .select(['stocktaking.takenOn', 'stocktakingLine.outcome', 'stocktakingLine.decidedOn'])
    .where('stocktakingLine.institutionId', '=', institution)
    .where(
      about.right === undefined ? 'stocktakingLine.achievementId' : 'stocktakingLine.rightId',
      '=',
      about.right ?? about.achievement ?? '',
    )
    .orderBy('stocktaking.takenOn', 'desc')
    .orderBy('stocktakingLine.id')
    .limit(50)
    .execute()
}

/** What was said of some lines: of each the newest answer of each inventor. */
async function saidOf(tx: Tx, institution: string, id: string, lines: readonly string[]) {
  const rows = await tx
    .selectFrom('stocktakingAnswer')
    .innerJoin('stocktakingPart', (join) =>
      join
        .onRef('stocktakingPart.institutionId', '=', 'stocktakingAnswer.institutionId')
        .onRef('stocktakingPart.stocktakingId', '=', 'stocktakingAnswer.stocktakingId')
        .onRef('stocktakingPart.id', '=', 'stocktakingAnswer.partId'),
    )
    .select(['lineId', 'partId', 'stocktakingPart.name', 'scores', 'wish', 'words', 'enteredBy'])
    .distinctOn(['lineId', 'partId'])
    .where('stocktakingAnswer.institutionId', '=', institution)
    .where('stocktakingAnswer.stocktakingId', '=', id)
    .where('lineId', '=', sql<string>`any(${[...lines]}::uuid[])`)
    .orderBy('lineId')
    .orderBy('partId')
    .orderBy('round', 'desc')
    .execute()
  const form = assessmentForm()
  const byLine = new Map<string, StockLineWire['said']>()
  for (const { lineId, partId: _part, scores, ...rest } of rows) {
    const one = { ...rest, scores: { ...scores }, ...scoreOf(form, scores) }
    byLine.set(lineId, [...(byLine.get(lineId) ?? []), one])
  }
  return byLine
}

/** A campaign held until the transaction ends. */
export async function lockedCampaign(tx: Tx, institution: string, id: string) {
  await lockKnownChain(tx, { institution, name: chainOf(campaignRegister, id) })
  return tx
    .selectFrom('stocktaking')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The last disposition of each record in a campaign that was closed. */
export async function outcomesBefore(tx: Tx, institution: string) {
  const { rows } = await sql<{ id: string; outcome: Outcome }>`
    select distinct on (1) coalesce(line.right_id, line.achievement_id) as id, line.outcome
    from stocktaking_line line
    join stocktaking on stocktaking.institution_id = ${institution}
      and stocktaking.id = line.stocktaking_id
    where line.institution_id = ${institution} and line.outcome is not null
    order by 1, line.decided_on desc, stocktaking.dated_on desc
  `.execute(tx)
  return new Map(rows.map(({ id, outcome }) => [id, outcome]))
}
