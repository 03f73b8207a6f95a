import { queryOptions } from '@tanstack/react-query'
import type { NormViewWire } from '@yizhuan/server/wire/policies/library/norm'
import type { PolicyDetailWire, PolicyPageWire } from '@yizhuan/server/wire/policies/library/policy'
import type { OwnParametersWire } from '@yizhuan/server/wire/policies/own-rules/own-rule'
import { read } from '../../api/client.ts'

export type { ExampleWire, NormViewWire } from '@yizhuan/server/wire/policies/library/norm'
export type {
  ArticleWire,
  CitingNormWire,
  CitingParameterWire,
  ClauseWire,
  PolicyDetailWire,
  PolicyWire,
} from '@yizhuan/server/wire/policies/library/policy'

/** Every document of the library. */
export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: () => read<PolicyPageWire>('/policies'),
})

/** One document with its articles. */
export const policyQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy', id],
    queryFn: () => read<PolicyDetailWire>(`/policies/${id}`),
  })

/** One norm, whole. */
export const normQuery = (id: string) =>
  queryOptions({
    queryKey: ['norm', id],
    queryFn: () => read<NormViewWire>(`/policies/norms/${encodeURIComponent(id)}`),
  })

/** What the numbers come to for this institution today, layer by layer. */
export const ownParametersQuery = queryOptions({
  queryKey: ['institution', 'rules'],
  queryFn: () => read<OwnParametersWire>('/institution/rules'),
})
