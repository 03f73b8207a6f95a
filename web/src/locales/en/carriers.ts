import type { Shape } from '../shape.ts'
import type { carriers as zh } from '../zh/carriers.ts'
import { valuesOfHouse } from './importedRegisters.ts'

/** Centres, incubators and bases through which achievements are taken further. */
export const carriers: Shape<typeof zh> = {
  carriers: {
    title: 'Centres and incubators',
    note: 'Clinical research centres, incubators, proof-of-concept centres, pilot and training bases that the institution built or joined.',
    enter: 'Add a centre',
    none: 'No centre or incubator entered yet',
    toDayHint: 'First day on which it no longer exists; leave empty while it runs.',
    search: 'Name, place, partner or remark',
    running: 'Running',
    runs: { yes: 'still running', no: 'ended' },
    showAll: 'Show all',
    values: { kind: valuesOfHouse.carrierKind },
    fields: {
      kind: 'Kind',
      name: 'Name',
      place: 'Place',
      partner: 'Partner',
      fromDay: 'From',
      toDay: 'Until',
      remark: 'Remark',
      reason: 'Reason for the change',
    },
  },
}
