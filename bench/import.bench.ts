import { setTimeout as pause } from 'node:timers/promises'
import { copied, type Part } from './copied.ts'
import { cpuSpent, loadNow, memoryOf } from './cpu.ts'
import type { Bench, Figure } from './figure.ts'
import type { Ground } from './ground.ts'
import { csvOf, ledgerOf, xlsxOf } from './seed/ledger.ts'

/**
 * A ledger of many rows: read, compared and shown, then written with chains and dockets; after that the
 * worker makes its records findable by their words. Once as a workbook of two tables, once as a text of
 * one. In the end it is taken back.
 */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  // It enters an empty institution: what others hold matters little, and takes long to seed.
  const opened = await ground('quick')
  const rows = full ? 100_000 : 4_000
  // Ledgers of their own, so that the same data folder can be measured again.
  const seed = Date.now()
  const files = [
    { form: 'XLSX', name: 'ledger.xlsx', bytes: () => xlsxOf(ledgerOf(rows, seed)) },
    { form: 'CSV', name: 'ledger.csv', bytes: () => csvOf(ledgerOf(2 * rows, seed + 1)) },
  ]
  const figures: Figure[] = []
  for (const { form, name, bytes } of files) {
    const file = new File([new Uint8Array(bytes())], name)
    for (const figure of await imported(opened, file, rows)) {
      const { target, ...rest } = figure
      const what = `${form} of ${rows} rows: ${figure.what}`
      // Seconds are asked of the large one only.
      const isAsked = target && (full || !('atMost' in target) || figure.unit === 'MB')
      figures.push({ ...rest, what, ...(isAsked && { target }) })
    }
  }
  return figures
}

/** A moment of a measured import. */
interface Moment {
  readonly at: number
  readonly spent: number
}

/** What became of one file, moment by moment. */
async function imported(ground: Ground, file: File, rows: number): Promise<readonly Figure[]> {
  const { ours, neighbours, owner, seeded } = ground
  const [headers] = neighbours
  const institution = seeded.others[0]?.institution ?? ''
  if (!headers) throw new TypeError('The ground has neighbours.')
  await atRest(ours)
  const load = loadNow()
  const memory = watchMemory(ours)
  const { id, began, read, written } = await entered(ours, headers, file, rows).finally(memory.end)
  await allFound(ours, headers)
  const found = momentOf(ours)
  const place = { owner, institution, id }
  const floor = await copied(place, writtenParts)
  const floorOfWords = await copied(place, [words])
  const undone = await undo(ground, id, rows)
  const between = (from: Moment, to: Moment) => ({ unit: 'ms' as const, value: to.at - from.at })
  const processors = (what: string, from: Moment, to: Moment): Figure => ({
    what: `${what}: processors of server and PostgreSQL`,
    unit: 'ms',
    value: to.spent - from.spent,
  })
  const total = between(began, written)
  return [
    { what: `read, compare, preview (load ${load})`, ...between(began, read) },
    processors('read, compare, preview', began, read),
    { what: 'write', ...between(read, written) },
    processors('write', read, written),
    { what: 'in all', ...total, target: { atMost: 60_000 } },
    {
      what: 'in all; floor: COPY of what it wrote, without the words of the search',
      ...total,
      floor,
      ratio: floor / total.value,
      target: { ratio: 0.2 },
    },
    {
      what: 'then until all is found by its words; floor: COPY of these',
      ...between(written, found),
      floor: floorOfWords,
      ratio: floorOfWords / (found.at - written.at),
    },
    processors('until all is found', written, found),
    {
      what: 'memory of the server above idle',
      unit: 'MB',
      value: memory.most(),
      target: { atMost: 300 },
    },
    { what: 'undo', ...between(undone.began, undone.ended) },
    processors('undo', undone.began, undone.ended),
  ]
}

/** A file that was entered, and when it was read and written. */
interface Entered {
  readonly id: string
  readonly began: Moment
  readonly read: Moment
  readonly written: Moment
}

