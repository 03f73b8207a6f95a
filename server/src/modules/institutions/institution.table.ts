import type { Chain } from '../../platform/evidence.ts'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { StandingAspect } from './standing.ts'

interface InstitutionProfileTable {
  institutionId: string
  kind: 'hospital' | 'maternal_child' | 'cdc' | 'institute' | 'other' | null
  province: string | null
  pilot: 'listed' | 'voluntary' | null
  universityAffiliated: boolean | null
  university: string | null
  platformCompany: string | null
  objectionProcedure: string | null
  noticeDepartment: string | null
}

interface InstitutionStandingTable {
  institutionId: string
  id: string
  aspect: StandingAspect
  value: string | null
  was: string | null
  fromDay: string
  document: string | null
  file: Json<unknown> | null
  annulledOn: string | null
  enteredAt: Date
  enteredBy: string
  enteredName: string
}

interface CarrierTable {
  institutionId: string
  id: string
  kind: string
  name: string
  place: string | null
  partner: string | null
  fromDay: string
  toDay: string | null
  remark: string | null
}

interface PlatformStartTable {
  institutionId: string
  seq: number
  kind: 'proposed' | 'withdrawn' | 'confirmed'
  fromDay: string
  reason: string
  proposedBy: string | null
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    institutionProfile: InstitutionProfileTable
    institutionStanding: InstitutionStandingTable
    platformStart: PlatformStartTable
    carrier: CarrierTable
  }
}

/** The chain of what an institution says of itself. */
export function chainOf(institution: string): Chain {
  return { institution, name: 'institution' }
}

/** The register of places through which achievements are taken further. */
export const carrierRegister: Register = {
  name: 'carrier',
  table: 'carrier',
  columns: ['kind', 'name', 'place', 'partner', 'fromDay', 'toDay', 'remark'],
  foundBy: (fields) => {
    const { name, place, partner, remark } = fields as unknown as CarrierTable
    return { label: null, title: name, texts: [place, partner, remark], names: [name] }
  },
}
