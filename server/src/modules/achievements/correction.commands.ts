import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { historyOf, valueBefore } from '../../platform/history.ts'
import { type Author, amendRecord, chainOf, type Given, recordOf } from '../../platform/register.ts'
import { disclosureLists } from '../policies/index.ts'
import {
  type AchievementAmendment,
  type AmendRefusals,
  amendAchievement,
  type Desk,
  missingFile,
} from './achievement.commands.ts'
import { achievementRegister, fieldColumns } from './achievement.table.ts'
import type { AchievementFields, IntakeFields } from './achievement.ts'
import { decideTold } from './disclosure.ts'
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
  const given = Object.entries(amendment.fields).filter(([, value]) => value !== undefined)
  // A ledger's level stays as it came until somebody touches what it rests on.
  if (given.some(([field]) => toldFields.has(field))) {
    const kept = decideTold({ ...before, ...Object.fromEntries(given) }, disclosureLists())
    if (kept.kind === 'refused') return kept
  }
  return amendAchievement(tx, desk, by, id, amendment)
}

/** Puts a field back to what it was before an entry of the history; as any correction, with a reason. */
export async function restoreField(
  tx: Tx,
  desk: Desk,
  by: Author,
  id: string,
  { seq, field, ...why }: Restoration,
): Promise<Outcome<{ seq: number }, AmendRefusals & TitleRefusals>> {
  const chain = { institution: by.institution, name: chainOf(achievementRegister, id) }
  const before = valueBefore(await historyOf(tx, chain), seq, field)
  if (!before || !restorable.has(field)) return refuse('no-such-entry', {})
  const fields = { [field]: before.value } as Given<AchievementFields>
  if (field !== 'holdings' && field !== 'disputes') {
    return correctAchievement(tx, desk, by, id, { fields, ...why })
  }
  const stored = await recordOf(tx, achievementRegister, by.institution, id)
  const { holdings, disputes } = { ...(stored as unknown as AchievementFields), ...fields }
  return registerTitle(tx, desk.clock, by, id, { holdings, disputes, ...why } as TitleOrder)
}

interface Restoration {
  readonly seq: number
  readonly field: string
  readonly reason: string
  readonly expectedSeq: number
}

/** Whatever people correct can be put back; identity numbers are sealed and cannot. */
const restorable: ReadonlySet<string> = new Set(fieldColumns)

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
  readonly expectedSeq: number
}
