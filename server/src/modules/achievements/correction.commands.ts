import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { unpassedDay } from '../../platform/passed-day.ts'
import { type Author, amendRecord, recordOf } from '../../platform/register.ts'
import { disclosureLists } from '../policies/index.ts'
import {
  type AchievementAmendment,
  type AmendRefusals,
  amendAchievement,
  type Desk,
  missingFile,
} from './achievement.commands.ts'
import { achievementRegister } from './achievement.table.ts'
import type { AchievementFields, IntakeFields } from './achievement.ts'
import { decideFields, decideTold } from './disclosure.ts'
import { asRegistered } from './team.commands.ts'
import { type Dispute, decideTitle, type Holding, type TitleRefusals } from './title.ts'

/**
 * Corrects an achievement as a person does: what is told must still keep to the lists, with what stands
 * there already.
 */
export async function correctAchievement(
  tx: Tx,
  desk: Desk,
  by: Author,
  id: string,
  amendment: AchievementAmendment,
): Promise<Outcome<{ seq: number }, AmendRefusals>> {
  const stored = await recordOf(tx, achievementRegister, by.institution, id)
  if (!stored) return refuse('no-such-achievement', {})
  const { intake, ...before } = stored as unknown as AchievementFields & IntakeFields
  if (intake === 'merged') return refuse('merged-into-another', {})
  const { madeOn, registeredOn } = amendment.fields
  // What a ledger brought stays as it came until somebody gives another day.
  const days = {
    madeOn: madeOn === before.madeOn ? null : madeOn,
    registeredOn: registeredOn === before.registeredOn ? null : registeredOn,
  }
  const unpassed = unpassedDay(days, desk.clock.today())
  if (unpassed) return unpassed
  const given = Object.entries(amendment.fields).filter(([, value]) => value !== undefined)
  // A ledger's level stays as it came until somebody touches what it rests on.
  if (given.some(([field]) => toldFields.has(field))) {
    const kept = decideTold({ ...before, ...Object.fromEntries(given) }, disclosureLists())
    if (kept.kind === 'refused') return kept
  }
  const { inventors, transferFields } = amendment.fields
  const named = transferFields && decideFields(transferFields, disclosureLists())
  if (named?.kind === 'refused') return named
  if (inventors === undefined) return amendAchievement(tx, desk, by, id, amendment)
  // A ledger may know the month of a disclosure only; then today says who holds which post.
  const on = before.disclosedOn?.length === 10 ? before.disclosedOn : desk.clock.today()
  const team = await asRegistered(tx, by, inventors, on, before.inventors)
  if (team.kind === 'refused') return team
  const fields = { ...amendment.fields, inventors: team.value }
  return amendAchievement(tx, desk, by, id, { ...amendment, fields })
}

/** The fields that lists and evidence are asked of. */
const toldFields: ReadonlySet<string> = new Set([
  'maturityScale',
  'maturityLevel',
  'publicity',
  'publications',
  'thirdParties',
  'files',
])

/** Registers title anew: every holding with its evidence, every dispute with its end. */
export async function registerTitle(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq, ...title }: TitleOrder,
): Promise<Outcome<{ seq: number }, AmendRefusals & TitleRefusals>> {
  const stored = await recordOf(tx, achievementRegister, by.institution, id)
  if (stored?.['intake'] === 'merged') return refuse('merged-into-another', {})
  const decided = decideTitle(title.holdings, title.disputes, clock.today())
  if (decided.kind === 'refused') return decided
  const files = title.holdings.flatMap((holding) => holding.files)
  const lost = await missingFile(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const change = { fields: title, reason, expectedSeq, action: 'titled' }
  const amended = await amendRecord(tx, achievementRegister, clock, by, id, change)
  return amended ? accept(amended) : refuse('no-such-achievement', {})
}

interface TitleOrder {
  readonly holdings: readonly Holding[]
  readonly disputes: readonly Dispute[]
  readonly reason: string
  readonly expectedSeq?: number | undefined
}
