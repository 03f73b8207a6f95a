import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { AchievementFields, AchievementInventor, FileRef } from './achievement.ts'

interface AchievementTable extends Omit<AchievementFields, 'disclosure' | 'inventors' | 'files'> {
  institutionId: string
  id: string
  number: string
  disclosure: Json<Readonly<Record<string, string>>>
  inventors: Json<readonly AchievementInventor[]>
  files: Json<readonly FileRef[]>
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
  'fundingSource',
  'projectNo',
  'attribute',
  'stage',
  'conversion',
  'conversionCount',
  'maturityLevel',
  'estimatedValueFen',
  'rdCostFen',
  'disclosure',
  'inventors',
  'files',
  'remark',
] as const satisfies readonly (keyof AchievementFields)[]

/** The register of achievements. */
export const achievementRegister: Register = {
  name: 'achievement',
  table: 'achievement',
  columns: [...fieldColumns, 'leadIdMasked'],
  json: new Set(['disclosure', 'inventors', 'files']),
  sealed: new Set(['leadIdSealed', 'leadIdIndex']),
  lasting: ['number'],
  foundBy: (fields) => {
    const { number, title, department, fundingSource, projectNo, remark, ...rest } =
      fields as unknown as AchievementFields & { readonly number: string }
    const names = rest.inventors.map(({ name }) => name)
    const said = Object.values(rest.disclosure)
    const texts = [names.join('、'), department, fundingSource, projectNo, remark, ...said]
    return { label: number, title, texts }
  },
}
