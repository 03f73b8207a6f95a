import { useQueryClient } from '@tanstack/react-query'
import { write } from '../../api/client.ts'

export type { ObligationWire } from '@yizhuan/server/wire/obligations/obligation'

export const obligationKinds = [
  'development',
  'trial',
  'approval',
  'production',
  'sales',
  'investment',
  'report',
  'delivery',
  'upkeep',
  'other',
] as const
export const obligors = ['counterparty', 'institution'] as const
export const consequences = ['none', 'exclusivityEnds', 'mayTerminate', 'damages', 'other'] as const
export const obligationStates = [
  'open',
  'overdue',
  'met',
  'missed',
  'waived',
  'annulled',
  'ended',
] as const

/** Writes something about an obligation. */
export const tellObligation = (path: string, body: object, method: 'POST' | 'PATCH' = 'POST') =>
  write<unknown>(method, path, body)

/** Reads obligations, and what falls due, afresh. */
export function useRereadObligations() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [['/obligations'], ['calendar'], ['workbench']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
}
