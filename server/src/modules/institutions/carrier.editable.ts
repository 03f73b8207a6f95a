import type { Editable } from '../../platform/editable.ts'
import { amendCarrier } from './carrier.commands.ts'
import { toProblem } from './carrier.refusals.ts'
import { carrierRegister } from './institution.table.ts'

/** Those who keep the list of carriers. */
export const carrierWriters = ['admin', 'tto_negotiator', 'tto_reviewer'] as const

/** How a carrier is put back to what it was. */
export const carrierEditable: Editable = {
  register: carrierRegister,
  access: carrierWriters,
  restorable: new Set(carrierRegister.columns),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const outcome = await amendCarrier(tx, clock, by, id, fields, why)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
