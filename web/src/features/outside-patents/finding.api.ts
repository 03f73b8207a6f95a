import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { AchievementPageWire } from '@yizhuan/server/wire/achievements/achievement'
import type { BeginClaimWire, EndClaimWire } from '@yizhuan/server/wire/outside-patents/claim'
import type {
  AddOwnNameWire,
  AnswerFindingWire,
  DecideFindingWire,
  FindingWire,
  OwnNamesWire,
  ReadCountsWire,
} from '@yizhuan/server/wire/outside-patents/finding'
import { read, upload, withQuery, write } from '../../api/client.ts'

export type {
  DecideFindingWire,
  FindingLineWire,
  FindingWire,
  ReadCountsWire,
} from '@yizhuan/server/wire/outside-patents/finding'

/** What an officer may find. */
export const decisions = [
  'to_be_claimed',
  'ours_by_agreement',
  'private_right',
  'namesake',
] as const
/** How far a claim is, and how it may end. */
export const claimStates = ['none', 'under_way', 'ended'] as const
export const claimOutcomes = ['ours', 'shared', 'not_ours', 'settled'] as const
/** What somebody who may be named can say. */
export const answers = ['service', 'private', 'not_me'] as const

export const toneOf = {
  to_be_claimed: 'chip-due',
  ours_by_agreement: 'chip-met',
  private_right: '',
  namesake: '',
} as const

export const findingQuery = (id: string) =>
  queryOptions({
    queryKey: ['outside-patent', id],
    queryFn: () => read<FindingWire>(`/outside-patents/${id}`),
  })
export const ownNamesQuery = queryOptions({
  queryKey: ['own-names'],
  queryFn: () => read<OwnNamesWire>('/own-names'),
})

export const lookThrough = (file: File) => upload<ReadCountsWire>('/outside-patents', file)
export const decideFinding = (id: string, body: DecideFindingWire) =>
  write('POST', `/outside-patents/${id}/decision`, body)
export const answerFinding = (id: string, body: AnswerFindingWire) =>
  write('POST', `/outside-patents/${id}/answer`, body)
export const beginClaim = (id: string, body: BeginClaimWire) =>
  write<{ achievement: string }>('POST', `/outside-patents/${id}/claim`, body)
export const endClaim = (id: string, body: EndClaimWire) =>
  write<{ right: string | null }>('POST', `/outside-patents/${id}/claim-end`, body)
export const addOwnName = (body: AddOwnNameWire) => write('POST', '/own-names', body)
export const removeOwnName = (id: string) => write('DELETE', `/own-names/${id}`)

/** Achievements of the register by words of their titles or by their numbers. */
export const findAchievements = async (q: string) =>
  (await read<AchievementPageWire>(withQuery('/achievements', { q, limit: 10 }))).items

/** Reads everything afresh that depends on what was found, said or decided. */
export function useReread() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        typeof first === 'string' && (/outside-patent/.test(first) || first === 'own-names'),
    })
}
