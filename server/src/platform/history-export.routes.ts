import {
  actionText,
  changeText,
  type HistoryWords,
  type Lang,
  shownChanges,
  timeInChina,
  type Words,
  wordFor,
} from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from './access.ts'
import { type Column, columnsIn } from './csv.ts'
import { exported, sendFile } from './export.ts'
import type { FilterWords } from './export-note.ts'
import { type HistoryEntryWire, HistoryWire } from './history.schema.ts'
import type { App, Context } from './module.ts'
import { badField, problemSchema } from './problem.ts'
import { text } from './text.ts'
import { xlsxType } from './xlsx.ts'

const said = z.record(z.string().max(80), z.string().max(300))

/**
 * A history to take out, and the words of the page that shows it. Names of fields and codes are words of
 * the interface: it sends them, so that the file says what the page says. What happened, when and by whom
 * is read here, by the same route and under the same rights as on the page.
 */
export const HistoryExportWire = z.strictObject({
  path: z
    .string()
    .max(200)
    .regex(/^(\/[a-z0-9-]+)*\/(history|handovers)$/),
  format: z.enum(['csv', 'xlsx']),
  lang: z.enum(['zh', 'en']),
  /** What the record is called on its page. */
  title: text(300),
  words: z.strictObject({
    actions: said,
    fields: said,
    values: said,
    roles: said,
    yes: z.string().max(40),
  }),
})

/** Histories about people, also of records whose lists are told apart as such. */
const personal =
  /^\/(people|accounts|substitutions|delegations|handovers|payouts|service-contracts|grant-bonuses|staff-awards|spin-offs|holdings)\b|\/officers\//

/** Takes the history of a record out, as a workbook or as CSV; the log of exports tells it. */
export function historyExportRoutes(app: App, context: Context): void {
  app.post(
    '/history-exports',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['history-exports'],
        body: HistoryExportWire,
        produces: ['text/csv', xlsxType],
        response: { 200: z.unknown(), 400: problemSchema, 404: problemSchema },
      },
      serializerCompiler: () => (content) =>
        typeof content === 'string' ? content : JSON.stringify(content),
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { path, format, lang, title, words } = request.body
      const answer = await app.inject({
        method: 'GET',
        url: `/api/v1${path}`,
        headers: { cookie: request.headers.cookie ?? '', 'accept-language': lang },
      })
      if (answer.statusCode !== 200) {
        return reply
          .code(answer.statusCode as 404)
          .type('application/problem+json')
          .send(answer.json())
      }
      const history = HistoryWire.safeParse(answer.json())
      if (!history.success) throw noHistory()
      const list = {
        name: { zh: `变更记录 ${title}`, en: `History of ${title}` },
        words: {
          of: { name: { zh: '记录', en: 'Record' }, values: { [path]: both(title) } },
          ...stand,
        },
        ...(personal.test(path) && { isPersonal: true as const }),
        columns: (of: Lang) => historyColumns(of, history.data),
        lines: async () => linesOf(history.data.items, words),
      }
      const file = await exported(
        context,
        list,
        { caller, lang, format },
        { of: path, ...standOf(history.data) },
      )
      return sendFile(reply, file, format, list.name[lang].replace(/[/\\:*?"<>|]/g, ' '))
    },
  )
}

/** How a history stands, as it is told beside it: a sheet that leaves entries out must say so. */
const stand: FilterWords = {
  chain: {
    name: { zh: '哈希链', en: 'Hash chain' },
    values: {
      whole: { zh: '完整', en: 'Unbroken' },
      broken: { zh: '校验不通过', en: 'Broken: the check failed' },
    },
  },
  withheld: {
    name: { zh: '未列出的记载（不向导出人公开）', en: 'Entries left out (closed to the reader)' },
  },
}

function standOf({ chain, withheld }: HistoryWire) {
  return {
    chain: chain.ok ? 'whole' : 'broken',
    ...(withheld !== undefined && { withheld }),
  }
}

const both = (said: string) => ({ zh: said, en: said })

/** One line of the file: a field that became another, or what was done where no field tells of it. */
interface Line {
  readonly entry: HistoryEntryWire
  readonly action: string
  readonly field: string
  readonly from: string
  readonly to: string
}

function linesOf(items: readonly HistoryEntryWire[], words: HistoryWords): readonly Line[] {
  return items.toReversed().flatMap((entry) => {
    const action = actionText(entry.action, words)
    const changes = shownChanges(entry.changes)
    if (changes.length === 0) return [{ entry, action, field: '', from: '', to: '' }]
    return changes.map(({ field, from, to }) => ({
      ...{ entry, action },
      field: wordFor(words.fields, field),
      from: changeText(field, from, words),
      to: changeText(field, to, words),
    }))
  })
}

function historyColumns(lang: Lang, { chain, withheld = 0 }: HistoryWire): Column<Line>[] {
  const { text: said, number } = columnsIn<Line>(lang)
  return [
    number('序号', 'Entry', ({ entry }) => entry.seq),
    said('时间', 'When', ({ entry }) => timeInChina(entry.at)),
    said('操作人', 'Who', ({ entry }) => entry.by),
    said('操作', 'What', ({ action }) => action),
    said('字段', 'Field', ({ field }) => field),
    said('变更前', 'Before', ({ from }) => from),
    said('变更后', 'After', ({ to }) => to),
    said('原因', 'Reason', ({ entry }) => entry.reason),
    said('来源', 'Source', ({ entry }) => sourceOf(entry)),
    said('链上哈希', 'Hash in the chain', ({ entry }) => entry.hash),
    // A workbook says it beside its lines; CSV has no beside, so each line says it.
    said('哈希链', 'Hash chain', () => chainWords(chain)[lang]),
    ...(withheld > 0 ? [number('未列出的记载数', 'Entries left out', () => withheld)] : []),
  ]
}

function chainWords({ ok, brokenAt }: HistoryWire['chain']): Words {
  if (ok) return { zh: '完整', en: 'Unbroken' }
  return {
    zh: `校验不通过（自第 ${brokenAt ?? 0} 条起）`,
    en: `Broken: the check failed from entry ${brokenAt ?? 0}`,
  }
}

function sourceOf({ changes }: HistoryEntryWire): string {
  const source = changes.find(({ field }) => field === 'source')?.to
  return typeof source === 'string' ? source : ''
}

function noHistory() {
  return badField('#/path', 'no-history', {
    zh: '这个地址不是任何记录的变更记录。',
    en: 'This address is no history of a record.',
  })
}
