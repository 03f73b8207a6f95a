import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { putOut } from '../../platform/outbox.ts'
import { profileOf, saveProfile } from './institution.queries.ts'
import { chainOf } from './institution.table.ts'
import { type Profile, provinces } from './institution.ts'
import { standingsOf } from './standing.queries.ts'
import {
  heldOn,
  profileAspects,
  responsibilities,
  type Standing,
  type StandingAspect,
} from './standing.ts'
import type { NewStandingWire } from './standing.wire.ts'

type By = Pick<Caller, 'institution' | 'person' | 'name'>

/** Why a standing is not written. */
export interface StandingRefusals {
  'no-such-standing': Record<string, never>
  'day-ahead': { readonly from: string; readonly today: string }
  'code-unknown': { readonly codes: string }
  'standing-told': { readonly from: string }
  'file-not-stored': { readonly name: string }
}

const isInProfile = (aspect: StandingAspect): aspect is (typeof profileAspects)[number] =>
  (profileAspects as readonly string[]).includes(aspect)

/** Enters what an institution became on a day. The profile follows where it is the newest. */
export async function enterStanding(
  tx: Tx,
  clock: Clock,
  by: By,
  given: NewStandingWire,
): Promise<Outcome<{ id: string }, StandingRefusals>> {
  const { aspect, value, document, file } = given
  const { institution } = by
  const [from, today] = [given.from as Day, clock.today()]
  const codes = codesOf(aspect)
  if (codes && value !== null && !codes.includes(value))
    return refuse('code-unknown', { codes: codes.join('、') })
  // A law that begins to hold by itself in the night would be seen by nobody: it is entered on its day.
  if (from > today) return refuse('day-ahead', { from, today })
  await lockChain(tx, chainOf(institution))
  const known = await standingsOf(tx, institution)
  const same = known.find((one) => one.aspect === aspect && one.from === from)
  if (same) return refuse('standing-told', { from })
  if (file && (await storedFiles(tx, institution, [file.sha256])).length === 0) {
    return refuse('file-not-stored', { name: file.name })
  }

  // From here on the standing is entered.
  const profile = await profileOf(tx, institution)
  const before = heldOn(known, aspect, from) ?? { value: toldBefore(profile, aspect, value) }
  const id = newId()
  const turn = { id, aspect, value, was: before.value, from, document: document ?? null }
  await insertStanding(tx, clock, by, turn, file ?? null)
  await record(tx, clock, by, 'standingEntered', { aspect, value, from, document })
  await follow(tx, by, aspect, [...known, turn], today)
  return accept({ id })
}

/** Takes back a standing that was entered in error; it stays readable in the history. */
export async function annulStanding(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, StandingRefusals>> {
  const { institution } = by
  await lockChain(tx, chainOf(institution))
  const known = await standingsOf(tx, institution)
  const turn = known.find((one) => one.id === id)
  if (!turn) return refuse('no-such-standing', {})

  // From here on the standing is annulled.
  const today = clock.today()
  await tx
    .updateTable('institutionStanding')
    .set({ annulledOn: today })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  const { aspect, value, from } = turn
  await record(tx, clock, by, 'standingAnnulled', { aspect, value, from, reason })
  const rest = known.filter((one) => one !== turn)
  // With nothing left to tell the day, the profile holds what was before.
  const first = { ...turn, value: turn.was }
  await follow(tx, by, aspect, rest.some((one) => one.aspect === aspect) ? rest : [first], today)
  return accept({ id })
}

/** What the profile says of itself without a day, and what changes there from today on. */
export async function keepTurns(
  tx: Tx,
  clock: Clock,
  by: By,
  before: Profile,
  changes: readonly { readonly field: string; readonly to: unknown }[],
): Promise<void> {
  const today = clock.today()
  for (const { field, to } of changes) {
    const aspect = profileAspects.find((one) => one === field)
    if (aspect === undefined) continue
    const known = (await standingsOf(tx, by.institution)).filter((one) => one.aspect === aspect)
    // What is said for the first time says nothing of since when.
    if (known.length === 0 && before[aspect] === null) continue
    const same = known.find(({ from }) => from === today)
    if (same) {
      await tx
        .updateTable('institutionStanding')
        .set({ annulledOn: today })
        .where('institutionId', '=', by.institution)
        .where('id', '=', same.id)
        .execute()
    }
    const value = to as string | null
    const turn = { id: newId(), aspect, value, was: before[aspect], from: today, document: null }
    await insertStanding(tx, clock, by, turn, null)
  }
}

/** The codes of an aspect; undefined where any text will do. */
function codesOf(aspect: StandingAspect): readonly string[] | undefined {
  if (aspect === 'affiliation' || aspect in responsibilities) return undefined
  if (aspect === 'province') return Object.keys(provinces)
  return Object.keys(institutionLists().standings[aspect as 'level'])
}

/** The first turn of an aspect: what the profile said, unless that is what it became. */
function toldBefore(profile: Profile, aspect: StandingAspect, value: string | null): string | null {
  if (!isInProfile(aspect)) return null
  // Where cases are judged by a province already, its paper only names the day.
  if (aspect === 'province') return profile.province
  return profile[aspect] === value ? null : profile[aspect]
}

/** Has the profile say what holds today; another place or pilot is another law. */
async function follow(
  tx: Tx,
  { institution }: By,
  aspect: StandingAspect,
  standings: readonly Standing[],
  today: Day,
): Promise<void> {
  if (!isInProfile(aspect)) return
  const now = heldOn(standings, aspect, today)
  if (!now) return
  await saveProfile(tx, institution, { [aspect]: now.value })
  await putOut(tx, { institution, fact: 'institution.moved', body: {} })
}

async function insertStanding(
  tx: Tx,
  clock: Clock,
  by: By,
  { from, ...turn }: Standing,
  file: unknown,
): Promise<void> {
  await tx
    .insertInto('institutionStanding')
    .values({
      institutionId: by.institution,
      ...turn,
      fromDay: from,
      file: file === null ? null : JSON.stringify(file),
      annulledOn: null,
      enteredAt: clock.now(),
      enteredBy: by.person,
      enteredName: by.name,
    })
    .execute()
}

async function record(
  tx: Tx,
  clock: Clock,
  by: By,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { institution } = by
  const change = {
    action: `institution.${action}`,
    subject: institution,
    data,
    at: clock.now(),
    by,
  }
  await recordChange(tx, chainOf(institution).name, change)
}
