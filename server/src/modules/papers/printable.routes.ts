import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import type { Printable } from '../../platform/printable.ts'
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
