import { queryOptions } from '@tanstack/react-query'
import type { WorksWire } from '@yizhuan/server/wire/works/work'
import { read } from '../../api/client.ts'

export type {
  GrantedWire,
  ServiceWorkWire,
  WorksWire,
  WorkWire,
} from '@yizhuan/server/wire/works/work'

/** The transformation achievements of oneself with `me`, else of a person. */
export function worksQuery(person: string) {
  return queryOptions({
    queryKey: ['works', person],
    queryFn: () => read<WorksWire>(person === 'me' ? '/works/me' : `/works?person=${person}`),
  })
}
