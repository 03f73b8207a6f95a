import type { Refusal } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField, type Problem } from '../../platform/problem.ts'
import { importOf } from './import.queries.ts'
import { toProblem } from './import.refusals.ts'
import { ImportParamsWire, ImportWire } from './import.wire.ts'
import { type MapRefusals, mapImport } from './mapping.commands.ts'
import { MapWire } from './mapping.wire.ts'

/** Saying what headings and words of ledgers mean, over HTTP. */
export function mappingRoutes(app: App, context: Context, access: readonly Role[]): void {
  app.post(
    '/imports/:id/mapping',
    {
      config: { access },
      schema: {
        tags: ['imports'],
        params: ImportParamsWire,
        body: MapWire,
        response: { 200: ImportWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await mapImport(context, caller, id, request.body)
      if (outcome.kind === 'refused') throw toMapProblem(outcome.refusal)
      const draft = await asReader(context.db, caller, (tx) => importOf(tx, caller.institution, id))
      if (draft) return draft
      throw toProblem({ code: 'no-such-import', facts: {} })
    },
  )
}

function toMapProblem(refusal: Refusal<MapRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-field': {
      const { pointer, field } = refusal.facts
      return badField(pointer, 'known-field', {
        zh: `这张表没有可对应的字段“${field}”，请从列表中选择。`,
        en: `This table has no field "${field}" to map to; choose one of the list.`,
      })
    }
    case 'no-such-code': {
      const { pointer, code, field } = refusal.facts
      return badField(pointer, 'known-code', {
        zh: `字段“${field}”没有代码“${code}”，请从列表中选择。`,
        en: `The field "${field}" has no code "${code}"; choose one of the list.`,
      })
    }
    case 'field-twice': {
      const { pointer, field } = refusal.facts
      return badField(pointer, 'one-column', {
        zh: `字段“${field}”只能对应一列，请改其中一列。`,
        en: `The field "${field}" can be filled by one column only; change one of them.`,
      })
    }
    default:
      return toProblem(refusal)
  }
}
