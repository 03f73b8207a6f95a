import type { Lang, Words } from '@yizhuan/kit'
import { z } from 'zod'
import { type Access, callerOf } from './access.ts'
import { asAttachment } from './csv.ts'
import { asReader, type Tx } from './database.ts'
import { langOf } from './errors.ts'
import { HistoryWire } from './history.schema.ts'
import { historyOf } from './history.ts'
import type { App, Context } from './module.ts'
import type { Problem } from './problem.ts'
import { chainOf, type Register } from './register.ts'
import { idText } from './text.ts'

/** How a register is read over HTTP. `Query` finds a page, `Filter` finds lines of an export. */
export interface ReadRegister<Query, Filter, Page, One, Line> {
  readonly register: Register
  /** `/contracts` makes `/contracts`, `/contracts.csv`, `/contracts/:id` and its `/history`. */
  readonly path: `/${string}`
  readonly access: Access
  readonly wire: {
    readonly query: z.ZodType<Query>
    readonly filter: z.ZodType<Filter>
    readonly page: z.ZodType<Page, Page>
    readonly one: z.ZodType<One, One>
  }
  list(tx: Tx, institution: string, query: Query): Promise<Page>
  all(tx: Tx, institution: string, filter: Filter): Promise<readonly Line[]>
  one(tx: Tx, institution: string, id: string): Promise<One | undefined>
  csv(lines: readonly Line[], lang: Lang): string
  /** What the exported file is called, without its ending. */
  readonly fileName: Words
  /** What whoever asks for a record that is not there is told. */
  missing(): Problem
}

export const RecordParamsWire = z.object({ id: idText() })

/** The reading side of a register over HTTP: its pages, its export, a record and its history. */
export function readRoutes<Query, Filter, Page, One, Line>(
  app: App,
  { db }: Context,
  read: ReadRegister<Query, Filter, Page, One, Line>,
): void {
  const { path, access, wire, fileName } = read
  const config = { access }
  const tags = [path.slice(1)]
  // The types of a route do not see through a type parameter.
  const answers: { readonly page: z.ZodType; readonly one: z.ZodType } = wire

  app.get(
    path,
    { config, schema: { tags, querystring: wire.query, response: { 200: answers.page } } },
    (request) => {
      const caller = callerOf(request)
      const query = request.query as Query
      return asReader(db, caller, (tx) => read.list(tx, caller.institution, query))
    },
  )

  app.get(
    `${path}.csv`,
    {
      config,
      schema: {
        tags,
        querystring: wire.filter,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const filter = request.query as Filter
      const lines = await asReader(db, caller, (tx) => read.all(tx, caller.institution, filter))
      const lang = langOf(request)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(`${fileName[lang]}.csv`))
        .send(read.csv(lines, lang))
    },
  )

  app.get(
    `${path}/:id`,
    { config, schema: { tags, params: RecordParamsWire, response: { 200: answers.one } } },
    async (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, callerOf(request), (tx) => read.one(tx, institution, id))
      if (found === undefined) throw read.missing()
      return found
    },
  )

  app.get(
    `${path}/:id/history`,
    { config, schema: { tags, params: RecordParamsWire, response: { 200: HistoryWire } } },
    (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      return asReader(db, callerOf(request), async (tx) => {
        if ((await read.one(tx, institution, id)) === undefined) throw read.missing()
        return historyOf(tx, { institution, name: chainOf(read.register, id) })
      })
    },
  )
}
