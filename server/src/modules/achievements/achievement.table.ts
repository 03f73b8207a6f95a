import type { Json } from '../../platform/tables.ts'

interface AchievementTable {
  institutionId: string
  id: string
  number: string
  title: string
  kind: string
  department: string | null
  disclosedOn: string
  disclosure: Json<Record<string, string>>
  inventors: Json<AchievementInventor[]>
}

/** An inventor with the share of the contribution. */
export interface AchievementInventor {
  readonly name: string
  readonly share: string
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
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
