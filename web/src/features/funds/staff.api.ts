import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AwardWire,
  PayAwardWire,
  ProposeAwardWire,
  PurseWire,
  ReturnAwardWire,
} from '@yizhuan/server/wire/funds/staff/staff'
import { read, write } from '../../api/client.ts'

export type {
  AwardLineWire,
  AwardWire,
  PurseWire,
} from '@yizhuan/server/wire/funds/staff/staff'

/** How the staff part of the office stands. */
export const purseQuery = queryOptions({
  queryKey: ['staff-purse'],
  queryFn: () => read<PurseWire>('/staff-purse'),
})

/** One award. */
export const awardQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff-award', id],
    queryFn: () => read<AwardWire>(`/staff-awards/${id}`),
  })

export const proposeAward = (body: ProposeAwardWire) =>
  write<{ id: string }>('POST', '/staff-awards', body)
export const approveAward = (id: string, expectedSeq: number) =>
  write('POST', `/staff-awards/${id}/approve`, { expectedSeq })
export const withdrawAward = (id: string, body: { reason: string; expectedSeq: number }) =>
  write('POST', `/staff-awards/${id}/withdraw`, body)
export const payAward = (id: string, body: PayAwardWire) =>
  write('POST', `/staff-awards/${id}/payments`, body)
export const returnAward = (id: string, payment: string, body: ReturnAwardWire) =>
  write('POST', `/staff-awards/${id}/payments/${payment}/return`, body)

/** Reads the staff part afresh after something was written. */
export function useRereadStaff(id: string) {
  const client = useQueryClient()
  return async () => {
    const keys = [['staff-purse'], ['/staff-awards'], ['staff-award', id]]
    const all = [...keys, [`/staff-awards/${id}/history`], ['journal']]
    await Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
