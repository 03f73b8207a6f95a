import { accept, type Outcome, refuse } from '@yizhuan/kit'
import {
  type Edit,
  fingerprint,
  nodeAt,
  subjectOf,
  type TextEdit,
  wordsOf,
} from '@yizhuan/law-authoring'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { expectSeq, lockChain, recordChange } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { putOut } from '../../../platform/outbox.ts'
import { sealed, toStored } from '../packs/documents.ts'
import { allPacks } from '../packs/packs.ts'
import { lawTextOf } from '../texts/text-import.queries.ts'
import type { Check } from './amendment.check.ts'
import { documentsOf, firstEdits, newestRevision, waitingRelease } from './amendment.documents.ts'
import {
  amendmentOf,
  amendmentsOnTheWay,
  insertAmendment,
  updateAmendment,
} from './amendment.queries.ts'
import {
  type Amendment,
  type AmendmentChange,
  type AmendmentRefusals,
  giveBack,
  mayEdit,
  publish,
  submit,
  withAuthor,
  withdraw,
  withEdit,
  withoutEdit,
} from './amendment.ts'
import { changesOf } from './amendment.view.ts'
import { insertPublished, institutionIds, keepsLaw, refreshRevisions } from './revision.queries.ts'

type By = Pick<Caller, 'institution' | 'person' | 'name'>
type Answer<Value = Amendment> = Promise<Outcome<Value, AmendmentRefusals>>

/** The chain in which every step of a pack's amendments is recorded. */
const registerOf = (pack: string) => `law/${pack}`

/** Begins an amendment of a pack; one at a time. */
export async function beginAmendment(tx: Tx, clock: Clock, by: By, pack: string): Answer {
  if (!(await keepsLaw(tx, by.institution))) return refuse('not-the-keeper', {})
  if (!allPacks().some(({ id }) => id === pack)) return refuse('no-such-pack', { pack })
  await lockChain(tx, { institution: by.institution, name: registerOf(pack) })
  await refreshRevisions(tx)
  const waiting = (await amendmentsOnTheWay(tx, by.institution)).find((one) => one.pack === pack)
  if (waiting) {
    const names = waiting.authors.map(({ name }) => name).join('、')
    return refuse('another-amendment-waits', { names })
  }

  // From here on it is begun.
  const origin = waitingRelease(pack) ? 'release' : 'newest'
  const amendment: Amendment = {
    id: newId(),
    pack,
    origin,
    state: 'open',
    seq: 1,
    edits: await firstEdits(tx, pack, origin),
    authors: [{ person: by.person, name: by.name }],
    change: null,
    note: null,
    base: newestRevision(pack)?.revision ?? null,
    returned: null,
    begunOn: clock.today(),
  }
  await insertAmendment(tx, by.institution, amendment, clock.now())
  await recordStep(tx, clock, by, amendment, 'amendment.begun', { origin, base: amendment.base })
  return accept(amendment)
}

/** Puts an edit to an amendment. */
export async function editAmendment(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  given: EditGiven,
  seq: number,
): Answer {
  const found = await amendmentToEdit(tx, by, id, seq)
  if (found.kind === 'refused') return found
  const before = found.value
  const edit = given.kind === 'text' ? await readAnew(tx, by.institution, given) : given
  if (!edit) return refuse('no-text-at-hand', { at: given.kind === 'text' ? given.at : '' })
  const edits = withEdit(before.edits, edit)
  const { after } = documentsOf({ ...before, edits })
  const lost = after.problems.find(({ where }) => where === subjectOf(edit))
  if (lost) return refuse('edit-not-applicable', { subject: lost.where })

  // From here on it is edited.
  const authors = withAuthor(before.authors, { person: by.person, name: by.name })
  const amendment = { ...before, edits, authors }
  await updateAmendment(tx, by.institution, amendment, clock.now())
  await recordStep(tx, clock, by, amendment, 'amendment.edited', { edit })
  return accept({ ...amendment, seq: before.seq + 1 })
}

/** An edit as it comes in: of a clause read anew only where it stands. */
export type EditGiven = Exclude<Edit, { kind: 'text' }> | Omit<TextEdit, 'print'>

/** The clause as the text at hand has it. */
async function readAnew(
  tx: Tx,
  institution: string,
  given: Omit<TextEdit, 'print'>,
): Promise<TextEdit | undefined> {
  const text = await lawTextOf(tx, institution, given.source)
  const node = text && nodeAt(text, given.at)
  if (!text || !node || 'error' in node) return undefined
  return { ...given, print: fingerprint(wordsOf(text, node)) }
}

/** Takes an edit back. */
export async function undoEdit(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  subject: string,
  seq: number,
): Answer {
  const found = await amendmentToEdit(tx, by, id, seq)
  if (found.kind === 'refused') return found
  const before = found.value
  const authors = withAuthor(before.authors, { person: by.person, name: by.name })
  const amendment = { ...before, edits: withoutEdit(before.edits, subject), authors }
  await updateAmendment(tx, by.institution, amendment, clock.now())
  await recordStep(tx, clock, by, amendment, 'amendment.editUndone', { subject })
  return accept({ ...amendment, seq: before.seq + 1 })
}

