import type { InstructionKind } from './agent.ts'

interface RightAgentTable {
  institutionId: string
  id: string
  rightId: string
  fromDay: string
  agency: string | null
  attorney: string | null
  mail: string | null
  reference: string | null
  basis: string
  recordedAt: Date
  recordedBy: string
  recordedName: string
}

interface RightInstructionTable {
  institutionId: string
  id: string
  rightId: string
  kind: InstructionKind
  onDay: string
  agency: string
  about: string
  dueOn: string | null
  /** The instruction that this one takes back. */
  reverses: string | null
  recordedAt: Date
  recordedBy: string
  recordedName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    rightAgent: RightAgentTable
    rightInstruction: RightInstructionTable
  }
}
