import type { Outcome } from '@yizhuan/kit'
import type { z } from 'zod'
import { callerOf, mayUse } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import type { Editable, EditedInMany } from '../../platform/editable.ts'
import { langOf } from '../../platform/errors.ts'
import { fieldErrors } from '../../platform/field-errors.ts'
import type { App, Context } from '../../platform/module.ts'
import { malformed, problemBody } from '../../platform/problem.ts'
import type { Fields } from '../../platform/register.ts'
import { toldProblem } from '../../platform/told-problem.ts'
import {
  editableFor,
  editableInMany,
  foreseeEdits,
  startEdits,
  toldChanges,
  undoEdits,
} from './edit.commands.ts'
import { isUndone, itemsOf, namesOf, type RunRow, runOf, runsOf } from './edit.queries.ts'
import { type EditRefusals, toProblem } from './edit.refusals.ts'
import { progressOf } from './edit.ts'
import {
  EditKindsWire,
  EditPreviewWire,
  EditRunsWire,
  EditRunWire,
  EditsStartedWire,
  ForeseeEditsWire,
  RestorationWire,
  RestoredWire,
  RestoreParamsWire,
  RestoreQueryWire,
  RestoreRecordWire,
  RunParamsWire,
  StartEditsWire,
  UndoEditsWire,
} from './edit.wire.ts'
import { foreseeRestoration, restoreRecord } from './restore.commands.ts'
import { editables } from './sources.ts'

const tags = ['edits']
// Whose records one may edit each register says for itself.
const config = { access: 'signedIn' } as const

/** Edits of several records, and putting one back, for every register whose records people edit. */
export function editRoutes(app: App, context: Context): void {
  foreseeing(app, context)
  ordering(app, context)
  following(app, context)
  restoring(app, context)
}

