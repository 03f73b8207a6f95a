import type { ReadStream } from 'node:fs'
import type { Writable } from 'node:stream'
import type { Lang, Words } from '@yizhuan/kit'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Access, callerOf } from './access.ts'
import { asAttachment, type Column, csvHead, csvLine } from './csv.ts'
import { asCaller, asSnapshot, type Caller, type Tx } from './database.ts'
import { langOf } from './errors.ts'
import { recordChange } from './evidence.ts'
import type { ExportedAs } from './export-formats.ts'
import { type FilterWords, noteOf } from './export-note.ts'
import type { App, Context } from './module.ts'
import { Problem } from './problem.ts'
import type { Author } from './register.ts'
import { spooled } from './spool.ts'
import { mostSheetRows, TooManyRows, writeXlsx, xlsxType } from './xlsx.ts'

/** The lines of a list: streamed from the database, or at once where there are few. */
export type Lines<Line> = AsyncIterable<Line> | Promise<readonly Line[] | AsyncIterable<Line>>

/** One line of what a query of lines answers. */
export type LineOf<All> =
  Awaited<All> extends AsyncIterable<infer Line>
    ? Line
    : Awaited<All> extends readonly (infer Line)[]
      ? Line
      : never

/** How a list is taken out of the platform, as CSV and as a workbook. */
export interface ListExport<Filter, Line> {
  /** `/contracts` makes `/contracts.csv` and `/contracts.xlsx`. */
  readonly path: `/${string}`
  readonly access: Access
  readonly filter: z.ZodType<Filter>
  /** What the list and the exported file are called. */
  readonly name: Words
  /** How its filters are called, where they are not called as everywhere. */
  readonly words?: FilterWords
  /** Its lines are about people: who took it is told apart. */
  readonly isPersonal?: true
  /** Brings up to date what the lines are read from, where that is worked out when somebody asks. */
  readonly settle?: (caller: Caller) => Promise<void>
  columns(lang: Lang): readonly Column<Line>[]
  /** Everything a filter finds that the caller may read. Called within a transaction. */
  lines(tx: Tx, caller: Caller, filter: Filter): Lines<Line>
}

const formats = { csv: 'text/csv', xlsx: xlsxType } as const
type Format = keyof typeof formats

/** The routes by which a list leaves the platform; every list has them. */
export function exportRoutes<Filter, Line>(
  app: App,
  context: Context,
  list: ListExport<Filter, Line>,
): void {
  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `${list.path}.${format}`,
      {
        config: { access: list.access },
        schema: {
          tags: [list.path.split('/')[1] ?? ''],
          querystring: inLanguage(list.filter),
          produces: [formats[format]],
          response: { 200: format === 'csv' ? z.string() : z.unknown() },
        },
      },
      async (request, reply) => {
        const { lang = langOf(request), ...filter } = request.query as Asked
        const order = { caller: callerOf(request), lang, format }
        await list.settle?.(order.caller)
        const file = await exported(context, list, order, filter as Filter)
        return sendFile(reply, file, format, list.name[order.lang])
      },
    )
  }
}

interface Asked {
  readonly lang?: Lang
}

/** A link cannot say which language its page is in, as other requests of the page do: it is asked for. */
function inLanguage<Filter>(filter: z.ZodType<Filter>): z.ZodType {
  if (!(filter instanceof z.ZodObject)) throw new TypeError('The filter of a list has fields.')
  return filter.extend({ lang: z.enum(['zh', 'en']).optional() })
}

/** Answers with a file that a spreadsheet program opens. */
export function sendFile(
  reply: FastifyReply,
  content: ReadStream,
  format: Format,
  name: string,
): FastifyReply {
  const charset = format === 'csv' ? '; charset=utf-8' : ''
  return reply
    .header('content-type', `${formats[format]}${charset}`)
    .header('content-disposition', asAttachment(`${name}.${format}`))
    .header('cache-control', 'no-store')
    .send(content)
}

