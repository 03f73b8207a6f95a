import type { Tx } from '../../platform/database.ts'
import { type Profile, profileOf } from '../institutions/index.ts'

type Data = Readonly<Record<string, unknown>>

function underPilot({ pilot }: Profile): Data {
  return { pilotUnit: pilot === 'listed', optedIn: pilot === 'voluntary' }
}

/** What the institution said of itself once fills a field that an act leaves open. */
const defaults: Readonly<Record<string, (profile: Profile) => Data>> = {
  caseOpened: ({ universityAffiliated }) => ({ universityAffiliated }),
  abandonmentProposed: underPilot,
  exemptionOpened: underPilot,
  assetEntered: underPilot,
  // Other procedures apply for other things.
  'empowerment_ownership.applied': underPilot,
  'empowerment_use.applied': underPilot,
  pilotNoticed: ({ pilot }) => ({ optedIn: pilot === 'voluntary' }),
  annualReportPrepared: ({ universityAffiliated, pilot }) => ({
    universityAffiliated,
    pilotUnit: pilot === 'listed',
  }),
  useFirstOffered: ({ universityAffiliated }) => ({ universityAffiliated }),
  companyPlanned: ({ universityAffiliated }) => ({ universityAffiliated }),
  noticePublished: ({ objectionProcedure, noticeDepartment }) => ({
    objectionProcedure,
    department: noticeDepartment,
  }),
}

/** The data of an act, its open fields filled from the profile. What was given stays as given. */
export async function withDefaults(
  tx: Tx,
  institution: string,
  procedure: string | undefined,
  type: string,
  data: Data,
): Promise<Data> {
  const said = defaults[`${procedure}.${type}`] ?? defaults[type]
  if (!said) return data
  const known = Object.entries(said(await profileOf(tx, institution))).filter(
    ([field, value]) => value !== null && data[field] === undefined,
  )
  return { ...data, ...Object.fromEntries(known) }
}
