import type { ProjectEntryRecord, ProjectRecord } from '@yizhuan/ledger'
import type { Funding } from '../projects/index.ts'

// Projects and the entries of the ledger of work as their registers would hold them. Who leads or takes
// part is named by staff number, achievements and projects by their numbers, as the file has them.

/** A project as a ledger tells of it. */
export interface ProjectEntryFields {
  readonly projectNumber: string | null
  readonly projectTitle: string | null
  readonly projectLeader: string | null
  readonly leaderStaffNo: string | null
  /** The one source of its money that the row names. */
  readonly funding: readonly Funding[]
  readonly projectFrom: string | null
  readonly projectTo: string | null
  /** Numbers of achievements. */
  readonly projectAchievements: readonly string[]
  readonly remark: string | null
}

/** An entry of the ledger of work as a ledger tells of it. */
export interface WorkFields {
  readonly projectNumber: string | null
  readonly entryKind: string | null
  readonly entryDay: string | null
  readonly staffNo: string | null
  readonly personName: string | null
  readonly entryWords: string | null
  readonly entryShare: string | null
}

export type ProjectsEntry =
  | { readonly to: 'project'; readonly number: string | null; readonly fields: ProjectEntryFields }
  | { readonly to: 'projectEntry'; readonly number: string | null; readonly fields: WorkFields }

export function toProject(record: ProjectRecord): ProjectsEntry {
  const { projectNumber, projectTitle, projectLeader, leaderStaffNo, remark } = record
  const { fundingKind, fundingName, fundingFen, fundingStart } = record
  const source =
    fundingKind === null
      ? []
      : [
          {
            kind: fundingKind,
            name: fundingName ?? wordsOfKind[fundingKind],
            amountFen: fundingFen === null ? null : String(fundingFen),
            startedOn: fundingStart,
          },
        ]
  const fields = {
    ...{ projectNumber, projectTitle, projectLeader, leaderStaffNo, funding: source },
    ...{ projectFrom: record.projectFrom, projectTo: record.projectTo },
    ...{ projectAchievements: [...new Set(record.projectAchievements)], remark },
  }
  return { to: 'project', number: projectNumber, fields }
}

/** What a source is called that the row names by its kind alone. */
const wordsOfKind = { public: '财政资金', enterprise: '企业资金', own: '自有资金' } as const

export function toWork(record: ProjectEntryRecord): ProjectsEntry {
  const { projectNumber, entryKind, entryDay, staffNo, personName, entryWords } = record
  const fields = {
    ...{ projectNumber, entryKind, entryDay, staffNo, personName, entryWords },
    entryShare: percentOf(record.entryShare),
  }
  return { to: 'projectEntry', number: workKey(fields), fields }
}

/** By what an entry is known again: everything that it says. */
export function workKey(fields: WorkFields): string | null {
  const { projectNumber, entryKind, entryDay, staffNo, personName, entryWords, entryShare } = fields
  const parts = [projectNumber, entryKind, entryDay, personName]
  if (parts.includes(null)) return null
  return [...parts, staffNo ?? '', entryShare ?? '', entryWords ?? ''].join('|')
}

/** Basis points as an entry says a share: 3000 is `30%`. */
function percentOf(bp: number | null): string | null {
  return bp === null ? null : `${String(Math.round(bp) / 100)}%`
}
