import type { Tx } from '../../platform/database.ts'
import { amendRecord, type Fields, type Register } from '../../platform/register.ts'
import { withdrawRecords } from '../../platform/withdraw.ts'
import { withdrawEvaluations } from '../disclosures/index.ts'
import { spinOffRegister } from '../holdings/index.ts'
import { carrierRegister } from '../institutions/index.ts'
import { withdrawDeclarations } from '../interests/index.ts'
import { internalRuleRegister } from '../internal-rules/index.ts'
import {
  personRegister,
  putBackPerson,
  reopenPosts,
  unitRegister,
  unitsOf,
  withdrawCredentials,
  withdrawPosts,
} from '../people/index.ts'
import { projectRegister, withdrawEntries } from '../projects/index.ts'
import { withdrawAnswers } from '../stocktaking/index.ts'
import { trusteeshipRegister } from '../trusteeships/index.ts'
import type { ImportDesk, Importer } from './import.commands.ts'
import type { WrittenRecord } from './undo.queries.ts'

/** Puts a unit, a person or a project back to what it was; the account of a person bears the name again. */
export async function putBackPeople(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  { register, id }: WrittenRecord,
  fields: Fields,
  reason: string,
): Promise<void> {
  if (register === 'person') await putBackPerson(tx, clock, by, id, { fields, reason })
  else await amendRecord(tx, plain[register] ?? projectRegister, clock, by, id, { fields, reason })
}

/** The registers whose records are put back as they stand in their rows. */
const plain: Partial<Record<WrittenRecord['register'], Register>> = {
  ...{ unit: unitRegister, carrier: carrierRegister, project: projectRegister },
  ...{ trusteeship: trusteeshipRegister, internalRule: internalRuleRegister },
  'spin-off': spinOffRegister,
}

/** Lets the posts run on that an import ended. */
export async function putBackPosts(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  id: string,
  reason: string,
): Promise<void> {
  const rows = await tx
    .selectFrom('importRow')
    .select(['recordId', 'changes'])
    .where('institutionId', '=', by.institution)
    .where('importId', '=', id)
    .where('tableName', '=', 'posts')
    .where('state', '=', 'changed')
    .where('accepted', '=', true)
    .orderBy('n')
    .execute()
  const ended = rows.flatMap(({ recordId, changes }) => {
    const end = changes.find(({ field }) => field === 'postTo')
    if (recordId === null || !end) return []
    return [{ id: recordId, to: typeof end.from === 'string' ? end.from : null }]
  })
  await reopenPosts(tx, clock, by, ended, reason)
}

/** Takes certificates, posts, persons and units out again: what refers before what is referred to. */
export async function withdrawPeople(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  written: readonly WrittenRecord[],
  told: { readonly reason: string; readonly import: string },
): Promise<void> {
  const fresh = (register: WrittenRecord['register']) =>
    written.filter((one) => one.isNew && one.register === register).map(({ id }) => id)
  const [units, persons, posts] = [fresh('unit'), fresh('person'), fresh('post')]
  const at = clock.now()
  await withdrawCredentials(tx, clock, by, fresh('credential'), told.reason)
  await withdrawDeclarations(tx, clock, by, fresh('interest'), told.reason)
  await withdrawPosts(tx, clock, by, posts, told.reason)
  await withdrawRecords(tx, personRegister, by, at, persons, told)
  const below = deepestFirst(await unitsOf(tx, by.institution))
  const inOrder = below.filter((id) => units.includes(id))
  await withdrawRecords(tx, unitRegister, by, at, inOrder, told)
  await withdrawRecords(tx, carrierRegister, by, at, fresh('carrier'), told)
}

/** Takes entries of the ledger of work and projects out again, before the achievements they name. */
export async function withdrawProjects(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  written: readonly WrittenRecord[],
  told: { readonly reason: string; readonly import: string },
): Promise<void> {
  const fresh = (register: WrittenRecord['register']) =>
    written.filter((one) => one.isNew && one.register === register).map(({ id }) => id)
  await withdrawAnswers(tx, clock, by, fresh('stockAnswer'), told.reason)
  await withdrawEvaluations(tx, clock, by, fresh('evaluation'), told.reason)
  await withdrawEntries(tx, clock, by, fresh('projectEntry'), told.reason)
  await withdrawRecords(tx, projectRegister, by, clock.now(), fresh('project'), told)
  for (const register of [trusteeshipRegister, internalRuleRegister, spinOffRegister]) {
    const ids = fresh(register.name as WrittenRecord['register'])
    await withdrawRecords(tx, register, by, clock.now(), ids, told)
  }
}

/** Units with those below before those above. */
function deepestFirst(units: readonly { id: string; parentId: string | null }[]): string[] {
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const depth = (id: string) => {
    let deep = 0
    for (let at = above.get(id) ?? null; at !== null; at = above.get(at) ?? null) deep += 1
    return deep
  }
  return units.map(({ id }) => id).sort((one, other) => depth(other) - depth(one))
}
