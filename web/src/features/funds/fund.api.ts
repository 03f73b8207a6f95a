import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { FundWire } from '@yizhuan/server/wire/funds/fund/fund'
import { read, write } from '../../api/client.ts'

export type {
  FundLineWire,
  FundProjectWire,
  FundWire,
} from '@yizhuan/server/wire/funds/fund/fund'

export const fundKinds = ['guidance', 'proof_of_concept'] as const
export const projectStages = [
  'concept',
  'prototype',
  'validation',
  'pilot',
  'handed_over',
  'stopped',
] as const

/** What whoever looks at funds may do. */
export interface FundPowers {
  readonly mayKeep: boolean
  readonly mayDecide: boolean
  readonly mayPay: boolean
}

/** One fund with its ledger. */
export const fundQuery = (id: string) =>
  queryOptions({ queryKey: ['fund', id], queryFn: () => read<FundWire>(`/funds/${id}`) })

/** Writes something of a fund. */
export const tellFund = (path: string, body: object) => write<{ id?: string }>('POST', path, body)

/** Reads a fund afresh after something was written to it. */
export function useRereadFund(id: string) {
  const client = useQueryClient()
  return async () => {
    const all = [['/funds'], ['fund', id], [`/funds/${id}/history`], ['journal'], ['calendar']]
    await Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
