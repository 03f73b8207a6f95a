import type { Generated } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { AchievementFields, conversions, IntakeFields } from './achievement.ts'

/** What is kept as JSON. */
const jsonColumns = [
  'disclosure',
  'inventors',
  'publications',
  'thirdParties',
  'transferFields',
  'files',
  'holdings',
  'disputes',
] as const satisfies readonly (keyof AchievementFields)[]
type JsonColumn = (typeof jsonColumns)[number]

type JsonColumns = { [Column in JsonColumn]: Json<AchievementFields[Column]> }

interface AchievementTable extends Omit<AchievementFields, JsonColumn>, JsonColumns, IntakeFields {
  institutionId: string
  id: string
  number: string
  /** Written where the tags of the ledger of assets are worked out, and nowhere else. */
  conversion: Generated<(typeof conversions)[number]>
  leadIdSealed: string | null
  leadIdMasked: string | null
  leadIdIndex: string | null
}

interface AchievementNumberTable {
  institutionId: string
  year: number
  last: number
}

declare module '../../platform/tables.ts' {
  interface Tables {
    achievement: AchievementTable
    achievementNumber: AchievementNumberTable
  }
}

/** The columns that hold the fields of the register. */
export const fieldColumns = [
  'title',
  'kind',
  'department',
  'disclosedOn',
  'registeredOn',
  'fundingKind',
  'fundingSource',
  'projectNo',
  'serviceBasis',
  'madeOn',
  'statedAttribute',
  'statedStage',
  'statedConversion',
  'statedConversionCount',
  'maturityScale',
  'maturityLevel',
  'estimatedValueFen',
  'rdCostFen',
  'disclosure',
  'inventors',
  'publicity',
  'publications',
  'thirdParties',
  'transferFields',
  'files',
  'holdings',
  'disputes',
  'remark',
] as const satisfies readonly (keyof AchievementFields)[]

/** The columns that hold how a disclosure stands. */
export const intakeColumns = [
  'intake',
  'intakeOn',
  'disclosedBy',
  'questions',
  'mergedInto',
] as const satisfies readonly (keyof IntakeFields)[]

/** The register of achievements. */
export const achievementRegister: Register = {
  name: 'achievement',
  table: 'achievement',
  columns: [...fieldColumns, 'leadIdMasked', ...intakeColumns],
  json: new Set(jsonColumns),
  sealed: new Set(['leadIdSealed', 'leadIdIndex']),
  lasting: ['number'],
  foundBy: (fields) => {
    const { number, title, department, fundingSource, projectNo, remark, ...rest } =
      fields as unknown as AchievementFields & { readonly number: string }
    const names = rest.inventors.map(({ name }) => name)
    const said = Object.values(rest.disclosure)
    const texts = [names.join('、'), department, fundingSource, projectNo, remark, ...said]
    return { label: number, title, texts, names }
  },
}
