import { queryOptions } from '@tanstack/react-query'
import type {
  AchievementPageWire,
  AchievementWire,
  CreateAchievementWire,
} from '@yizhuan/server/wire/achievements/achievement'
import type { CasePageWire } from '@yizhuan/server/wire/cases/case'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  AchievementLineWire,
  AchievementWire,
} from '@yizhuan/server/wire/achievements/achievement'

/** The kinds of achievements in the order in which they are offered. */
export const kinds = [
  'device',
  'drug',
  'preparation',
  'diagnostic_reagent',
  'clinical_technique',
  'digital',
  'software',
  'data',
  'medical_food',
  'material',
  'method',
  'product',
  'know_how',
  'patent_invention',
  'patent_utility_model',
  'patent_design',
  'other',
] as const

export const conversions = ['none', 'intended', 'converted'] as const
export const sorts = ['newest', 'oldest', 'disclosed', 'disclosedFirst'] as const

/** The seven groups of a disclosure, as the office asks for them. */
export const groups = [
  'type',
  'maturity',
  'stateOfTheArt',
  'market',
  'risks',
  'benefit',
  'need',
] as const

/** A page of the register. */
export const readAchievements = (query: Readonly<Record<string, string | undefined>>) =>
  read<AchievementPageWire>(withQuery('/achievements', query))

/** One achievement. */
export const achievementQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id],
    queryFn: () => read<AchievementWire>(`/achievements/${id}`),
  })

/** The cases about it. */
export const casesQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', { achievementId: id }],
    queryFn: () => read<CasePageWire>(withQuery('/cases', { achievementId: id, limit: 100 })),
  })

/** Hands in a disclosure. */
export const disclose = (body: CreateAchievementWire) =>
  write<{ id: string; number: string }>('POST', '/achievements', body)