interface Order {
  readonly caller: Caller
  readonly lang: Lang
  readonly format: Format
}

/** The chain that tells of every list that left: which, by whom, when, by what filters, how many rows. */
export const exportChain = 'exports'

/** What left, as the log of exports shows it. */
export interface Exported {
  readonly list: Words
  readonly format: ExportedAs
  readonly filter: object
  readonly rows: number
  /** Its lines are about people. */
  readonly isPersonal?: boolean | undefined
}

/** Notes that a list left the platform: what is not noted does not leave. */
export async function noteExport(
  tx: Tx,
  at: Date,
  by: Author,
  { filter, isPersonal = false, ...told }: Exported,
): Promise<void> {
  const data = { ...told, filter: given(filter), isPersonal }
  await recordChange(tx, exportChain, { action: 'list.exported', data, at, by })
}

/**
 * Makes the file, as everything stood at one moment, and notes that it was made: what is not noted does
 * not leave. @throws {Problem} 422 for more than a sheet holds.
 */
export async function exported<Filter, Line>(
  { db, clock, config }: Pick<Context, 'db' | 'clock' | 'config'>,
  list: Pick<ListExport<Filter, Line>, 'columns' | 'lines' | 'name' | 'words' | 'isPersonal'>,
  { caller, lang, format }: Order,
  filter: Filter,
): Promise<ReadStream> {
  const columns = list.columns(lang)
  let rows = 0
  const blanks = new Map<string, number>()
  // Only a workbook has a sheet for what is said of its list.
  const amounts =
    format === 'xlsx'
      ? columns.filter(({ kind, isOnlySome }) => kind === 'money' && !isOnlySome)
      : []
  return await spooled(config.dataFolder, async (out) => {
    await asSnapshot(db, caller, async (tx) => {
      const lines = await list.lines(tx, caller, filter)
      const counted = (async function* () {
        for await (const line of lines) {
          rows += 1
          for (const { heading, value } of amounts) {
            if ((value(line) ?? '') === '') blanks.set(heading, (blanks.get(heading) ?? 0) + 1)
          }
          yield line
        }
      })()
      if (format === 'csv') return writeCsv(out, columns, counted)
      const institution = await institutionName(tx, caller.institution)
      const told = { lang, list: list.name, institution, person: caller.name, at: clock.now() }
      const asked = { filter: filter as object, ...(list.words && { words: list.words }) }
      const note = () => noteOf({ ...told, ...asked, rows, blanks })
      await writeXlsx(
        out,
        { name: lang === 'zh' ? '说明' : 'About', lines: note },
        { name: list.name[lang], columns, rows: counted },
      )
    })
    const { name, isPersonal } = list
    const told = { list: name, format, filter: filter as object, rows, isPersonal }
    await asCaller(db, caller, (tx) => noteExport(tx, clock.now(), caller, told))
  }).catch((error: unknown) => {
    throw error instanceof TooManyRows ? tooManyRows() : error
  })
}

/** The filters that were given. */
function given(filter: object) {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

const pieceLength = 64 * 1024

async function writeCsv<Line>(
  out: Writable,
  columns: readonly Column<Line>[],
  lines: AsyncIterable<Line> | Iterable<Line>,
): Promise<void> {
  const put = async (text: string) => {
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve))
  }
  let text = csvHead(columns)
  for await (const line of lines) {
    text += csvLine(columns, line)
    if (text.length < pieceLength) continue
    await put(text)
    text = ''
  }
  await put(text)
}

/** What an institution is called. */
export async function institutionName(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('institution')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? ''
}

function tooManyRows(): Problem {
  const most = mostSheetRows - 1
  return new Problem(
    422,
    'too-many-rows',
    { zh: '行数超过一张工作表的上限', en: 'More rows than a sheet holds' },
    {
      zh: `一张工作表最多 ${most} 行。请缩小筛选范围，或导出 CSV。`,
      en: `A sheet holds at most ${most} rows. Narrow the filter, or take the CSV.`,
    },
    { facts: { most } },
  )
}
