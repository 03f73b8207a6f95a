import { join } from 'node:path'
import {
  countries,
  type DocketLaw,
  type RightKind,
  readDocketLaw,
  readNumberAbroad,
} from '@yizhuan/docket'
import type { Calendar } from '@yizhuan/kit'
import { canonicalJson } from '@yizhuan/kit'
import { loadCalendars, loadDocketDocuments } from '@yizhuan/law-authoring'
import { rootFolder } from '../../../platform/config.ts'
import { sha256 } from '../../../platform/evidence.ts'
import { workCalendar } from '../../policies/index.ts'

/** What dockets are counted with. */
export interface Ground {
  readonly law: DocketLaw
  readonly calendar: Calendar
  /** Changes with the data and the calendars: what was counted with another one is counted anew. */
  readonly basis: string
}

/** A country as a ledger codes it, and a number of it in the notation that is kept: as it was written where it fits none. */
export function numberFromLedger(
  kind: RightKind,
  code: string | null | undefined,
  number: string | null,
) {
  const country = countries.find((each) => each === code) ?? null
  if (country === null || number === null) return { country, number }
  try {
    const { offices } = docketGround().law
    const read = { of: 'numbers', kind, field: 'number' } as const
    return { country, number: readNumberAbroad(offices, country, number, read) }
  } catch {
    return { country, number }
  }
}

let ground: Ground | undefined

/** The fees, periods and clocks of this release with its calendars, read once per process. */
export function docketGround(): Ground {
  if (ground) return ground
  const folder = join(rootFolder, 'packs')
  const documents = loadDocketDocuments(folder)
  const basis = sha256(canonicalJson({ documents, years: loadCalendars(folder) })).slice(0, 16)
  ground = { law: readDocketLaw(documents), calendar: workCalendar(), basis }
  return ground
}