/** Puts an amendment before a second person. */
export async function submitAmendment(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  given: { readonly seq: number; readonly change: AmendmentChange; readonly note: string },
  check: Check,
): Answer {
  const found = await lockedAmendment(tx, by, id, given.seq)
  if (found.kind === 'refused') return found
  const decision = submit(found.value, check)
  if (decision.kind === 'refused') return decision

  // From here on it is submitted.
  const { change, note } = given
  const base = newestRevision(found.value.pack)?.revision ?? null
  const authors = withAuthor(found.value.authors, { person: by.person, name: by.name })
  const amendment = { ...found.value, state: decision.value, change, note, base, authors }
  await updateAmendment(tx, by.institution, amendment, clock.now())
  await recordStep(tx, clock, by, amendment, 'amendment.submitted', { change, note, base })
  return accept({ ...amendment, seq: given.seq + 1 })
}

/** Publishes a submitted amendment: from now on its revision judges what begins, and is never changed. */
export async function publishAmendment(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  seq: number,
  check: Check,
): Answer<{ readonly pack: string; readonly revision: number; readonly hash: string }> {
  const found = await lockedAmendment(tx, by, id, seq)
  if (found.kind === 'refused') return found
  const amendment = found.value
  const { pack, edits, authors, change, note, origin } = amendment
  const newest = newestRevision(pack)?.revision ?? 0
  const decision = publish(amendment, by.person, newest, check)
  if (decision.kind === 'refused') return decision
  const { before, after, number } = documentsOf(amendment)

  // From here on it is published.
  const { content, hash } = sealed(after.source)
  const releaseHash = origin === 'release' ? (waitingRelease(pack)?.hash ?? null) : null
  await insertPublished(tx, {
    revision: { pack, revision: number, hash, releaseHash, content },
    documents: toStored(after),
    changes: changesOf(before, edits),
    amendment,
    base: newest,
    reviewer: by,
    on: clock.today(),
    at: clock.now(),
  })
  await updateAmendment(tx, by.institution, { ...amendment, state: 'published' }, clock.now())
  await recordStep(tx, clock, by, amendment, 'law.revisionPublished', {
    revision: number,
    hash,
    base: newest,
    releaseHash,
    change,
    note,
    authors,
    edits,
  })
  const body = { pack, revision: number, hash }
  const all = await institutionIds(tx)
  await putOut(
    tx,
    ...all.map((institution) => ({ institution, fact: 'law.revisionPublished', body })),
  )
  return accept({ pack, revision: number, hash })
}

/** Gives a submitted amendment back to its authors, or drops it. */
export async function turnDown(
  tx: Tx,
  clock: Clock,
  by: By,
  id: string,
  given: {
    readonly outcome: 'returned' | 'withdrawn'
    readonly seq: number
    readonly reason: string
  },
): Answer {
  const found = await lockedAmendment(tx, by, id, given.seq)
  if (found.kind === 'refused') return found
  const { outcome, reason, seq } = given
  const decision = outcome === 'returned' ? giveBack(found.value, by.person) : withdraw(found.value)
  if (decision.kind === 'refused') return decision

  // From here on it is turned down.
  const returned = { name: by.name, on: clock.today(), reason }
  const amendment = { ...found.value, state: decision.value, returned }
  await updateAmendment(tx, by.institution, amendment, clock.now())
  await recordStep(tx, clock, by, amendment, `amendment.${outcome}`, { reason })
  return accept({ ...amendment, seq: seq + 1 })
}

async function amendmentToEdit(tx: Tx, by: By, id: string, seq: number): Answer {
  const found = await lockedAmendment(tx, by, id, seq)
  if (found.kind === 'refused') return found
  const open = mayEdit(found.value)
  return open.kind === 'refused' ? open : found
}

/** The chain's lock comes first: of two who act at once the second sees what the first did. */
async function lockedAmendment(tx: Tx, by: By, id: string, seq: number): Answer {
  const seen = await amendmentOf(tx, by.institution, id)
  if (!seen) return refuse('amendment-not-found', {})
  await lockChain(tx, { institution: by.institution, name: registerOf(seen.pack) })
  await refreshRevisions(tx)
  const amendment = (await amendmentOf(tx, by.institution, id)) ?? seen
  await expectSeq({ seq: amendment.seq, hash: '' }, seq, async () => [])
  return accept(amendment)
}

function recordStep(
  tx: Tx,
  clock: Clock,
  by: By,
  { id, pack }: Amendment,
  action: string,
  data: Readonly<Record<string, unknown>>,
) {
  const change = { action, subject: id, data: { pack, ...data }, at: clock.now(), by }
  return recordChange(tx, registerOf(pack), change)
}
