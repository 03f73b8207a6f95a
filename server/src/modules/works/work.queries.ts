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
  readonly isByName: boolean
}

/**
 * The transformation achievements of persons: those with a case or a contract, each with its sources.
 * An inventor is a person of the register by their entry, else by the staff number, else by a name that
 * only one here has.
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
    isByName: row.isByName,
    cases: cases.flatMap(({ achievementId, ...one }) =>
      achievementId === row.achievementId ? [one] : [],
    ),
    contracts: contracts.flatMap(({ achievementId, ...one }) =>
      achievementId === row.achievementId ? [one] : [],
    ),
    receivedFen: receipts.get(row.achievementId)?.own ?? null,
    jointFen: receipts.get(row.achievementId)?.joint ?? null,
  }))
}

async function authored(tx: Tx, institution: string, person: string | undefined) {
  const { rows } = await sql<Row>`
    select person.id as "personId", person.name, person.staff_number as "staffNumber",
      org_unit.name as unit, person.professional_title as "professionalTitle",
      achievement.id as "achievementId", achievement.number, achievement.title, achievement.kind,
      achievement.disclosed_on as "disclosedOn", inventor.place::int as rank,
      jsonb_array_length(achievement.inventors) as team, inventor.value->>'share' as share,
      inventor.value->>'person' is null and inventor.value->>'staffNo' is null as "isByName"
    from achievement
      cross join lateral jsonb_array_elements(achievement.inventors)
        with ordinality as inventor(value, place)
      join person on person.institution_id = achievement.institution_id
        and (person.id = (inventor.value->>'person')::uuid
          or inventor.value->>'person' is null
            and person.staff_number = inventor.value->>'staffNo'
          or inventor.value->>'person' is null and inventor.value->>'staffNo' is null
            and person.name = inventor.value->>'name' and not exists (select from person other
              where other.institution_id = person.institution_id
                and other.name = person.name and other.id <> person.id))
      left join org_unit on org_unit.institution_id = person.institution_id
        and org_unit.id = person.unit_id
    where achievement.institution_id = ${institution} and achievement.merged_into is null
      and (${person ?? null}::uuid is null or person.id = ${person ?? null}::uuid)
      and (exists (select from transfer_case
          where transfer_case.institution_id = achievement.institution_id
            and transfer_case.achievement_id = achievement.id
            and transfer_case.procedure = 'transfer' and transfer_case.status <> 'ended')
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

/** The transfers about achievements; one that was given up put nothing to use, and its contract speaks for itself. */
async function casesAbout(tx: Tx, institution: string, achievements: readonly string[]) {
  const rows = await tx
    .selectFrom('transferCase')
    .select(['achievementId', 'id', 'number', 'mode', 'status', 'openedOn', 'lastOn'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .where('procedure', '=', 'transfer')
    .where('status', '<>', 'ended')
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

interface Received {
  readonly own: string | null
  /** Under contracts about several achievements, which do not say how much is whose. */
  readonly joint: string | null
}

/**
 * What arrived for each achievement: by its cases and by the contracts about it alone. A receipt of a
 * contract about several is shown with each of them, apart, and is no part of what any of them earned.
 */
async function receivedFor(
  tx: Tx,
  institution: string,
  achievements: readonly string[],
): Promise<ReadonlyMap<string, Received>> {
  const { rows } = await sql<Received & { achievementId: string }>`
    select about.achievement_id as "achievementId",
      (sum(about.amount_fen) filter (where not about.is_joint))::text as own,
      (sum(about.amount_fen) filter (where about.is_joint))::text as joint
    from (select link.achievement_id, receipt.amount_fen,
        exists (select from contract_achievement other
          where other.institution_id = link.institution_id
            and other.contract_id = link.contract_id
            and other.achievement_id <> link.achievement_id) as is_joint
      from receipt join contract_achievement link on link.institution_id = receipt.institution_id
        and link.contract_id = receipt.contract_id
      where receipt.institution_id = ${institution} and not exists (select from transfer_case own
          where own.institution_id = receipt.institution_id and own.id = receipt.case_id
            and own.achievement_id is not null)
        and link.achievement_id = any(${[...achievements]}::uuid[])
      union all select transfer_case.achievement_id, receipt.amount_fen, false
      from receipt join transfer_case on transfer_case.institution_id = receipt.institution_id
        and transfer_case.id = receipt.case_id
      where receipt.institution_id = ${institution}
        and transfer_case.achievement_id = any(${[...achievements]}::uuid[])) about
    group by about.achievement_id
  `.execute(tx)
  return new Map(rows.map(({ achievementId, ...sums }) => [achievementId, sums]))
}
