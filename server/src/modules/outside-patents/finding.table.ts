import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { ClaimOutcome } from './claim.ts'
import type { Answer, Decision } from './decision.ts'
import type { Match } from './match.ts'

/** What is kept of a patent of others. */
export interface FindingFields {
  readonly number: string | null
  readonly title: string
  readonly kind: string | null
  readonly filedOn: string | null
  readonly grantedOn: string | null
  readonly applicants: readonly string[]
  readonly applicantKeys: readonly string[]
  readonly inventors: readonly string[]
  readonly matches: readonly Match[]
  /** The file that listed it, and the day it was read. */
  readonly source: string
  readonly readOn: string
}

interface OutsidePatentTable extends Omit<FindingFields, 'matches'> {
  institutionId: string
  id: string
  key: string
  matches: Json<readonly Match[]>
  datedOn: GeneratedAlways<string>
}

interface OwnNameTable {
  institutionId: string
  id: string
  kind: 'former' | 'alias'
  name: string
  addedAt: Date
  addedName: string
  removedAt: Date | null
}

interface OutsideDecisionTable {
  institutionId: string
  id: string
  patentId: string
  decision: Decision
  reason: string
  task: string | null
  dueOn: string | null
  decidedAt: Date
  decidedBy: string
  decidedName: string
}

interface OutsideAnswerTable {
  institutionId: string
  id: string
  patentId: string
  personId: string
  personName: string
  answer: Answer
  words: string | null
  answeredAt: Date
}

interface OutsideClaimTable {
  institutionId: string
  id: string
  patentId: string
  achievementId: string
  /** The dispute as the title of the achievement names it. */
  about: string
  fromDay: string
  files: Json<readonly FileRef[]>
  begunAt: Date
  begunBy: string
  begunName: string
}

interface OutsideClaimEndTable {
  institutionId: string
  claimId: string
  outcome: ClaimOutcome
  onDay: string
  basis: string
  /** The right of the register that the patent is from then on. */
  rightId: string | null
  files: Json<readonly FileRef[]>
  endedAt: Date
  endedBy: string
  endedName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    outsidePatent: OutsidePatentTable
    ownName: OwnNameTable
    outsideDecision: OutsideDecisionTable
    outsideAnswer: OutsideAnswerTable
    outsideClaim: OutsideClaimTable
    outsideClaimEnd: OutsideClaimEndTable
  }
}

/** The register of patents of others. Whom a search shows one, `finding.found.queries.ts` says. */
export const findingRegister: Register = {
  name: 'outside-patent',
  table: 'outsidePatent',
  columns: [
    'number',
    'title',
    'kind',
    'filedOn',
    'grantedOn',
    'applicants',
    'applicantKeys',
    'inventors',
    'matches',
    'source',
    'readOn',
  ],
  json: new Set(['matches']),
  lasting: ['key'],
  foundBy: (fields) => {
    // Who is meant and which file listed it are for officers: nobody finds it by that.
    const { number, title, applicants, inventors } = fields as unknown as FindingFields
    const texts = [applicants.join('、'), inventors.join('、')]
    return { label: number, title, texts, names: inventors }
  },
}