function foreseeing(app: App, context: Context): void {
  app.get(
    '/edits/kinds',
    { config, schema: { tags, response: { 200: EditKindsWire } } },
    async (request) => {
      const caller = callerOf(request)
      const mine = editables.filter(({ access }) => mayUse(caller, access))
      return { items: mine.map(shownKind) }
    },
  )

  app.post(
    '/edits/preview',
    { config, schema: { tags, body: ForeseeEditsWire, response: { 200: EditPreviewWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { kind, ids, filter } = request.body
      const editable = accepted(editableInMany(caller, kind))
      const fields = parsed(editable.many, request.body.fields)
      const choice = { ids, filter: ids ? undefined : parsedFilter(editable.many, filter) }
      if (choice.filter !== undefined) await app.settling.get(kind)?.settle(caller)
      const foreseen = accepted(
        await withoutTrace(context, caller, (tx) =>
          foreseeEdits(tx, context, editable, caller, choice, fields),
        ),
      )
      const lang = langOf(request)
      return {
        items: foreseen.map(({ changes, problem, ...one }) => ({
          ...one,
          changes: [...changes],
          ...(problem && {
            problem: problemBody(problem, lang, `/api/v1/edits/${kind}/${one.id}`),
          }),
        })),
      }
    },
  )
}

const shownKind = ({ register, many }: Editable) => ({
  kind: register.name,
  fields: (many?.alike ?? []).map(({ choices, mayBeEmpty = false, ...one }) => ({
    ...one,
    mayBeEmpty,
    ...(choices && { choices: [...choices] }),
  })),
})

/** Thrown so that the transaction is given up; it carries what was found. */
class NothingStays<Value> {
  readonly value: Value

  constructor(value: Value) {
    this.value = value
  }
}

/** Does work that writes and keeps nothing of what it wrote. */
async function withoutTrace<Value>(
  { db }: Context,
  caller: Caller,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  try {
    return await asCaller(db, caller, async (tx) => {
      throw new NothingStays(await work(tx))
    })
  } catch (thrown) {
    if (thrown instanceof NothingStays) return thrown.value
    throw thrown
  }
}

function ordering(app: App, context: Context): void {
  const { db } = context
  app.post(
    '/edits',
    { config, schema: { tags, body: StartEditsWire, response: { 202: EditsStartedWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { records, ...order } = request.body
      const { many } = accepted(editableInMany(caller, order.kind))
      const fields = parsed(many, order.fields)
      const outcome = await asCaller(db, caller, (tx) =>
        startEdits(tx, context, caller, { ...order, fields }, records),
      )
      return reply.code(202).send(accepted(outcome))
    },
  )

  app.post(
    '/edits/:id/undo',
    {
      config,
      schema: {
        tags,
        params: RunParamsWire,
        body: UndoEditsWire,
        response: { 202: EditsStartedWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, async (tx) => {
        const run = await runFor(tx, caller, request.params.id)
        return undoEdits(tx, context, caller, run, request.body)
      })
      return reply.code(202).send(accepted(outcome))
    },
  )
}

function following(app: App, { db }: Context): void {
  app.get('/edits', { config, schema: { tags, response: { 200: EditRunsWire } } }, (request) => {
    const caller = callerOf(request)
    const lang = langOf(request)
    return asReader(db, caller, async (tx) => {
      const runs = await runsOf(tx, caller.institution, caller.person)
      const shown = await Promise.all(runs.map((run) => shownRun(tx, caller, run, lang)))
      return { items: shown.map(({ items: _items, ...run }) => run) }
    })
  })

  app.get(
    '/edits/:id',
    { config, schema: { tags, params: RunParamsWire, response: { 200: EditRunWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) =>
        shownRun(tx, caller, await runFor(tx, caller, request.params.id), langOf(request)),
      )
    },
  )
}

function restoring(app: App, context: Context): void {
  const { db } = context
  app.get(
    '/edits/:kind/:id/restoration',
    {
      config,
      schema: {
        tags,
        params: RestoreParamsWire,
        querystring: RestoreQueryWire,
        response: { 200: RestorationWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { kind, id } = request.params
      const editable = accepted(editableFor(caller, kind))
      return asReader(db, caller, async (tx) => {
        const { institution } = caller
        const foreseen = await foreseeRestoration(tx, editable, institution, id, request.query)
        const { seq, changes, kept } = accepted(foreseen)
        const told = await toldChanges(tx, editable, institution, changes)
        return { seq, changes: told, kept: [...kept] }
      })
    },
  )

  app.post(
    '/edits/:kind/:id/restoration',
    {
      config,
      schema: {
        tags,
        params: RestoreParamsWire,
        body: RestoreRecordWire,
        response: { 200: RestoredWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { kind, id } = request.params
      const editable = accepted(editableFor(caller, kind))
      const outcome = await asCaller(db, caller, (tx) =>
        restoreRecord(tx, context, editable, caller, id, request.body),
      )
      return accepted(outcome)
    },
  )
}

/** A run of a register whose records the caller may edit. */
async function runFor(tx: Tx, caller: Caller, id: string): Promise<RunRow> {
  const run = await runOf(tx, caller.institution, id)
  if (!run) throw toProblem({ code: 'no-such-run', facts: {} })
  accepted(editableFor(caller, run.kind))
  return run
}

async function shownRun(tx: Tx, caller: Caller, run: RunRow, lang: 'zh' | 'en') {
  const { id, kind, fields, reason, personName, startedAt, undoes } = run
  const rows = await itemsOf(tx, caller.institution, id)
  const ids = rows.map(({ recordId }) => recordId)
  const names = await namesOf(tx, caller.institution, kind, ids)
  const progress = progressOf(rows)
  const isOver = progress.waiting === 0 && progress.recorded > 0
  return {
    id,
    kind,
    fields,
    reason,
    by: personName,
    at: startedAt.toISOString(),
    undoes,
    mayUndo: isOver && undoes === null && !(await isUndone(tx, caller.institution, id)),
    progress,
    items: rows.map(({ recordId, state, seq, problem }) => ({
      ...(names.get(recordId) ?? { id: recordId, label: null, title: recordId }),
      state,
      ...(seq !== null && { seq }),
      ...(problem && {
        problem: problemBody(toldProblem(problem), lang, `/api/v1/edits/${kind}/${recordId}`),
      }),
    })),
  }
}

/** The fields as the register's own edit takes them. @throws {Problem} naming each that it does not. */
function parsed({ schema }: EditedInMany, fields: Fields): Fields {
  return orMalformed(schema.strict().safeParse(fields), '#/fields') as Fields
}

function parsedFilter({ filter }: EditedInMany, given: unknown): unknown {
  return orMalformed(filter.safeParse(given ?? {}), '#/filter')
}

function orMalformed(result: z.ZodSafeParseResult<unknown>, pointer: string): unknown {
  if (result.success) return result.data
  throw malformed(
    result.error.issues.flatMap(({ code, path, message, ...params }) =>
      fieldErrors({ code, message, params, pointer: [pointer, ...path].join('/') }),
    ),
  )
}

function accepted<Value>(outcome: Outcome<Value, EditRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
