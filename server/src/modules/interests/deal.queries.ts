import type { Day } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import { procedureOf, replay } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { recordOf } from '../cases/index.ts'
import { groundOf } from '../policies/index.ts'
import { newestDeclarations } from './interest.queries.ts'
import './interest.table.ts'
import { declarationState, matchedBy, type Party, partiesIn, partiesOf } from './interest.ts'
import type { DealInterestsWire } from './interest.wire.ts'

type Part = DealInterestsWire['matches'][number]['parts'][number]

/** A deal: its other sides, and who has a part in it. */
interface Deal {
  readonly parties: readonly Party[]
  readonly parts: ReadonlyMap<string, ReadonlySet<Part>>
}

/** What the people of a case have to do with its other side, as declared; undefined where there is no such case. */
export async function interestsInCase(
  tx: Tx,
  caller: Pick<Caller, 'institution' | 'person'>,
  id: string,
  today: Day,
): Promise<DealInterestsWire | undefined> {
  const { institution } = caller
  const one = await recordOf(tx, caller, id)
  if (!one) return undefined
  const { line, entries } = one
  const contracts = await tx
    .selectFrom('contract')
    .select(['counterparty as name', 'counterpartyUscc as uscc'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .execute()
  // Talks that were given up name no other side any more; whoever had a part in them had it.
  const named = [line.counterparty, ...partiesIn(replay(procedureOf(entries), entries))]
  const officers = await tx
    .selectFrom('caseOfficer')
    .select('personId')
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .execute()
  const inventors = line.achievementId
    ? await inventorsOf(tx, institution, [line.achievementId])
    : []
  return look(tx, institution, today, {
    parties: partiesOf([...contracts, ...named.map((name) => ({ name, uscc: null }))]),
    parts: partsOf([
      ['inventor', inventors],
      ['officer', officers.map(({ personId }) => personId)],
      ['actor', entries.map(({ by }) => by.person)],
      ['leader', await leadersOn(tx, institution, today)],
    ]),
  })
}

/** The same of a contract, also of one without a case. */
export async function interestsInContract(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<DealInterestsWire | undefined> {
  const one = await tx
    .selectFrom('contract')
    .select(['counterparty as name', 'counterpartyUscc as uscc'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!one) return undefined
  const about = await tx
    .selectFrom('contractAchievement')
    .select('achievementId')
    .where('institutionId', '=', institution)
    .where('contractId', '=', id)
    .execute()
  const achievements = about.map(({ achievementId }) => achievementId)
  return look(tx, institution, today, {
    parties: partiesOf([one]),
    parts: partsOf([
      ['inventor', await inventorsOf(tx, institution, achievements)],
      ['leader', await leadersOn(tx, institution, today)],
    ]),
  })
}

async function look(
  tx: Tx,
  institution: string,
  today: Day,
  { parties, parts }: Deal,
): Promise<DealInterestsWire> {
  const { ties, through } = institutionLists().interests
  const newest = await newestDeclarations(tx, institution)
  const items = await tx
    .selectFrom('interestItem')
    .innerJoin('interestDeclaration', (join) =>
      join
        .onRef('interestDeclaration.institutionId', '=', 'interestItem.institutionId')
        .onRef('interestDeclaration.id', '=', 'interestItem.declarationId'),
    )
    .select(['declarationId', 'personId', 'tie', 'through', 'enterprise', 'uscc', 'declaredOn'])
    .where('interestItem.institutionId', '=', institution)
    .orderBy('declaredOn', 'desc')
    .orderBy('line')
    .execute()
  // What was declared before and is declared no more is no tie today.
  const now = items.filter((item) => newest.get(item.personId)?.id === item.declarationId)
  const found = now.flatMap((item) => {
    const party = parties.find((one) => matchedBy(item, one))
    const by = party && matchedBy(item, party)
    return party && by ? [{ item, party: party.name, by }] : []
  })
  const undeclared = [...parts].flatMap(([person, held]) => {
    const state = declarationState(newest.get(person), today)
    return state === 'valid' ? [] : [{ person, parts: [...held], state }]
  })
  const names = await namesOf(tx, institution, [
    ...found.map(({ item }) => item.personId),
    ...undeclared.map(({ person }) => person),
  ])
  const nameOf = (id: string) => ({ id, name: names.get(id) ?? '' })
  const words = (list: typeof ties, code: string) => list[code] ?? { zh: code, en: code }
  return {
    parties: [...parties],
    matches: found.map(({ item, party, by }) => ({
      person: nameOf(item.personId),
      parts: [...(parts.get(item.personId) ?? [])],
      party,
      enterprise: item.enterprise,
      tie: words(ties, item.tie),
      through: words(through, item.through),
      by,
      declaredOn: item.declaredOn,
      state: declarationState(newest.get(item.personId), today),
    })),
    // An account that is not of the register, such as the service itself, declares nothing.
    undeclared: undeclared
      .filter(({ person }) => names.has(person))
      .map((one) => ({ ...one, person: nameOf(one.person) })),
    articles: await articlesThatCare(tx, institution, today),
  }
}

/** The articles of the law of the place that ask for declarations or recusal. */
async function articlesThatCare(tx: Tx, institution: string, today: Day) {
  const { facts } = institutionLists().interests
  const { law } = await groundOf(tx, institution, today)
  return law.norms
    .filter(({ uses }) => facts.some((fact) => uses.facts.has(fact)))
    .flatMap(({ cites, title }) => {
      const [cite] = cites
      return cite ? [{ source: cite.source, at: cite.at, label: labelOf(cite.at), title }] : []
    })
}

function partsOf(
  lists: readonly (readonly [Part, readonly string[]])[],
): ReadonlyMap<string, ReadonlySet<Part>> {
  const parts = new Map<string, Set<Part>>()
  for (const [part, persons] of lists) {
    for (const person of persons) parts.set(person, (parts.get(person) ?? new Set()).add(part))
  }
  return parts
}

/**
 * The inventors of achievements that are in the register: by their entry, else by staff number, else by a
 * name only one has. One arm for each, so that each is looked up by its own index.
 */
export async function inventorsOf(
  tx: Tx,
  institution: string,
  achievements: readonly string[],
): Promise<readonly string[]> {
  if (achievements.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct person.id from achievement,
      jsonb_to_recordset(achievement.inventors) as inventor(
        name text, "staffNo" text, person uuid),
      person
    where achievement.institution_id = ${institution}
      and achievement.id = any(${[...achievements]}::uuid[])
      and person.institution_id = achievement.institution_id
      and (person.id = inventor.person
        or inventor.person is null and person.staff_number = inventor."staffNo"
        or inventor.person is null and inventor."staffNo" is null and person.name = inventor.name
          and not exists (
            select from person other where other.institution_id = person.institution_id
              and other.name = person.name and other.id <> person.id))
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** The leadership of the institution, which decides on deals. */
async function leadersOn(tx: Tx, institution: string, on: Day): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('post')
    .select('personId')
    .distinct()
    .where('institutionId', '=', institution)
    .where('kind', 'in', ['chief', 'deputy'])
    .where('unitId', 'is', null)
    .where('annulledOn', 'is', null)
    .where('fromDay', '<=', on)
    .where((where) => where.or([where('toDay', 'is', null), where('toDay', '>', on)]))
    .execute()
  return rows.map(({ personId }) => personId)
}

async function namesOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
