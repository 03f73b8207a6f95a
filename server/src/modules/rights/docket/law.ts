import { join } from 'node:path'
import { type DocketLaw, readDocketLaw } from '@yizhuan/docket'
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
