import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { workloadLists } from '../policies/index.ts'
import {
  allProjects,
  entriesOf,
  type Reader,
  standingIn,
  storedProject,
} from './project.queries.ts'
import { projectRegister } from './project.table.ts'
import { endings } from './project.ts'
import type { CitableWire, EntryWire, ProjectWire } from './project.wire.ts'
import { sharesByDay } from './work-shares.ts'

/** A project as somebody may read it; undefined where they may not, as where there is none. */
export async function projectFor(
  tx: Tx,
  reader: Reader,
  id: string,
): Promise<ProjectWire | undefined> {
  const { institution, person } = reader
  const stored = await storedProject(tx, institution, id)
  const standing = stored ? await standingIn(tx, reader, stored) : 'none'
  if (!stored || standing === 'none') return undefined
  const [{ seq }, entries, achievements] = await Promise.all([
    headOf(tx, { institution, name: chainOf(projectRegister, id) }),
    entriesOf(tx, institution, [id]),
    achievementsIn(tx, institution, stored.achievements),
  ])
  return {
    ...stored,
    seq,
    funding: stored.funding.map((one) => ({ ...one })),
    achievements,
    entries: entries.map(({ projectId: _of, madeBy, madeAt, files, ...entry }): EntryWire => {
      const { personId, correctedBy, answer } = entry
      const isOpen = correctedBy === null && answer === null
      return {
        ...entry,
        files: files.map((file) => ({ ...file })),
        madeAt: madeAt.toISOString(),
        isWaiting: isOpen && personId === person && madeBy !== person,
      }
    }),
    shares: sharesByDay(
      entries.filter(({ correctedBy }) => correctedBy === null),
      endings(workloadLists()),
    ),
    kinds: workloadLists().entries.map(({ code, label, cite, asksShare = false }) => ({
      ...{ code, label: { ...label }, cite, asksShare },
    })),
    maySpeak:
      standing === 'keeper' || standing === 'leader'
        ? 'all'
        : standing === 'participant'
          ? 'self'
          : 'none',
    mayAmend: standing === 'keeper',
  }
}

function achievementsIn(tx: Tx, institution: string, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', 'in', [...ids])
    .orderBy('number')
    .execute()
}

/** The entries that stand about an achievement's projects, of those somebody may read, for a plan to rest on. */
export async function citablesFor(
  tx: Tx,
  reader: Reader,
  achievement: string,
): Promise<CitableWire[]> {
  const about = await allProjects(tx, reader, { achievement })
  const numbers = new Map(about.map(({ id, number }) => [id, number]))
  const labels = new Map(workloadLists().entries.map(({ code, label }) => [code, label]))
  const entries = await entriesOf(
    tx,
    reader.institution,
    about.map(({ id }) => id),
  )
  return entries
    .filter(({ correctedBy }) => correctedBy === null)
    .map(({ id, projectId, kind, onDay, personId, personName, words, share, digest, answer }) => ({
      ...{ entry: id, projectId, kind, onDay, personId, personName, words, share, digest, answer },
      project: numbers.get(projectId) ?? '',
      label: { ...(labels.get(kind) ?? { zh: kind, en: kind }) },
    }))
}
