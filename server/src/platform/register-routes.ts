import type { Lang, Words } from '@yizhuan/kit'
import { z } from 'zod'
import { type Access, callerOf } from './access.ts'
import type { Column } from './csv.ts'
import { asReader, type Caller, type Tx } from './database.ts'
import { type Editable, withActs } from './editable.ts'
import { langOf } from './errors.ts'
import { exportRoutes, type Lines } from './export.ts'
import type { FilterWords } from './export-note.ts'
import { HistoryWire } from './history.schema.ts'
import { historyOf, type Veil } from './history.ts'
import type { App, Context } from './module.ts'
import type { Problem } from './problem.ts'
import { chainOf, type Register } from './register.ts'
import { idText } from './text.ts'

/** How a register is read over HTTP. `Query` finds a page, `Filter` finds lines of an export. */
export interface ReadRegister<Query, Filter, Page, One, Line> {
  readonly register: Register
  /** `/contracts` makes `/contracts`, `/contracts.csv` and `.xlsx`, `/contracts/:id` and its `/history`. */
  readonly path: `/${string}`
  readonly access: Access
  readonly wire: {
    readonly query: z.ZodType<Query>
    readonly filter: z.ZodType<Filter>
    readonly page: z.ZodType<Page, Page>
    readonly one: z.ZodType<One, One>
  }
  /** Brings up to date what the list is read from, where that is worked out when somebody asks. */
  readonly settle?: (caller: Caller) => Promise<void>
  list(tx: Tx, institution: string, query: Query): Promise<Page>
  all(tx: Tx, institution: string, filter: Filter): Lines<Line>
  one(tx: Tx, institution: string, id: string, lang: Lang): Promise<One | undefined>
  columns(lang: Lang): readonly Column<Line>[]
  /** What the list and the exported file are called. */
  readonly name: Words
  /** How its filters are called in a sheet, where they are not called as everywhere. */
  readonly words?: FilterWords
  /** Its lines are about people. */
  readonly isPersonal?: true
  /** How its records are put back to what they were, where people edit them. */
  readonly editable?: Pick<Editable, 'restorable' | 'isAct'>
  /** What of the history of a record its reader sees, where some of it is not for all who read the record. */
  veil?(tx: Tx, caller: Caller, id: string): Promise<Veil>
  /** What whoever asks for a record that is not there is told. */
  missing(): Problem
}

export const RecordParamsWire = z.object({ id: idText() })

/** The reading side of a register over HTTP: its pages, its export, a record and its history. */
export function readRoutes<Query, Filter, Page, One, Line>(
  app: App,
  context: Context,
  read: ReadRegister<Query, Filter, Page, One, Line>,
): void {
  const { db } = context
  const { path, access, wire } = read
  const config = { access }
  const tags = [path.slice(1)]
  // The types of a route do not see through a type parameter.
  const answers: { readonly page: z.ZodType; readonly one: z.ZodType } = wire

  app.get(
    path,
    { config, schema: { tags, querystring: wire.query, response: { 200: answers.page } } },
    async (request) => {
      const caller = callerOf(request)
      const query = request.query as Query
      await read.settle?.(caller)
      return await asReader(db, caller, (tx) => read.list(tx, caller.institution, query))
    },
  )

  exportRoutes(app, context, {
    path,
    access,
    filter: wire.filter,
    name: read.name,
    ...(read.words && { words: read.words }),
    ...(read.isPersonal && { isPersonal: true }),
    columns: read.columns,
    lines: (tx, { institution }, filter) => read.all(tx, institution, filter),
  })

  app.get(
    `${path}/:id`,
    { config, schema: { tags, params: RecordParamsWire, response: { 200: answers.one } } },
    async (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      const lang = langOf(request)
      const one = (tx: Tx) => read.one(tx, institution, id, lang)
      const found = await asReader(db, callerOf(request), one)
      if (found === undefined) throw read.missing()
      return found
    },
  )

  app.get(
    `${path}/:id/history`,
    { config, schema: { tags, params: RecordParamsWire, response: { 200: HistoryWire } } },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if ((await read.one(tx, institution, id, 'zh')) === undefined) throw read.missing()
        const chain = { institution, name: chainOf(read.register, id) }
        const { veil } = read
        const history = await historyOf(tx, chain, veil && (() => veil(tx, caller, id)))
        return read.editable ? withActs(history, read.editable) : history
      })
    },
  )
}
