import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { WorkFilterWire, WorkWire } from './work.wire.ts'

/** A person among the inventors of an achievement that was put to use. */
interface Row {
  readonly personId: string
  readonly name: string
  readonly staffNumber: string | null
  readonly unit: string | null
  readonly professionalTitle: string | null
  readonly achievementId: string
  readonly number: string
  readonly title: string
  readonly kind: string | null
  readonly disclosedOn: string | null
  readonly rank: number
  readonly team: number
  readonly share: string | null
}

/**
 * The transformation achievements of persons: those with a case or a contract, each with its sources.
 * An inventor is a person of the register by the staff number, else by a name that only one here has.
 */
export async function worksOf(
  tx: Tx,
  institution: string,
  { person }: WorkFilterWire,
): Promise<WorkWire[]> {
  const rows = await authored(tx, institution, person)
  const ids = [...new Set(rows.map(({ achievementId }) => achievementId))]
  const [cases, contracts, receipts] = await Promise.all([
    casesAbout(tx, institution, ids),
    contractsAbout(tx, institution, ids),
    receivedFor(tx, institution, ids),
  ])
  return rows.map((row) => ({
    person: {
      id: row.personId,
      name: row.name,
      staffNumber: row.staffNumber,
      unit: row.unit,
      professionalTitle: row.professionalTitle,
    },
    achievement: {
      id: row.achievementId,
      number: row.number,
      title: row.title,
      kind: row.kind,
      disclosedOn: row.disclosedOn,
    },
    rank: row.rank,
    team: row.team,
    share: row.share,
    cases: cases.flatMap(({ achievementId, ...one }) =>
      achievementId === row.achievementId ? [one] : [],
    ),
    contracts: contracts.flatMap(({ achievementId, ...one }) =>
      achievementId === row.achievementId ? [one] : [],
    ),
    receivedFen: receipts.get(row.achievementId) ?? null,
  }))
}

async function authored(tx: Tx, institution: string, person: string | undefined) {
  const { rows } = await sql<Row>`
    select person.id as "personId", person.name, person.staff_number as "staffNumber",
      org_unit.name as unit, person.professional_title as "professionalTitle",
      achievement.id as "achievementId", achievement.number, achievement.title, achievement.kind,
      achievement.disclosed_on as "disclosedOn", inventor.place::int as rank,
      jsonb_array_length(achievement.inventors) as team, inventor.value->>'share' as share
    from achievement
      cross join lateral jsonb_array_elements(achievement.inventors)
        with ordinality as inventor(value, place)
      join person on person.institution_id = achievement.institution_id
        and (person.staff_number = inventor.value->>'staffNo'
          or inventor.value->>'staffNo' is null and person.name = inventor.value->>'name'
            and not exists (select from person other
              where other.institution_id = person.institution_id
                and other.name = person.name and other.id <> person.id))
      left join org_unit on org_unit.institution_id = person.institution_id
        and org_unit.id = person.unit_id
    where achievement.institution_id = ${institution} and achievement.merged_into is null
      and (${person ?? null}::uuid is null or person.id = ${person ?? null}::uuid)
      and (exists (select from transfer_case
          where transfer_case.institution_id = achievement.institution_id
            and transfer_case.achievement_id = achievement.id)
        or exists (select from contract_achievement
          join contract on contract.institution_id = contract_achievement.institution_id
            and contract.id = contract_achievement.contract_id
          where contract_achievement.institution_id = achievement.institution_id
            and contract_achievement.achievement_id = achievement.id
            and contract.status is distinct from 'not_effective'))
    order by person.name, person.id, achievement.number
  `.execute(tx)
  return rows
}

async function casesAbout(tx: Tx, institution: string, achievements: readonly string[]) {
  const rows = await tx
    .selectFrom('transferCase')
    .select(['achievementId', 'id', 'number', 'mode', 'status', 'openedOn', 'lastOn'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .where('procedure', '=', 'transfer')
    .orderBy('number')
    .execute()
  return rows
}

/** The contracts about achievements, but for those that never came into force: these put nothing to use. */
function contractsAbout(tx: Tx, institution: string, achievements: readonly string[]) {
  return tx
    .selectFrom('contract')
    .innerJoin('contractAchievement as link', (join) =>
      join
        .onRef('link.institutionId', '=', 'contract.institutionId')
        .onRef('link.contractId', '=', 'contract.id'),
    )
    .select(['link.achievementId', 'contract.id', 'number', 'title', 'signedOn', 'amountFen'])
    .where('contract.institutionId', '=', institution)
    .where(sql<boolean>`contract.status is distinct from 'not_effective'`)
    .where('link.achievementId', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .orderBy('signedOn')
    .orderBy('contract.id')
    .execute()
}

/** What arrived for each achievement, by its contracts and its cases; a receipt of both counts once. */
async function receivedFor(
  tx: Tx,
  institution: string,
  achievements: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ achievementId: string; sum: string | null }>`
    select about.achievement_id as "achievementId", sum(receipt.amount_fen)::text as sum
    from (select distinct link.achievement_id, receipt.id
      from receipt join contract_achievement link on link.institution_id = receipt.institution_id
        and link.contract_id = receipt.contract_id
      where receipt.institution_id = ${institution}
        and link.achievement_id = any(${[...achievements]}::uuid[])
      union select transfer_case.achievement_id, receipt.id
      from receipt join transfer_case on transfer_case.institution_id = receipt.institution_id
        and transfer_case.id = receipt.case_id
      where receipt.institution_id = ${institution}
        and transfer_case.achievement_id = any(${[...achievements]}::uuid[])) about
      join receipt on receipt.institution_id = ${institution} and receipt.id = about.id
    group by about.achievement_id
  `.execute(tx)
  return new Map(
    rows.flatMap(({ achievementId, sum }) => (sum === null ? [] : [[achievementId, sum]])),
  )
}
