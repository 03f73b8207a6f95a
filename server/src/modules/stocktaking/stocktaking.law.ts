import { join } from 'node:path'
import type { AssessmentForm } from '@yizhuan/law'
import { loadAssessmentForm } from '@yizhuan/law-authoring'
import { rootFolder } from '../../platform/config.ts'
import { lawOf, stackOf } from '../policies/index.ts'

let form: AssessmentForm | undefined

/** What inventors are asked, read once per process. */
export function assessmentForm(): AssessmentForm {
  form ??= loadAssessmentForm(join(rootFolder, 'packs'))
  return form
}

const pack = 'cn-sh-draft-2024'
const parameter = 'ip.dormant.years'

/** After how many years a patent sleeps, and where that number comes from. */
export interface SleepingAfter {
  readonly years: number
  /** Of the pack that speaks of it: the text has no number, so it is a default of the platform. */
  readonly provenance: string
  readonly cite: string
}

/** The number of years as the newest revision of the pack has it; a list may ask for another one. */
export function sleepingAfter(): SleepingAfter {
  const found = lawOf(stackOf(pack)).packs.find(({ id }) => id === pack)
  const value = found?.parameters[parameter]?.values.at(-1)
  if (!value) throw new TypeError(`${pack} has no ${parameter}.`)
  const { provenance = 'text', cite } = value
  return { years: Number(value.value), provenance, cite: `sh-draft-2024#${cite}` }
}
