import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { Frozen, Outcome, Scores } from './campaign.ts'
import type { Scope } from './scope.ts'

interface StocktakingTable {
  institutionId: string
  id: string
  name: string
  scope: Json<Scope>
  takenOn: string
  dueOn: string
  leadPerson: string
  leadName: string
  state: 'open' | 'closed'
  caseId: string
  startedOn: string
  closedOn: string | null
  datedOn: GeneratedAlways<string>
}

interface StocktakingLineTable {
  institutionId: string
  stocktakingId: string
  id: string
  rightId: string | null
  achievementId: string | null
  number: string
  title: string
  kind: string
  department: string | null
  inventors: readonly string[]
  frozen: Json<Frozen>
  outcomeBefore: Outcome | null
  outcome: Outcome | null
  reason: string | null
  decidedBy: string | null
  decidedOn: string | null
  followCaseId: string | null
}

interface StocktakingPartTable {
  institutionId: string
  stocktakingId: string
  id: string
  name: string
  personId: string | null
  tokenHash: string | null
  expiresAt: Date | null
}

interface StocktakingAnswerTable {
  institutionId: string
  id: string
  stocktakingId: string
  lineId: string
  partId: string
  round: number
  scores: Json<Scores>
  wish: Outcome
  words: string | null
  answeredAt: Date
  /** Who entered what was said on paper. */
  enteredBy: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    stocktaking: StocktakingTable
    stocktakingLine: StocktakingLineTable
    stocktakingPart: StocktakingPartTable
    stocktakingAnswer: StocktakingAnswerTable
  }
}

/** The register of campaigns. */
export const campaignRegister: Register = {
  name: 'stocktaking',
  table: 'stocktaking',
  columns: [
    'name',
    'scope',
    'takenOn',
    'dueOn',
    'leadPerson',
    'leadName',
    'state',
    'caseId',
    'startedOn',
    'closedOn',
  ],
  json: new Set(['scope']),
}
