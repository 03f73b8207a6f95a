import { queryOptions } from '@tanstack/react-query'
import type {
  AchievementPageWire,
  AmendAchievementWire,
  CreateAchievementWire,
  ShownAchievementWire,
  TitleWire,
} from '@yizhuan/server/wire/achievements/achievement'
import type {
  AnswerWire,
  AskWire,
  ConfirmationWire,
  DisclosureListsWire,
  DuplicatesWire,
  LinksWire,
  ProgressWire,
  ResubmitWire,
  SimilarWire,
} from '@yizhuan/server/wire/disclosures/disclosure'
import type { EvaluateWire, EvaluationsWire } from '@yizhuan/server/wire/disclosures/evaluation'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  AchievementLineWire,
  AchievementWire,
} from '@yizhuan/server/wire/achievements/achievement'
export type {
  ConfirmationWire,
  DisclosureListsWire,
  LinksWire,
  ProgressWire,
} from '@yizhuan/server/wire/disclosures/disclosure'
export type { EvaluationsWire } from '@yizhuan/server/wire/disclosures/evaluation'

export const intakes = ['submitted', 'returned', 'accepted', 'merged'] as const
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

/** One achievement, whole or the line of the register. */
export const achievementQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id],
    queryFn: () => read<ShownAchievementWire>(`/achievements/${id}`),
  })

/** Hands in a disclosure. */
export const disclose = (body: CreateAchievementWire) =>
  write<{ id: string; number: string }>('POST', '/achievements', body)

/** The code lists, scales and papers by which one discloses here; they change with a release only. */
export const listsQuery = queryOptions({
  queryKey: ['disclosure-lists'],
  queryFn: () => read<DisclosureListsWire>('/disclosure-lists'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Where a disclosure is. */
export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'progress'],
    queryFn: () => read<ProgressWire>(`/achievements/${id}/progress`),
  })

/** What is there already under a title like this one. */
export const similarQuery = (title: string, own: string | undefined) =>
  queryOptions({
    queryKey: ['achievements', 'similar', title, own],
    queryFn: () => read<SimilarWire>(withQuery('/achievements/similar', { title, own })),
    enabled: title.length >= 4,
    staleTime: 60_000,
  })

/** Records that may be the same. */
export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'duplicates'],
    queryFn: () => read<DuplicatesWire>(`/achievements/${id}/duplicates`),
  })

type Stepped = { seq: number }
const of = (id: string) => `/achievements/${id}`

/** Hands in again what was given back. */
export const resubmit = (id: string, body: ResubmitWire) =>
  write<Stepped>('POST', `${of(id)}/submission`, body)

/** Gives a disclosure back with questions. */
export const giveBack = (id: string, body: { expectedSeq: number; questions: string }) =>
  write<Stepped>('POST', `${of(id)}/return`, body)

/** Accepts a disclosure. */
export const acceptDisclosure = (
  id: string,
  body: { expectedSeq: number; despite: string | null },
) => write<Stepped>('POST', `${of(id)}/acceptance`, body)

/** Makes links for inventors, by their places in the team. */
export const askInventors = (id: string, body: AskWire) =>
  write<LinksWire>('POST', `${of(id)}/confirmations`, body)

/** Merges a record into another, and parts them again. */
export const merge = (id: string, body: { into: string; reason: string; expectedSeq: number }) =>
  write<Stepped>('POST', `${of(id)}/merger`, body)
export const part = (id: string, body: { reason: string; expectedSeq: number }) =>
  write<Stepped>('POST', `${of(id)}/separation`, body)

/** Registers title anew. */
export const putTitle = (id: string, body: TitleWire) =>
  write<Stepped>('PUT', `${of(id)}/title`, body)

/** Corrects fields. */
export const correct = (id: string, body: AmendAchievementWire) =>
  write<Stepped>('PATCH', of(id), body)

const link = (institution: string, token: string) => `/public/confirmations/${institution}/${token}`

/** What an inventor is asked by a link. */
export const confirmationQuery = (institution: string, token: string) =>
  queryOptions({
    queryKey: ['confirmation', token],
    queryFn: () => read<ConfirmationWire>(link(institution, token)),
  })

/** What an inventor answers. */
export const answerLink = (institution: string, token: string, body: AnswerWire) =>
  write<ConfirmationWire>('POST', link(institution, token), body)

/** The evaluations of an achievement, for those who decide on it. */
export const evaluationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'evaluations'],
    queryFn: () => read<EvaluationsWire>(`${of(id)}/evaluations`),
  })

/** Records an evaluation. */
export const evaluate = (id: string, body: EvaluateWire) =>
  write<{ id: string }>('POST', `${of(id)}/evaluations`, body)
