import { ownerKey } from '@yizhuan/ledger'
import { type RawBuilder, sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { claimsOf } from './claim.queries.ts'
import type { ClaimOutcome, ClaimState } from './claim.ts'
import type { Decision } from './decision.ts'
import { readsAll } from './finding.access.ts'
import './finding.table.ts'
import type {
  FindingFilterWire,
  FindingPageWire,
  FindingQueryWire,
  FindingWire,
  OwnNamesWire,
} from './finding.wire.ts'
import type { Match } from './match.ts'

export type Reader = Pick<Caller, 'institution' | 'person' | 'roles'>

/** What the house is called: its name, and what it was or is called besides. */
export async function ownNamesOf(tx: Tx, institution: string): Promise<OwnNamesWire> {
  const { name } = await tx
    .selectFrom('institution')
    .select('name')
    .where('id', '=', institution)
    .executeTakeFirstOrThrow()
  const others = await tx
    .selectFrom('ownName')
    .select(['id', 'kind', 'name'])
    .where('institutionId', '=', institution)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return { name, others }
}

/** The names of the house as they are compared. */
export async function ownKeysOf(tx: Tx, institution: string): Promise<ReadonlySet<string>> {
  const { name, others } = await ownNamesOf(tx, institution)
  return new Set([name, ...others.map((one) => one.name)].map(ownerKey))
}

/** A page of what was found and somebody may read, the newest filing first. */
export async function listFindings(
  tx: Tx,
  reader: Reader,
  { cursor, limit, ...filter }: FindingQueryWire,
): Promise<FindingPageWire> {
  let query = await lines(tx, reader, filter)
  if (cursor !== undefined) query = query.where(isAfter('outsidePatent', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, inventors: _names, ...line }) => ({
    ...line,
    applicants: [...line.applicants],
    matches: shownTo(reader, line.matches),
    ...(!readsAll(reader.roles) && { claim: 'none' as const, claimOutcome: null }),
  }))
}

/** Every finding of a filter, for an export. */
export async function allFindings(tx: Tx, reader: Reader, filter: FindingFilterWire) {
  return (await lines(tx, reader, filter)).limit(100_000).execute()
}

/** The newest decision about a finding. */
const newest = (column: 'decision' | 'due_on' | 'task' | 'reason' | 'decided_name') =>
  sql`(select ${sql.ref(column)} from outside_decision said
    where said.institution_id = outside_patent.institution_id and said.patent_id = outside_patent.id
    order by said.decided_at desc, said.id desc limit 1)`

/** The newest claim on a finding, as far as whoever asks may know of it. */
const newestClaim = (column: RawBuilder<unknown>) =>
  sql`(select ${column} from outside_claim claim
    left join outside_claim_end over_then on over_then.institution_id = claim.institution_id
      and over_then.claim_id = claim.id
    where claim.institution_id = outside_patent.institution_id
      and claim.patent_id = outside_patent.id
    order by claim.begun_at desc, claim.id desc limit 1)`

const claimState = sql<ClaimState>`coalesce(${newestClaim(
  sql`case when over_then.claim_id is null then 'under_way' else 'ended' end`,
)}, 'none')`

