import { queryOptions } from '@tanstack/react-query'
import type { NormViewWire } from '@yizhuan/server/wire/policies/norm'
import type { OwnParametersWire } from '@yizhuan/server/wire/policies/own-rule'
import type { PolicyDetailWire, PolicyPageWire } from '@yizhuan/server/wire/policies/policy'
import { read } from '../../api/client.ts'

export type { ExampleWire, NormViewWire } from '@yizhuan/server/wire/policies/norm'
export type {
  ArticleWire,
  CitingNormWire,
  CitingParameterWire,
  ClauseWire,
  PolicyDetailWire,
  PolicyWire,
} from '@yizhuan/server/wire/policies/policy'

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
