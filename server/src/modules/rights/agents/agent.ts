import { accept, type Outcome, refuse } from '@yizhuan/kit'

// Who represents the house before the office for a right, and what they were told to do.

export const instructionKinds = ['pay', 'let_lapse', 'respond', 'file', 'other'] as const
export type InstructionKind = (typeof instructionKinds)[number]

/** Who acts from a day on; nobody where there is no agency. */
export interface Agent {
  readonly from: string
  readonly agency: string | null
  readonly attorney: string | null
  readonly mail: string | null
  readonly reference: string | null
}

/** What an agency was told. */
export interface Instruction {
  readonly kind: InstructionKind
  readonly on: string
  readonly about: string
  readonly dueOn: string | null
}

/** Why an agency or an instruction is not recorded. */
export interface AgentRefusals {
  'agent-in-future': { readonly today: string }
  'agency-needed': Record<string, never>
  'instruction-in-future': { readonly today: string }
  'instruction-due-before': { readonly on: string }
  'no-agent-then': { readonly on: string }
}

/** The agent that acts on a day; agents in the order of their days, those of one day as they were recorded. */
export function agentOn(agents: readonly Agent[], day: string): Agent | undefined {
  const found = agents.findLast(({ from }) => from <= day)
  return found?.agency == null ? undefined : found
}

/** Whether an agent can be recorded: from a day that has come, and an attorney only of an agency. */
export function decideAgent(
  { from, agency, attorney, mail, reference }: Agent,
  today: string,
): Outcome<true, AgentRefusals> {
  if (from > today) return refuse('agent-in-future', { today })
  const isOfNobody = agency === null && (attorney ?? mail ?? reference) !== null
  return isOfNobody ? refuse('agency-needed', {}) : accept(true)
}

/** Whom an instruction was given to: somebody has to act on its day. */
export function decideInstruction(
  agents: readonly Agent[],
  { on, dueOn }: Pick<Instruction, 'on' | 'dueOn'>,
  today: string,
): Outcome<string, AgentRefusals> {
  if (on > today) return refuse('instruction-in-future', { today })
  if (dueOn !== null && dueOn < on) return refuse('instruction-due-before', { on })
  const agency = agentOn(agents, on)?.agency
  return agency == null ? refuse('no-agent-then', { on }) : accept(agency)
}
