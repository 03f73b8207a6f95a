import { accept, compare, type Outcome, percent, refuse } from '@yizhuan/kit'
import type { WorkloadLists } from '@yizhuan/law'
import { type DayRefusals, earliestDay, unpassedDay } from '../../platform/passed-day.ts'
import { isAboveWhole, sharesOn, whoIn } from './work-shares.ts'

// The ledger of work (gd-2025#a22.p1): entries about people in a project, never changed. A later entry
// corrects an earlier one; whoever it is about confirms it or disputes it.

/** A source of money of a project; research with it began on a day, which the kind of money decides. */
export interface Funding {
  readonly kind: 'public' | 'enterprise' | 'own'
  readonly name: string
  readonly amountFen: string | null
  readonly startedOn: string | null
}

export interface ProjectFields {
  readonly number: string
  readonly title: string
  readonly leader: string
  readonly leaderPerson: string | null
  readonly funding: readonly Funding[]
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly achievements: readonly string[]
  readonly remark: string | null
}

/** An entry as somebody makes it. */
export interface NewEntry {
  readonly kind: string
  readonly onDay: string
  readonly personId: string | null
  readonly personName: string
  readonly words: string
  readonly share: string | null
  readonly corrects: string | null
}

/** An entry that is there. */
export interface KnownEntry extends NewEntry {
  readonly id: string
  readonly madeBy: string
  readonly correctedBy: string | null
}

/** Why an entry is not taken. */
export interface EntryRefusals extends DayRefusals {
  'unknown-entry-kind': { readonly known: string }
  'share-missing': Record<string, never>
  'share-unasked': Record<string, never>
  'not-about-oneself': Record<string, never>
  'no-such-entry': Record<string, never>
  'entry-corrected': Record<string, never>
  'corrects-another': Record<string, never>
  'never-joined': { readonly name: string; readonly kind: string; readonly kindEn: string }
  'joined-already': { readonly name: string; readonly since: string }
  'shares-above-whole': { readonly sum: string; readonly onDay: string }
}

/** How somebody stands to a project. */
export type Standing = 'keeper' | 'leader' | 'participant' | 'reader' | 'none'

/** Whether an entry may stand: of a known kind, not ahead, by somebody who may say it. */
export function decideEntry(
  entry: NewEntry,
  {
    lists,
    known,
    today,
    began,
    by,
    standing,
    leader,
    isMeant = false,
  }: {
    readonly lists: WorkloadLists
    readonly known: readonly KnownEntry[]
    readonly today: string
    /** The first day of the project, as far as it is known. */
    readonly began: string | null
    readonly by: string
    readonly standing: Standing
    /** Who leads the project takes part in it from its first day. */
    readonly leader: Pick<ProjectFields, 'leader' | 'leaderPerson'>
    /** Whoever tells it knows what is odd about it: that shares come to more than the whole, or that somebody joins twice. */
    readonly isMeant?: boolean
  },
): Outcome<true, EntryRefusals> {
  const kind = lists.entries.find(({ code }) => code === entry.kind)
  if (!kind) {
    return refuse('unknown-entry-kind', { known: lists.entries.map(({ code }) => code).join(', ') })
  }
  const unpassed = unpassedDay({ onDay: entry.onDay }, today, began ?? earliestDay)
  if (unpassed) return unpassed
  if (kind.asksShare && entry.share === null) return refuse('share-missing', {})
  if (!kind.asksShare && entry.share !== null) return refuse('share-unasked', {})
  // Who takes part says what they did themselves; who leads or keeps the ledger speaks of everybody.
  const speaksOfAll = standing === 'keeper' || standing === 'leader'
  if (!speaksOfAll && entry.personId !== by) return refuse('not-about-oneself', {})
  const wrong = wrongCorrection(entry, known)
  if (wrong) return wrong
  // What is corrected stands no more.
  const others = known.filter(
    ({ id, correctedBy }) => id !== entry.corrects && correctedBy === null,
  )
  const no = unended(entry, others, lists, leader)
  if (no) return no
  const since = isMeant ? undefined : joinedAlready(entry, others, lists)
  if (since !== undefined) return refuse('joined-already', { name: entry.personName, since })
  return aboveWhole(entry, others, lists, isMeant)
}

/** Why an entry does not correct what it says it does. */
function wrongCorrection(entry: NewEntry, known: readonly KnownEntry[]) {
  if (entry.corrects === null) return undefined
  const earlier = known.find(({ id }) => id === entry.corrects)
  if (!earlier) return refuse('no-such-entry', {})
  if (earlier.correctedBy !== null) return refuse('entry-corrected', {})
  const isSamePerson =
    earlier.personId === null
      ? earlier.personName === entry.personName
      : earlier.personId === entry.personId
  return earlier.kind === entry.kind && isSamePerson ? undefined : refuse('corrects-another', {})
}

