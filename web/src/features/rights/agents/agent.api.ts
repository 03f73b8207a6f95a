import { queryOptions } from '@tanstack/react-query'
import type {
  InstructWire,
  RecordAgentWire,
  RightAgentsWire,
} from '@yizhuan/server/wire/rights/agents/agent'
import { read, write } from '../../../api/client.ts'

export type { RightAgentsWire } from '@yizhuan/server/wire/rights/agents/agent'

export const instructionKinds = ['pay', 'let_lapse', 'respond', 'file', 'other'] as const

/** Who represents the house for a right, and what they were told. */
export function agentsQuery(id: string) {
  return queryOptions({
    queryKey: ['agents', id],
    queryFn: () => read<RightAgentsWire>(`/rights/${id}/agents`),
  })
}

/** Records who acts for a right from a day on. */
export function recordAgent(id: string, body: RecordAgentWire): Promise<unknown> {
  return write('POST', `/rights/${id}/agents`, body)
}

/** Records what the agency of a right was told. */
export function instruct(id: string, body: InstructWire): Promise<unknown> {
  return write('POST', `/rights/${id}/instructions`, body)
}

/** Takes back an instruction that was wrong. */
export function takeBackInstruction(id: string, instruction: string, reason: string) {
  return write('POST', `/rights/${id}/instructions/${instruction}/take-back`, { reason })
}
