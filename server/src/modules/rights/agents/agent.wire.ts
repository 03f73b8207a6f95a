import { z } from 'zod'
import { clientId, dayText, emailText, idText, text } from '../../../platform/text.ts'
import { instructionKinds } from './agent.ts'

/** What travels of who represents the house for a right, and of what they were told. */

export const RecordAgentWire = z.strictObject({
  id: clientId(),
  from: dayText(),
  agency: text(200).nullable(),
  attorney: text(100).nullable().default(null),
  mail: emailText().nullable().default(null),
  reference: text(100).nullable().default(null),
  basis: text(500),
})
export type RecordAgentWire = z.input<typeof RecordAgentWire>

export const InstructWire = z.strictObject({
  id: clientId(),
  kind: z.enum(instructionKinds),
  on: dayText(),
  about: text(500),
  dueOn: dayText().nullable().default(null),
})
export type InstructWire = z.input<typeof InstructWire>

export const InstructionParamsWire = z.object({ id: idText(), instruction: idText() })
export const TakeBackInstructionWire = z.strictObject({ reason: text(500) })

export const RightAgentsWire = z.object({
  today: z.string(),
  /** The newest first. */
  agents: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      agency: z.string().nullable(),
      attorney: z.string().nullable(),
      mail: z.string().nullable(),
      reference: z.string().nullable(),
      basis: z.string(),
      recordedName: z.string(),
      recordedOn: z.string(),
    }),
  ),
  instructions: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(instructionKinds),
      on: z.string(),
      agency: z.string(),
      about: z.string(),
      dueOn: z.string().nullable(),
      recordedName: z.string(),
      recordedOn: z.string(),
      takenBack: z.object({ name: z.string(), on: z.string(), reason: z.string() }).nullable(),
    }),
  ),
})
export type RightAgentsWire = z.infer<typeof RightAgentsWire>