/** Nobody leaves a project who has not joined it by then, or has left it since. */
function unended(
  entry: NewEntry,
  others: readonly KnownEntry[],
  { entries: kinds }: WorkloadLists,
  { leader, leaderPerson }: Pick<ProjectFields, 'leader' | 'leaderPerson'>,
) {
  const begun = kinds.find(({ code }) => code === entry.kind)?.ends
  if (begun === undefined) return undefined
  const leads =
    leaderPerson === null ? entry.personName === leader : entry.personId === leaderPerson
  const own = others.filter((one) => whoIn(one) === whoIn(entry) && one.onDay <= entry.onDay)
  const told = (kind: string) => own.filter((one) => one.kind === kind).length
  if (told(begun) + (leads ? 1 : 0) > told(entry.kind)) return undefined
  const label = kinds.find(({ code }) => code === begun)?.label ?? { zh: begun, en: begun }
  return refuse('never-joined', { name: entry.personName, kind: label.zh, kindEn: label.en })
}

/** Since when somebody takes part already who is told to join once more, and has not left in between. */
function joinedAlready(
  entry: NewEntry,
  others: readonly KnownEntry[],
  { entries: kinds }: WorkloadLists,
): string | undefined {
  const leaving = kinds.find(({ ends }) => ends === entry.kind)?.code
  if (leaving === undefined) return undefined
  const own = others.filter((one) => whoIn(one) === whoIn(entry) && one.onDay <= entry.onDay)
  const joined = own.filter(({ kind }) => kind === entry.kind)
  const left = own.filter(({ kind }) => kind === leaving).length
  return joined.length > left ? joined.at(-1)?.onDay : undefined
}

/** Shares of more than the whole on one day are a mistake more often than not: whoever means it says so. */
function aboveWhole(
  entry: NewEntry,
  others: readonly KnownEntry[],
  lists: WorkloadLists,
  isMeant: boolean,
): Outcome<true, EntryRefusals> {
  if (entry.share === null || isMeant) return accept(true)
  const leaving = endings(lists)
  // What is told of a day in the past counts on from there, also where others were told later.
  const later = others.flatMap(({ share, onDay }) =>
    share !== null && onDay > entry.onDay ? [onDay] : [],
  )
  for (const onDay of [entry.onDay, ...later.toSorted()]) {
    const sum = sharesOn([...others, entry], onDay, leaving)
    const isOfIt = onDay === entry.onDay || compare(sum, sharesOn(others, onDay, leaving)) > 0
    if (isAboveWhole(sum) && isOfIt) {
      return refuse('shares-above-whole', { sum: percent(sum), onDay })
    }
  }
  return accept(true)
}

/** The kinds of entries with which somebody takes part no more. */
export function endings({ entries }: WorkloadLists): ReadonlySet<string> {
  return new Set(entries.flatMap(({ code, ends }) => (ends === undefined ? [] : [code])))
}

/** What an act that cites an entry keeps of it, as it is hashed. */
export function citedOf(project: string, entry: NewEntry & { readonly id: string }) {
  const { id, kind, onDay, personId, personName, words, share, corrects } = entry
  return { project, id, kind, onDay, personId, personName, words, share, corrects }
}

/** Why an answer to an entry is not taken. */
export interface AnswerRefusals {
  'no-such-entry': Record<string, never>
  'not-about-you': Record<string, never>
  'own-entry': Record<string, never>
  'entry-corrected': Record<string, never>
  'answered-already': Record<string, never>
  'dispute-without-words': Record<string, never>
}

/** Whether somebody may confirm or dispute an entry: one about them that another made. */
export function decideAnswer(
  entry: (KnownEntry & { readonly answer: string | null }) | undefined,
  by: string,
  { answer, words }: { readonly answer: 'confirmed' | 'disputed'; readonly words: string | null },
): Outcome<true, AnswerRefusals> {
  if (!entry) return refuse('no-such-entry', {})
  if (entry.personId !== by) return refuse('not-about-you', {})
  if (entry.madeBy === by) return refuse('own-entry', {})
  if (entry.correctedBy !== null) return refuse('entry-corrected', {})
  if (entry.answer !== null) return refuse('answered-already', {})
  if (answer === 'disputed' && words === null) return refuse('dispute-without-words', {})
  return accept(true)
}