async function entered(
  ours: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  rows: number,
): Promise<Entered> {
  const form = new FormData()
  form.set('file', file)
  const began = momentOf(ours)
  const draft = await answered<{ id: string; version: number; written: number }>(
    fetch(`${ours}/api/v1/imports`, { method: 'POST', headers, body: form }),
  )
  if (draft.written !== rows) throw new Error(`${draft.written} of ${rows} rows may go in.`)
  const read = momentOf(ours)
  await answered(
    fetch(`${ours}/api/v1/imports/${draft.id}/confirm`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ version: draft.version, rows }),
    }),
  )
  return { id: draft.id, began, read, written: momentOf(ours) }
}

/** A server that spends less of a second than this does nothing of its own. */
const restMilliseconds = 30

/** For so many seconds it does nothing: after ten of them it calls its helpers, whose memory is not the import's. */
const restSeconds = 15

/**
 * Waits until a server has done what waited for its start, such as the clocks of all that was seeded: what that
 * takes in memory and processors is not the import's.
 */
async function atRest(ours: string): Promise<void> {
  const end = performance.now() + 120_000
  for (let quiet = 0; quiet < restSeconds && performance.now() < end; ) {
    const before = momentOf(ours).spent
    await pause(1000)
    quiet = momentOf(ours).spent - before < restMilliseconds ? quiet + 1 : 0
  }
}

/** Takes an import back, which is to take as long for each row of a large one as of a small one. */
async function undo(
  { ours, neighbours: [headers] }: Ground,
  id: string,
  records: number,
): Promise<{ readonly began: Moment; readonly ended: Moment }> {
  const began = momentOf(ours)
  await answered(
    fetch(`${ours}/api/v1/imports/${id}/undo`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ records, reason: '测试' }),
    }),
  )
  return { began, ended: momentOf(ours) }
}

const momentOf = (ours: string): Moment => ({ at: performance.now(), spent: cpuSpent(ours) ?? 0 })

async function answered<Answer>(asked: Promise<Response>): Promise<Answer> {
  const answer = await asked
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/**
 * Looks from time to time how many megabytes a server holds, until the end, however that comes; `most` tells by
 * how many it grew.
 */
function watchMemory(ours: string): { readonly end: () => void; readonly most: () => number } {
  const idle = memoryOf(ours) ?? 0
  let most = idle
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(ours) ?? 0)
  }, 20)
  return { end: () => clearInterval(watch), most: () => most - idle }
}

async function allFound(ours: string, headers: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    const { items } = await answered<{ items: readonly unknown[] }>(
      fetch(`${ours}/api/v1/search/waiting`, { headers }),
    )
    if (items.length === 0) return
    await pause(200)
  }
}

const ofRecords = (column: string) =>
  `${column} in (select record_id from import_row where import_id = $import)`

/** The tables an import of achievements and rights writes, and how its rows are found in each. */
const writtenParts: readonly Part[] = [
  { table: 'import_row', where: 'import_id = $import' },
  { table: 'import_problem', where: 'import_id = $import' },
  { table: 'import_origin', where: 'import_id = $import' },
  { table: 'achievement', where: ofRecords('id') },
  { table: 'ip_right', where: ofRecords('id') },
  { table: 'right_docket', where: ofRecords('right_id') },
  { table: 'right_fee', where: ofRecords('right_id') },
  { table: 'right_clock', where: ofRecords('right_id') },
  { table: 'audit_entry', where: ofRecords('subject_id') },
  {
    table: 'chain_head',
    where: `chain in (select chain from audit_entry where institution_id = $institution
      and ${ofRecords('subject_id')})`,
  },
  // As it stood when the import ended: the worker adds the words.
  {
    table: 'search_document',
    where: ofRecords('id'),
    instead: { body: `''`, lexemes: `''::tsvector`, edition: '0' },
  },
]

const words: Part = { table: 'search_document', where: ofRecords('id') }
