import { queryOptions } from '@tanstack/react-query'
import type { AmendRightWire, CreateRightWire, RightWire } from '@yizhuan/server/wire/rights/right'
import { read, write } from '../../api/client.ts'

export type { RightLineWire, RightWire } from '@yizhuan/server/wire/rights/right'

/** The kinds of rights, as lists offer them. */
export const rightKinds = [
  'invention',
  'utility_model',
  'design',
  'pct',
  'software',
  'layout',
  'variety',
  'preparation',
  'trademark',
  'know_how',
  'patent',
] as const

/** What can have become of a right. */
export const rightStatuses = [
  'pending',
  'pending_accepted',
  'pending_published',
  'pending_examination',
  'granted',
  'registered',
  'valid',
  'rejected',
  'withdrawn',
  'deemed_withdrawn',
  'lapsed',
  'lapsed_unpaid',
  'lapsed_waived',
  'lapsed_expired',
  'invalidated',
  'transferred',
  'expired',
  'cancelled',
] as const

/** One right, whole. */
export function rightQuery(id: string) {
  return queryOptions({
    queryKey: ['right', id],
    queryFn: () => read<RightWire>(`/rights/${id}`),
  })
}

/** Enters a right. */
export function createRight(body: CreateRightWire): Promise<{ id: string }> {
  return write<{ id: string }>('POST', '/rights', body)
}

/** Changes a right. */
export function amendRight(id: string, body: AmendRightWire): Promise<{ seq: number }> {
  return write<{ seq: number }>('PATCH', `/rights/${id}`, body)
}
