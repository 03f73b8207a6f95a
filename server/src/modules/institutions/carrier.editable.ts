import type { Editable } from '../../platform/editable.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { amendCarrier, carriersOf } from './carrier.commands.ts'
import { toProblem } from './carrier.refusals.ts'
import { AmendCarrierWire, CarrierFilterWire } from './carrier.wire.ts'
import { carrierRegister } from './institution.table.ts'

/** Those who keep the list of carriers. */
export const carrierWriters = ['admin', 'tto_negotiator', 'tto_reviewer'] as const

/** How carriers are edited, many at once and back to what they were. A name is one carrier's. */
export const carrierEditable: Editable = {
  register: carrierRegister,
  access: carrierWriters,
  many: {
    alike: [
      { field: 'kind', input: 'choice', choices: Object.keys(institutionLists().carriers.kinds) },
      { field: 'place', input: 'text', mayBeEmpty: true },
      { field: 'partner', input: 'text', mayBeEmpty: true },
      { field: 'toDay', input: 'day', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendCarrierWire.pick({
      ...{ kind: true, place: true, partner: true, toDay: true, remark: true },
    }),
    filter: CarrierFilterWire,
    async matching(tx, { clock }, { institution }, filter, most) {
      const asked = filter as CarrierFilterWire
      const found = await carriersOf(tx, institution, asked, clock.today())
      return found.slice(0, most).map(({ id }) => id)
    },
  },
  restorable: new Set(carrierRegister.columns),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const outcome = await amendCarrier(tx, clock, by, id, fields, why)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