async function lines(tx: Tx, reader: Reader, { q, decision, sureness, claim }: FindingFilterWire) {
  const { institution, person, roles } = reader
  const keys = [...(await ownKeysOf(tx, institution))]
  let query = tx
    .selectFrom('outsidePatent')
    .select(['id', 'number', 'title', 'filedOn', 'applicants', 'inventors', 'matches', 'datedOn'])
    .select([
      sql<Decision | null>`${newest('decision')}`.as('decision'),
      sql<string | null>`${newest('due_on')}`.as('dueOn'),
      claimState.as('claim'),
      sql<ClaimOutcome | null>`${newestClaim(sql`over_then.outcome`)}`.as('claimOutcome'),
      sql<number>`(select count(distinct person_id)::int from outside_answer said
        where said.institution_id = outside_patent.institution_id
          and said.patent_id = outside_patent.id
          and (${readsAll(roles)} or said.person_id = ${person}))`.as('answered'),
    ])
    .where('institutionId', '=', institution)
    // A name that was added later makes it ours, unless somebody decided before.
    .where(
      sql<boolean>`(not applicant_keys && ${keys}::text[] or ${newest('decision')} is not null)`,
    )
  // How sure it is that somebody else is meant is not found out by asking for it.
  const mine = readsAll(roles) ? {} : { personId: person }
  if (!readsAll(roles)) query = query.where(names(mine))
  if (sureness !== undefined) query = query.where(names({ ...mine, sureness }))
  if (claim !== undefined && readsAll(roles)) query = query.where(claimState, '=', claim)
  if (decision === 'open') query = query.where(sql<boolean>`${newest('decision')} is null`)
  else if (decision !== undefined) {
    query = query.where(sql<boolean>`${newest('decision')} = ${decision}`)
  }
  if (q !== undefined) {
    query = query.where(
      sql<boolean>`strpos(lower(concat_ws(' ', number, title, array_to_string(applicants, ' '),
        array_to_string(inventors, ' '))), lower(${q})) > 0`,
    )
  }
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

const names = (match: Partial<Match>) => sql<boolean>`matches @> ${JSON.stringify([match])}::jsonb`

/** Whoever is concerned sees themselves; who else may be meant is not for them. */
function shownTo({ person, roles }: Reader, matches: readonly Match[]): FindingWire['matches'] {
  return matches
    .filter(({ personId }) => readsAll(roles) || personId === person)
    .map(({ why, ...match }) => ({ ...match, why: [...why] }))
}

/** One finding as somebody may read it; undefined where they may not, as where there is none. */
export async function findingFor(
  tx: Tx,
  reader: Reader,
  id: string,
): Promise<FindingWire | undefined> {
  const { institution, person, roles } = reader
  const row = await tx
    .selectFrom('outsidePatent')
    .select(['id', 'number', 'title', 'kind', 'filedOn', 'grantedOn', 'applicants', 'inventors'])
    .select(['matches', 'source', 'readOn'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  const isNamed = row?.matches.some(({ personId }) => personId === person) ?? false
  const isOfficer = readsAll(roles)
  if (!row || !(isOfficer || isNamed)) return undefined
  const decided = await decisionsOf(tx, institution, id)
  // Whoever is named reads their own words; whether others were asked is not for them.
  const said = (await answersOf(tx, institution, id)).filter(
    ({ personId }) => isOfficer || personId === person,
  )
  const [last] = decided
  const claims = isOfficer ? (await claimsOf(tx, institution, id)).map(shownClaim) : []
  const [claim] = claims
  return {
    ...row,
    applicants: [...row.applicants],
    inventors: [...row.inventors],
    matches: shownTo(reader, row.matches),
    source: isOfficer ? row.source : null,
    decision: last?.decision ?? null,
    dueOn: isOfficer ? (last?.dueOn ?? null) : null,
    claim: claim ? (claim.end ? 'ended' : 'under_way') : 'none',
    claimOutcome: claim?.end?.outcome ?? null,
    claims,
    answered: new Set(said.map(({ personId }) => personId)).size,
    decisions: decided.map(({ decision, reason, task, dueOn, decidedAt, decidedName }) => ({
      decision,
      ...(isOfficer ? { reason, task, dueOn } : { reason: null, task: null, dueOn: null }),
      at: decidedAt.toISOString(),
      by: decidedName,
    })),
    answers: said.map(({ personId, personName, answer, words, answeredAt }) => ({
      ...{ personId, name: personName, answer, words, at: answeredAt.toISOString() },
    })),
    mayDecide: isOfficer,
    mayAnswer: isNamed,
  }
}

function shownClaim(row: Awaited<ReturnType<typeof claimsOf>>[number]) {
  const { outcome, onDay, basis, rightId, endFiles, endedName, files, ...claim } = row
  return {
    ...claim,
    files: files.map((file) => ({ ...file })),
    end:
      outcome === null
        ? null
        : {
            ...{ outcome, on: onDay ?? '', basis: basis ?? '', rightId },
            files: (endFiles ?? []).map((file) => ({ ...file })),
            by: endedName ?? '',
          },
  }
}

function decisionsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('outsideDecision')
    .select(['decision', 'reason', 'task', 'dueOn', 'decidedAt', 'decidedName'])
    .where('institutionId', '=', institution)
    .where('patentId', '=', id)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

function answersOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('outsideAnswer')
    .select(['personId', 'personName', 'answer', 'words', 'answeredAt'])
    .where('institutionId', '=', institution)
    .where('patentId', '=', id)
    .orderBy('answeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type FindingRow = Awaited<ReturnType<typeof allFindings>>[number]
