import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { langOf } from '../../platform/errors.ts'
import { sendFile } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { xlsxType } from '../../platform/xlsx.ts'
import { ImportParamsWire } from './import.wire.ts'
import { takeToCorrect } from './to-correct.commands.ts'
import { toCorrectProblem } from './to-correct.refusals.ts'

/** A link cannot say which language its page is in: it is asked for. */
const LangWire = z.strictObject({ lang: z.enum(['zh', 'en']).optional() })

const formats = { xlsx: xlsxType, csv: 'text/csv' } as const

/** The rows an import leaves out, as a file to be corrected and uploaded again. */
export function toCorrectRoutes(app: App, context: Context, access: readonly Role[]): void {
  const { db, clock, keys, config } = context
  const desk = { db, clock, keys, dataFolder: config.dataFolder }
  for (const format of ['xlsx', 'csv'] as const) {
    app.get(
      `/imports/:id/to-correct.${format}`,
      {
        config: { access },
        schema: {
          tags: ['imports'],
          params: ImportParamsWire,
          querystring: LangWire,
          produces: [formats[format]],
          response: { 200: format === 'csv' ? z.string() : z.unknown() },
        },
      },
      async (request, reply) => {
        const { lang = langOf(request) } = request.query
        const { id } = request.params
        const outcome = await takeToCorrect(desk, callerOf(request), id, { lang, format })
        if (outcome.kind === 'refused') throw toCorrectProblem(outcome.refusal)
        return sendFile(reply, outcome.value.content, format, outcome.value.name)
      },
    )
  }
}
