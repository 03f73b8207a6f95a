import { accept, canonicalJson, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockKnownChain, recordChange, sha256 } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  enterRecords,
  type Given,
} from '../../platform/register.ts'
import { workloadLists } from '../policies/index.ts'
import { entriesOf, standingIn, storedProject } from './project.queries.ts'
import { projectRegister } from './project.table.ts'
import {
  type AnswerRefusals,
  citedOf,
  decideAnswer,
  decideEntry,
  type EntryRefusals,
  type ProjectFields,
} from './project.ts'
import type { AnswerWire, NewEntryWire } from './project.wire.ts'

/** Why a project is not entered or amended. */
export interface ProjectRefusals {
  'no-such-project': Record<string, never>
  'project-number-used': { readonly number: string }
  'project-ends-before': Record<string, never>
  'unknown-achievement': Record<string, never>
  'unknown-person': Record<string, never>
}
export type WorkRefusals = ProjectRefusals &
  EntryRefusals &
  AnswerRefusals & { 'file-not-stored': { readonly name: string } }

/** Enters a project. */
export async function enterProject(
  tx: Tx,
  clock: Clock,
  by: Caller,
  fields: ProjectFields,
): Promise<Outcome<{ id: string }, ProjectRefusals>> {
  const wrong = await wrongIn(tx, by.institution, undefined, fields)
  if (wrong) return wrong
  const id = newId()
  await enterRecords(tx, projectRegister, by, clock.now(), [{ id, fields }])
  return accept({ id })
}

/** Changes what is registered of a project; its entries stay. */
export async function amendProject(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  {
    reason,
    expectedSeq,
    ...fields
  }: Given<ProjectFields> & { readonly reason: string; readonly expectedSeq?: number | undefined },
): Promise<Outcome<{ seq: number }, ProjectRefusals>> {
  const stored = await storedProject(tx, by.institution, id)
  if (!stored) return refuse('no-such-project', {})
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<ProjectFields>
  const wrong = await wrongIn(tx, by.institution, id, { ...stored, ...given })
  if (wrong) return wrong
  const order = { fields: given, reason, expectedSeq }
  const amended = await amendRecord(tx, projectRegister, clock, by, id, order)
  return amended ? accept(amended) : refuse('no-such-project', {})
}

async function wrongIn(
  tx: Tx,
  institution: string,
  id: string | undefined,
  { number, fromDay, toDay, achievements, leader, leaderPerson }: ProjectFields,
) {
  if (fromDay !== null && toDay !== null && toDay < fromDay) {
    return refuse('project-ends-before', {})
  }
  const same = await tx
    .selectFrom('project')
    .select('id')
    .where('institutionId', '=', institution)
    .where('number', '=', number)
    .executeTakeFirst()
  if (same && same.id !== id) return refuse('project-number-used', { number })
  const known = await tx
    .selectFrom('achievement')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .execute()
  if (known.length < new Set(achievements).size) return refuse('unknown-achievement', {})
  if (leaderPerson !== null && !(await namesOf(tx, institution, leaderPerson)).includes(leader)) {
    return refuse('unknown-person', {})
  }
  return undefined
}

/** What somebody is called in the register of people and by their account here; nothing where neither knows them. */
async function namesOf(tx: Tx, institution: string, person: string): Promise<readonly string[]> {
  const entered = await tx
    .selectFrom('person')
    .select('name')
    .where('institutionId', '=', institution)
    .where('id', '=', person)
    .executeTakeFirst()
  const account = await tx
    .selectFrom('account')
    .select('name')
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .executeTakeFirst()
  return [entered, account].flatMap((one) => one?.name ?? [])
}

/** Adds an entry to the ledger of work of a project. */
export async function addEntry(
  tx: Tx,
  clock: Clock,
  by: Caller,
  project: string,
  { files, isMeant, ...told }: z.output<typeof NewEntryWire>,
): Promise<Outcome<{ id: string }, WorkRefusals>> {
  const { institution } = by
  // Of two who tell shares at once the second is asked about what both come to.
  await lockKnownChain(tx, { institution, name: chainOf(projectRegister, project) })
  const stored = await storedProject(tx, institution, project)
  const standing = stored ? await standingIn(tx, by, stored) : 'none'
  if (!stored || standing === 'none') return refuse('no-such-project', {})
  const known = await entriesOf(tx, institution, [project])
  const ground = {
    ...{ lists: workloadLists(), known, today: clock.today(), began: stored.fromDay },
    ...{ by: by.person, standing, leader: stored, isMeant },
  }
  const decided = decideEntry(told, ground)
  if (decided.kind === 'refused') return decided
  // Whoever is shown is whoever may confirm it.
  const { personId, personName } = told
  if (personId !== null && !(await namesOf(tx, institution, personId)).includes(personName)) {
    return refuse('unknown-person', {})
  }
  const hashes = files.map(({ sha256: hash }) => hash)
  const there = await storedFiles(tx, institution, hashes)
  const lost = files.find((file) => !there.some(({ sha256: hash }) => hash === file.sha256))
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the entry stands.
  const id = newId()
  const digest = sha256(canonicalJson({ ...citedOf(project, { id, ...told }), files: hashes }))
  const at = clock.now()
  await tx
    .insertInto('projectEntry')
    .values({
      ...{ institutionId: institution, id, projectId: project, ...told, digest },
      files: JSON.stringify(files),
      ...{ madeAt: at, madeBy: by.person, madeName: by.name },
    })
    .execute()
  await recordChange(tx, chainOf(projectRegister, project), {
    action: told.corrects === null ? 'project.noted' : 'project.corrected',
    subject: project,
    data: { ...told, files: hashes, entry: id, digest },
    at,
    by,
  })
  return accept({ id })
}

/** Takes down what the person an entry is about says to it. */
export async function answerEntry(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { project, entry }: { readonly project: string; readonly entry: string },
  told: z.output<typeof AnswerWire>,
): Promise<Outcome<true, WorkRefusals>> {
  const { institution } = by
  const entries = await entriesOf(tx, institution, [project])
  const one = entries.find(({ id }) => id === entry)
  const decided = decideAnswer(one, by.person, told)
  if (decided.kind === 'refused') return decided

  // From here on it is answered.
  const at = clock.now()
  await tx
    .insertInto('projectAnswer')
    .values({
      ...{ institutionId: institution, entryId: entry, ...told },
      ...{ answeredAt: at, answeredBy: by.person, answeredName: by.name },
    })
    .execute()
  await recordChange(tx, chainOf(projectRegister, project), {
    action: `project.${told.answer}`,
    subject: project,
    data: { entry, digest: one?.digest, words: told.words },
    at,
    by,
  })
  return accept(true)
}
