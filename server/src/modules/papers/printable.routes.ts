import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { noteExport } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import type { Printable, PrintableList } from '../../platform/printable.ts'
import { notFound } from '../../platform/problem.ts'
import { idText } from '../../platform/text.ts'
import { docxOf } from './rendering/docx.ts'
import { print } from './rendering/print.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const ParamsWire = z.object({
  id: idText(),
  part: idText().optional(),
  format: z.enum(['pdf', 'docx']),
})

/** A paper of a register over HTTP, as PDF/A or as a text to go on writing in. */
export function printableRoute(app: App, { db, clock }: Context, printable: Printable): void {
  app.get(
    `${printable.path}/:format`,
    {
      config: { access: printable.access },
      schema: {
        ...{ tags: [printable.tag], params: ParamsWire },
        ...{ produces: Object.values(types), response: { 200: z.unknown() } },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, part, format } = request.params
      const composed = await asReader(db, caller, (tx) =>
        printable.composed(tx, caller, { id, part, clock }),
      )
      if (!composed) throw notFound({ zh: '没有这份文书。', en: 'There is no such paper.' })
      // Printed after the transaction: no connection waits for the typesetter.
      const bytes =
        format === 'pdf' ? await print({ paper: composed, day: clock.today() }) : docxOf(composed)
      return reply
        .header('content-type', types[format])
        .header('content-disposition', asAttachment(`${composed.title}.${format}`))
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    },
  )
}

/** A list as a paper over HTTP; that it left is noted, as of every list. */
export function printableListRoutes<Filter>(
  app: App,
  { db, clock }: Context,
  list: PrintableList<Filter>,
): void {
  for (const format of ['pdf', 'docx'] as const) {
    app.get(
      `${list.path}.${format}`,
      {
        config: { access: list.access },
        schema: {
          ...{ tags: [list.tag], querystring: list.filter as z.ZodType },
          ...{ produces: [types[format]], response: { 200: z.unknown() } },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const filter = request.query as Filter
        const { paper, rows } = await asReader(db, caller, (tx) =>
          list.composed(tx, caller, filter, clock),
        )
        // Printed between the transactions: no connection waits for the typesetter.
        const bytes = format === 'pdf' ? await print({ paper, day: clock.today() }) : docxOf(paper)
        const { name, isPersonal } = list
        const told = { list: name, format, filter: filter as object, rows, isPersonal }
        await asCaller(db, caller, (tx) => noteExport(tx, clock.now(), caller, told))
        return reply
          .header('content-type', types[format])
          .header('content-disposition', asAttachment(`${paper.title}.${format}`))
          .header('cache-control', 'no-store')
          .send(Buffer.from(bytes))
      },
    )
  }
}
