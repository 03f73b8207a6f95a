import { accept, InputError, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import { colleaguesOf } from '../../platform/account.ts'
import { type Tx, withRightsOf } from '../../platform/database.ts'
import type { Edit, Editable, EditedInMany, Editor } from '../../platform/editable.ts'
import { problemOf } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { addJobs, type Tasks } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { forbidden, Problem } from '../../platform/problem.ts'
import {
  chainOf,
  differences,
  type FieldChange,
  type Fields,
  recordsByIds,
  toFields,
} from '../../platform/register.ts'
import { settleSoon } from '../../platform/settling.ts'
import { tellProblem } from '../../platform/told-problem.ts'
import {
  insertRun,
  isUndone,
  itemsOf,
  type Named,
  namesOf,
  type RunRow,
  runOf,
  seqsOf,
  settleItem,
  takeItem,
} from './edit.queries.ts'
import type { EditRefusals } from './edit.refusals.ts'
import { type ChosenRecord, digestOf, mostRecords } from './edit.ts'
import { editables } from './sources.ts'

type Answer<Value> = Outcome<Value, EditRefusals>

/** The task that edits one record of a run. */
export const editTask = 'edits/record'

/** Somebody looks on: their edits go before what is merely to be told since then. */
const aheadMs = 50_000

/** The register of a kind, for somebody who may edit its records. */
export function editableFor({ roles }: Pick<Editor, 'roles'>, kind: string): Answer<Editable> {
  const found = editables.find(({ register }) => register.name === kind)
  if (!found) return refuse('no-such-kind', {})
  return found.access.some((role) => roles.includes(role))
    ? accept(found)
    : refuse('not-yours-to-edit', {})
}

/** The same, where its records are edited many at once. */
export function editableInMany(
  by: Pick<Editor, 'roles'>,
  kind: string,
): Answer<Editable & { readonly many: EditedInMany }> {
  const found = editableFor(by, kind)
  if (found.kind === 'refused') return found
  const { many } = found.value
  return many ? accept({ ...found.value, many }) : refuse('no-such-kind', {})
}

/** Changes as people read them: ids among the values become names. */
export async function toldChanges(
  tx: Tx,
  { namesIn }: Editable,
  institution: string,
  changes: readonly FieldChange[],
): Promise<FieldChange[]> {
  const names = await namesIn?.(tx, institution, changes)
  const told = (value: unknown) => names?.get(String(value)) ?? value
  return changes.map(({ field, from, to }) => ({ field, from: told(from), to: told(to) }))
}

/** What an edit would do to one record. */
export interface Foreseen extends Named {
  readonly seq: number
  readonly changes: readonly FieldChange[]
  readonly problem: Problem | undefined
}

/** Which records: some, or all that a filter of their list finds. */
export interface Choice {
  readonly ids?: readonly string[] | undefined
  readonly filter?: unknown
}

/**
 * What an edit would do to each record. It is tried on every one by the register's own command; whoever
 * calls gives the transaction up, so that nothing stays written.
 */
export async function foreseeEdits(
  tx: Tx,
  context: Context,
  editable: Editable & { readonly many: EditedInMany },
  by: Editor,
  { ids, filter }: Choice,
  fields: Fields,
): Promise<Answer<readonly Foreseen[]>> {
  const { register, many } = editable
  const chosen = ids ?? (await many.matching(tx, context, by, filter, mostRecords + 1))
  if (chosen.length > mostRecords) return refuse('too-many-records', {})
  const [records, names, seqs] = [
    new Map((await recordsByIds(tx, register, by.institution, chosen)).map((one) => [one.id, one])),
    await namesOf(tx, by.institution, register.name, chosen),
    await seqsOf(tx, by.institution, register, chosen),
  ]
  const known = chosen.filter((id) => records.has(id))
  if (known.length === 0) return refuse('nothing-chosen', {})
  const foreseen: Foreseen[] = []
  for (const id of known) {
    const name = names.get(id) ?? { id, label: null, title: id }
    const edited = await tryEdit(tx, context, editable, by, id, { fields, reason: '—' })
    const problem = edited instanceof Problem ? edited : undefined
    const differing = differences(records.get(id) ?? {}, fields)
    const changes = await toldChanges(tx, editable, by.institution, differing)
    foreseen.push({ ...name, seq: seqs.get(id) ?? 1, changes, problem })
  }
  return accept(foreseen)
}

/** An edit for several records, or the undoing of one. */
export interface EditOrder {
  readonly id: string
  readonly kind: string
  readonly fields: Fields
  readonly reason: string
  readonly undoes?: string
}

/**
 * Orders an edit of several records; the worker makes each in a transaction of its own.
 *
 * An order that comes again under its id is answered as the first time.
 */
export async function startEdits(
  tx: Tx,
  { clock }: Context,
  by: Editor,
  { id, undoes, ...order }: EditOrder,
  records: readonly ChosenRecord[],
): Promise<Answer<{ id: string }>> {
  const { institution, person, name } = by
  const digest = digestOf({ ...order, undoes, records })
  const known = await runOf(tx, institution, id)
  if (known) {
    const isSame = known.digest === digest && known.personId === person
    return isSame ? accept({ id }) : refuse('other-order', {})
  }

  // From here on it is ordered.
  const at = clock.now()
  const run = { institutionId: institution, id, personId: person, personName: name, ...order }
  const entered = await insertRun(
    tx,
    { ...run, digest, undoes: undoes ?? null, startedAt: at },
    records,
  )
  // Somebody sent the same at the same moment, and was first.
  if (!entered) return accept({ id })
  const jobs = records.map((one) => ({
    institution,
    task: editTask,
    payload: { run: id, record: one.id },
    at: new Date(at.getTime() - aheadMs),
    key: `${editTask}/${id}/${one.id}`,
  }))
  await addJobs(tx, jobs)
  await settleSoon(tx, institution, at)
  return accept({ id })
}

/** Takes back all that a run did, as long as nothing was changed since. */
export async function undoEdits(
  tx: Tx,
  context: Context,
  by: Editor,
  run: RunRow,
  order: { readonly id: string; readonly reason: string },
): Promise<Answer<{ id: string }>> {
  const items = await itemsOf(tx, by.institution, run.id)
  if (items.some(({ state }) => state === 'waiting')) return refuse('still-running', {})
  const done = items.filter(({ state }) => state === 'recorded')
  const register = editables.find((one) => one.register.name === run.kind)?.register
  if (!register || done.length === 0) return refuse('nothing-to-restore', {})
  const ids = done.map(({ recordId }) => recordId)
  const seqs = await seqsOf(tx, by.institution, register, ids)
  const changed = done.filter(({ recordId, seq }) => seqs.get(recordId) !== seq)
  const isSent = (await runOf(tx, by.institution, order.id)) !== undefined
  if (changed.length > 0 && !isSent) {
    const names = await namesOf(tx, by.institution, run.kind, ids)
    const called = changed.slice(0, 5).map(({ recordId }) => {
      const name = names.get(recordId)
      return name?.label ?? name?.title ?? recordId
    })
    return refuse('changed-since', { names: called.join('、') })
  }
  if (!isSent && (await isUndone(tx, by.institution, run.id))) return refuse('still-running', {})
  const records = done.map(({ recordId, seq }) => ({ id: recordId, expectedSeq: seq ?? 0 }))
  const { kind, fields } = run
  return startEdits(tx, context, by, { ...order, kind, fields, undoes: run.id }, records)
}

/** Edits one record at a time; the job and what it writes are one transaction. */
export function editTasks(context: Context): Tasks {
  return {
    [editTask]: async (tx, { institution, payload }) => {
      const [run, id] = [String(payload['run']), String(payload['record'])]
      const item = await takeItem(tx, institution, run, id)
      const known = await runOf(tx, institution, run)
      if (!known || item?.state !== 'waiting') return
      const edited = await editOne(tx, context, known, id, item.expectedSeq)
      await settleItem(tx, { institution, run, id }, settled(edited, item), context.clock.now())
    },
  }
}

function settled(
  edited: { readonly seq: number } | Problem,
  before: { readonly expectedSeq: number },
) {
  if (edited instanceof Problem) return { state: 'refused' as const, problem: tellProblem(edited) }
  if (edited.seq === before.expectedSeq) return { state: 'same' as const }
  return { state: 'recorded' as const, seq: edited.seq }
}

async function editOne(
  tx: Tx,
  context: Context,
  run: RunRow,
  id: string,
  expectedSeq: number,
): Promise<{ readonly seq: number } | Problem> {
  const { institutionId: institution, personId: person, personName: name, reason } = run
  // Roles may have ended since the order was given: what counts is what is held now.
  const colleagues = await colleaguesOf(tx, context.clock, institution)
  const author = colleagues.find((one) => one.person === person)
  const caller = { institution, person, name, roles: author?.roles ?? [] }
  const editable = editableFor(caller, run.kind)
  if (!author || editable.kind === 'refused') return forbidden(gone)
  return withRightsOf(tx, caller, async () => {
    const fields = run.undoes
      ? await fieldsBefore(tx, editable.value, institution, id, expectedSeq)
      : run.fields
    return tryEdit(tx, context, editable.value, caller, id, { fields, reason, expectedSeq })
  })
}

/** The fields as they were before an entry that changed them. */
async function fieldsBefore(
  tx: Tx,
  { register }: Editable,
  institution: string,
  id: string,
  seq: number,
): Promise<Fields> {
  const { items } = await historyOf(tx, { institution, name: chainOf(register, id) })
  const entry = items.find((one) => one.seq === seq)
  const changes = entry?.changes.filter(({ from }) => from !== undefined) ?? []
  return toFields(changes.map(({ field, from }) => ({ field, from: null, to: from })))
}

async function tryEdit(
  tx: Tx,
  context: Context,
  editable: Editable,
  by: Editor,
  id: string,
  edit: Edit,
): Promise<{ readonly seq: number } | Problem> {
  await sql`savepoint edit`.execute(tx)
  try {
    return await editable.edit(tx, context, by, id, edit)
  } catch (error) {
    if (!(error instanceof Problem || error instanceof InputError)) throw error
    // Whatever it had begun to write is not kept.
    await sql`rollback to savepoint edit`.execute(tx)
    return problemOf(error)
  }
}

const gone = {
  zh: '下达者的账号已停用或已无此权限，未更正。',
  en: 'Whoever ordered it has no account or right for it any more; nothing was edited.',
}
