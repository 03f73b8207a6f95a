import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { once } from '../../../platform/once.ts'
import { amendRecord, chainOf, recordOf } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import { agentsOf, instructionsOf } from './agent.queries.ts'
import './agent.table.ts'
import {
  type Agent,
  type AgentRefusals,
  decideAgent,
  decideInstruction,
  type Instruction,
} from './agent.ts'

/** Why an agency or what it was told is not recorded. */
export interface AgentCommandRefusals extends AgentRefusals {
  'no-such-right': Record<string, never>
  'no-such-instruction': Record<string, never>
  'instruction-taken-back': Record<string, never>
}

/** Who acts for a right from a day on, and by what. */
export interface NewAgent extends Agent {
  readonly id?: string | undefined
  readonly basis: string
}

/** Records who acts for a right from a day on; who did before stands for the days before. */
export function recordAgent(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  { id: sent, ...told }: NewAgent,
): Promise<Outcome<{ id: string }, AgentCommandRefusals>> {
  const order = { id: sent, what: 'right-agent', order: { right, ...told } }
  return once<{ id: string }, AgentCommandRefusals>(tx, clock, by, order, async () => {
    const { institution } = by
    if (!(await heldRight(tx, institution, right))) return refuse('no-such-right', {})
    const decided = decideAgent(told, clock.today())
    if (decided.kind === 'refused') return decided

    // From here on it is recorded.
    const id = newId()
    const { from, basis, ...who } = told
    await tx
      .insertInto('rightAgent')
      .values({
        ...{ institutionId: institution, id, rightId: right, fromDay: from, basis, ...who },
        ...recording(clock, by),
      })
      .execute()
    const { agency, attorney, reference } = who
    const to = { from, agency, attorney, reference }
    await note(tx, clock, by, right, { field: 'agent', from: null, to }, basis)
    return accept({ id })
  })
}

/** Something that an agency was told. */
export interface NewInstruction extends Instruction {
  readonly id?: string | undefined
}

/** Records what the agency of that day was told to do. */
export function instruct(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  { id: sent, ...told }: NewInstruction,
): Promise<Outcome<{ id: string }, AgentCommandRefusals>> {
  const order = { id: sent, what: 'right-instruction', order: { right, ...told } }
  return once<{ id: string }, AgentCommandRefusals>(tx, clock, by, order, async () => {
    const { institution } = by
    if (!(await heldRight(tx, institution, right))) return refuse('no-such-right', {})
    const agents = await agentsOf(tx, institution, right)
    const agency = decideInstruction(agents, told, clock.today())
    if (agency.kind === 'refused') return agency

    // From here on it is recorded.
    const id = newId()
    const { kind, on, about, dueOn } = told
    await tx
      .insertInto('rightInstruction')
      .values({
        ...{ institutionId: institution, id, rightId: right, kind, onDay: on, about, dueOn },
        ...{ agency: agency.value, reverses: null, ...recording(clock, by) },
      })
      .execute()
    const to = { kind, on, agency: agency.value, about }
    await note(tx, clock, by, right, { field: 'instruction', from: null, to }, about)
    return accept({ id })
  })
}

/** Takes back an instruction; it stays readable, with who took it back and why. */
export async function takeBackInstruction(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: { readonly right: string; readonly instruction: string; readonly reason: string },
): Promise<Outcome<{ id: string }, AgentCommandRefusals>> {
  const { institution } = by
  const { right, instruction, reason } = of
  if (!(await heldRight(tx, institution, right))) return refuse('no-such-right', {})
  const given = await instructionsOf(tx, institution, right)
  const found = given.find(({ id }) => id === instruction)
  if (!found) return refuse('no-such-instruction', {})
  if (found.takenBack) return refuse('instruction-taken-back', {})

  // From here on it is taken back.
  const id = newId()
  const { kind, on, agency, about } = found
  await tx
    .insertInto('rightInstruction')
    .values({
      ...{ institutionId: institution, id, rightId: right, kind, onDay: clock.today(), agency },
      ...{ about: reason, dueOn: null, reverses: instruction, ...recording(clock, by) },
    })
    .execute()
  const from = { kind, on, agency, about }
  await note(tx, clock, by, right, { field: 'instruction', from, to: null }, reason)
  return accept({ id })
}

/** The right, held until the transaction ends. */
async function heldRight(tx: Tx, institution: string, right: string) {
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  return recordOf(tx, rightRegister, institution, right)
}

const recording = (clock: Clock, by: Caller) => ({
  ...{ recordedAt: clock.now(), recordedBy: by.person, recordedName: by.name },
})

async function note(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  change: { readonly field: string; readonly from: unknown; readonly to: unknown },
  reason: string,
): Promise<void> {
  await amendRecord(tx, rightRegister, clock, by, right, { fields: {}, beside: [change], reason })
}
