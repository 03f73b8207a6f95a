import type { Words } from '@yizhuan/kit'
import { personsByStaffNumber } from '../people/index.ts'
import { workloadLists } from '../policies/index.ts'
import {
  decideEntry,
  entriesOf,
  type KnownEntry,
  projectProblem,
  projectsByNumber,
} from '../projects/index.ts'
import { askedToAccept, takenAsRead } from './oddities.ts'
import { saidBy } from './one-by-one.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import { redecide, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'

// The ledger of work has rules of its own: nobody leaves who has not joined, and shares above the whole are asked
// about. Rows are held against them in the order of their days, with what is registered and what goes in before.

/** What is known of a project, registered or brought by the same draft. */
interface Ground {
  readonly leader: { readonly leader: string; readonly leaderPerson: string | null }
  readonly began: string | null
  readonly known: KnownEntry[]
}

/** An entry of a draft, as far as it matters here. */
interface Waiting {
  readonly n: number
  readonly table: string
  readonly isMeant: boolean
  readonly project: string
  readonly entry: KnownEntry
}

/** Keeps entries of work out that their project would not take; shares above the whole go in where somebody accepts them. */
export async function settleEntries(draft: StagedDraft, today: string): Promise<readonly Moved[]> {
  const { tx, institution, id } = draft
  if (!(await hasRowsOf(draft, ['projectEntries']))) return []
  const waiting: Waiting[] = []
  const states = ['new'] as const
  for await (const rows of stagedRows(draft, { register: 'projectEntry', states })) {
    const people = await idsOf(draft, rows)
    waiting.push(...rows.flatMap((row) => waitingOf(row, people)))
  }
  const lists = workloadLists()
  const leaves = (kind: string) => lists.entries.some(({ code, ends }) => code === kind && ends)
  const rank = ({ entry }: Waiting) => `${entry.onDay} ${leaves(entry.kind) ? 1 : 0}`
  const inOrder = waiting.toSorted((one, other) =>
    rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : one.n - other.n,
  )
  const grounds = await groundsOf(draft, [...new Set(inOrder.map(({ project }) => project))])
  const moved: Moved[] = []
  for (const { n, table, isMeant, project, entry } of inOrder) {
    const of = grounds.get(project)
    if (!of) continue
    const { known, began, leader } = of
    const ground = { lists, known, today, began, leader, standing: 'keeper', by: '' } as const
    const decided = decideEntry(entry, { ...ground, isMeant })
    if (decided.kind === 'accepted') {
      // Somebody who accepts a row for one thing reads what else is odd about it.
      const asked = decideEntry(entry, ground)
      if (asked.kind === 'refused') {
        const reason = takenAsRead(oddIn(asked.refusal))
        const told = { state: 'new', accepted: true, reason, recordId: entry.id } as const
        await redecide(tx, institution, id, n, { ...told, changes: [] })
      }
      known.push(entry)
      continue
    }
    const { refusal } = decided
    const reason = isOdd(refusal) ? askedToAccept(oddIn(refusal)) : saidBy(projectProblem(refusal))
    moved.push({ table, from: 'new', wasWritten: true })
    const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
    await redecide(tx, institution, id, n, verdict)
  }
  return moved
}

type Refused = Extract<ReturnType<typeof decideEntry>, { readonly kind: 'refused' }>['refusal']

/** Whether the page takes it once somebody confirms that it is meant. */
const isOdd = ({ code }: Refused) => code === 'shares-above-whole' || code === 'joined-already'

/** What is odd about a row. */
function oddIn(refusal: Refused): Words {
  switch (refusal.code) {
    case 'shares-above-whole': {
      const { onDay, sum } = refusal.facts
      return {
        zh: `计入此行后，全组在 ${onDay} 的工作量占比合计为 ${sum}，超过 100%`,
        en: `with this row the shares of all on ${onDay} come to ${sum}, more than the whole`,
      }
    }
    case 'joined-already': {
      const { name, since } = refusal.facts
      return {
        zh: `${name}自 ${since} 起已参加这个项目，又记了一次加入；中间退出过的先补记退出`,
        en: `${name} takes part in this project since ${since} and is told to join again; add when they left in between`,
      }
    }
    default:
      return saidBy(projectProblem(refusal))
  }
}

function waitingOf(row: Staged, people: ReadonlyMap<string, string>): readonly Waiting[] {
  if (row.entry.to !== 'projectEntry') return []
  const { projectNumber, entryKind, entryDay, staffNo, personName } = row.entry.fields
  const { entryWords, entryShare } = row.entry.fields
  const entry = {
    ...{ id: row.newId ?? '', kind: entryKind ?? '', onDay: entryDay ?? '' },
    ...{ personId: personOf(staffNo, people), personName: personName ?? '' },
    ...{ words: entryWords ?? '', share: entryShare, corrects: null },
    ...{ madeBy: '', correctedBy: null },
  }
  const place = { n: row.n, table: row.place.table, isMeant: row.accepted }
  return [{ ...place, project: projectNumber ?? '', entry }]
}

/** Who bears a staff number: the person of the register, or whoever the draft brings. */
const personOf = (staffNo: string | null, people: ReadonlyMap<string, string>) =>
  staffNo === null ? null : (people.get(staffNo) ?? `#${staffNo}`)

async function idsOf({ tx, institution }: StagedDraft, rows: readonly Staged[]) {
  const numbers = rows.flatMap(({ entry }) => {
    if (entry.to === 'project') return entry.fields.leaderStaffNo ?? []
    return entry.to === 'projectEntry' ? (entry.fields.staffNo ?? []) : []
  })
  const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
  return new Map(persons.map(({ id, staffNumber }) => [staffNumber ?? '', id]))
}

async function groundsOf(
  draft: StagedDraft,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Ground>> {
  const { tx, institution } = draft
  const grounds = new Map<string, Ground>()
  const states = ['new'] as const
  for await (const rows of stagedRows(draft, { register: 'project', states })) {
    const people = await idsOf(draft, rows)
    for (const { entry } of rows) {
      if (entry.to !== 'project' || entry.fields.projectNumber === null) continue
      const { projectNumber, projectLeader, leaderStaffNo, projectFrom: began } = entry.fields
      const leaderPerson = personOf(leaderStaffNo, people)
      const leader = { leader: projectLeader ?? '', leaderPerson }
      grounds.set(projectNumber, { leader, began, known: [] })
    }
  }
  const stored = await projectsByNumber(tx, institution, numbers)
  const ids = stored.map((one) => one.id)
  const made = ids.length === 0 ? [] : await entriesOf(tx, institution, ids)
  for (const { id, number, leader, leaderPerson, fromDay } of stored) {
    const known = made.filter(({ projectId }) => projectId === id)
    grounds.set(number, { leader: { leader, leaderPerson }, began: fromDay, known })
  }
  return grounds
}
