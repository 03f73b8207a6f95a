// What a case repeats of a disclosure is read by those who read the disclosure; the rest of it by all.
import { NOT_SHOWN } from '@yizhuan/procedures'
import type { Caller, Tx } from '../../platform/database.ts'
import { achievementOf, readsAll, readsWhole } from '../achievements/index.ts'
import type { ShownEntry } from './closed.reading.ts'

/** What the act that discloses an achievement tells of it, before anything is filed for. */
const groups = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need'] as const

type Team = Parameters<typeof readsWhole>[2]['inventors']
type Reader = Pick<Caller, 'institution' | 'person' | 'roles'>

/** The record without what a disclosure in it says, for whom that is not to know. */
export async function withoutTold(
  tx: Tx,
  reader: Reader,
  entries: readonly ShownEntry[],
): Promise<readonly ShownEntry[]> {
  // Who told something knows it; what others told they do not learn by telling more.
  const isKept = (entry: ShownEntry) => isTold(entry) && entry.by.person !== reader.person
  if (!entries.some(isKept) || (await readsTold(tx, reader, entries))) return entries
  return entries.map((entry) => {
    if (!isKept(entry)) return entry
    const hidden = groups.filter((group) => entry.data[group] !== undefined)
    // That it was told stays: by that the law judges the case, for every reader alike.
    const data = { ...entry.data, ...Object.fromEntries(hidden.map((group) => [group, NOT_SHOWN])) }
    // Marked, so that a page does not take what it cannot check for a record that was tampered with.
    return { ...entry, data, files: [], withheld: true }
  })
}

/** Whether an act of this kind tells what an achievement is. */
export const tellsAchievement = (type: string): boolean => type === 'disclosed'

const isTold = ({ type, data, files }: ShownEntry): boolean =>
  tellsAchievement(type) && (files.length > 0 || groups.some((group) => data[group] !== undefined))

/** Whether somebody reads what was told: as of the disclosure itself, and whoever is of the team. */
async function readsTold(tx: Tx, reader: Reader, entries: readonly ShownEntry[]): Promise<boolean> {
  if (readsAll(reader)) return true
  const opened = entries[0]?.data ?? {}
  const team = Array.isArray(opened['team']) ? (opened['team'] as Team) : []
  if (await readsWhole(tx, reader, { disclosedBy: null, inventors: team })) return true
  const about = opened['achievementId']
  if (typeof about !== 'string') return false
  const one = await achievementOf(tx, reader.institution, about)
  return one !== undefined && (await readsWhole(tx, reader, one))
}
