import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AnswerWire,
  ClaimWire,
  ContractTaxWire,
  WindowListWire,
} from '@yizhuan/server/wire/tax-positions/position'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  ContractTaxWire,
  PositionWire,
  WindowListWire,
} from '@yizhuan/server/wire/tax-positions/position'

/** The positions of a contract; `other` is what income of the year estimates suppose besides. */
export const contractTaxQuery = (id: string, other?: string) =>
  queryOptions({
    queryKey: ['contract-tax', id, other],
    queryFn: () => read<ContractTaxWire>(withQuery(`/contracts/${id}/tax`, { other })),
  })

/** Rewards that wait, by the last day of the relief. */
export const windowsQuery = (soon: string | undefined) =>
  queryOptions({
    queryKey: ['tax-windows', soon],
    queryFn: () => read<WindowListWire>(withQuery('/tax-windows', { soon })),
  })

export const sendAnswer = (id: string, regime: string, answer: AnswerWire) =>
  write<{ seq: number }>('POST', `/contracts/${id}/tax/${regime}/answers`, answer)

export const sendClaim = (id: string, regime: string, claim: ClaimWire) =>
  write<{ seq: number }>('POST', `/contracts/${id}/tax/${regime}/claim`, claim)

/** Reads positions afresh. */
export function useReread() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [key] }) => key === 'contract-tax' || key === 'tax-windows',
    })
}
