import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { Funding, NewEntry, ProjectFields } from './project.ts'

interface ProjectTable extends Omit<ProjectFields, 'funding' | 'achievements'> {
  institutionId: string
  id: string
  funding: Json<readonly Funding[]>
  achievements: string[]
  datedOn: GeneratedAlways<string>
}

interface ProjectEntryTable extends NewEntry {
  institutionId: string
  id: string
  projectId: string
  files: Json<readonly { sha256: string; name: string; size: number }[]>
  digest: string
  madeAt: Date
  madeBy: string
  madeName: string
}

interface ProjectAnswerTable {
  institutionId: string
  entryId: string
  answer: 'confirmed' | 'disputed'
  words: string | null
  answeredAt: Date
  answeredBy: string
  answeredName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    project: ProjectTable
    projectEntry: ProjectEntryTable
    projectAnswer: ProjectAnswerTable
  }
}

/** The register of projects. */
export const projectRegister: Register = {
  name: 'project',
  table: 'project',
  columns: [
    'number',
    'title',
    'leader',
    'leaderPerson',
    'funding',
    'fromDay',
    'toDay',
    'achievements',
    'remark',
  ],
  json: new Set(['funding']),
  foundBy: (fields) => {
    const { number, title, leader, funding, remark } = fields as unknown as ProjectFields
    return { label: number, title, texts: [leader, ...funding.map(({ name }) => name), remark] }
  },
}
