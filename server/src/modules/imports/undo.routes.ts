import { callerOf, type Role } from '../../platform/access.ts'
import type { App, Context } from '../../platform/module.ts'
import { ImportParamsWire } from './import.wire.ts'
import { foreseeUndo, undoImport } from './undo.commands.ts'
import { toUndoProblem } from './undo.refusals.ts'
import { UndoneWire, UndoPlanWire, UndoWire } from './undo.wire.ts'

const tags = ['imports']

/** Taking an import back over HTTP: what it would do, and doing it. */
export function undoRoutes(app: App, context: Context, access: readonly Role[]): void {
  app.get(
    '/imports/:id/undo',
    {
      config: { access },
      schema: { tags, params: ImportParamsWire, response: { 200: UndoPlanWire } },
    },
    async (request) => {
      const outcome = await foreseeUndo(context, callerOf(request), request.params.id)
      if (outcome.kind === 'refused') throw toUndoProblem(outcome.refusal)
      return outcome.value
    },
  )

  app.post(
    '/imports/:id/undo',
    {
      config: { access },
      schema: {
        tags,
        params: ImportParamsWire,
        body: UndoWire,
        response: { 200: UndoneWire },
      },
    },
    async (request) => {
      const outcome = await undoImport(context, callerOf(request), request.params.id, request.body)
      if (outcome.kind === 'refused') throw toUndoProblem(outcome.refusal)
      return outcome.value
    },
  )
}
