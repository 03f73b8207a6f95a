import { queryOptions } from '@tanstack/react-query'
import type { ContractWire } from '@yizhuan/server/wire/contracts/contract'
import { read } from '../../api/client.ts'

export type {
  ContractLineWire,
  ContractPageWire,
  ContractWire,
} from '@yizhuan/server/wire/contracts/contract'

export const contractKinds = [
  'transfer',
  'development',
  'consulting',
  'service',
  'service_unclear',
] as const
export const modes = [
  'assignment',
  'license',
  'cooperation',
  'equity_contribution',
  'self_implementation',
  'other',
] as const
export const exclusivities = ['exclusive', 'sole', 'plain'] as const
export const pricings = ['agreement', 'listing', 'auction'] as const
export const partyRoles = [
  'grantor',
  'grantee',
  'partner',
  'payer',
  'guarantor',
  'intermediary',
  'other',
] as const
export const contractStatuses = ['performing', 'completed', 'terminated', 'not_effective'] as const

/** One contract, whole. */
export function contractQuery(id: string) {
  return queryOptions({
    queryKey: ['contract', id],
    queryFn: () => read<ContractWire>(`/contracts/${id}`),
  })
}
