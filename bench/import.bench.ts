import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { cpuSpent, memoryOf } from './cpu.ts'
import type { Bench, Figure } from './figure.ts'
import { ledgerOf, xlsxOf } from './seed/ledger.ts'

/** A ledger of many rows: read, compared and shown, then written with chains, dockets and search. */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  const { ours, neighbours, owner, seeded } = await ground()
  const rows = full ? 100_000 : 4_000
  const [headers] = neighbours
  const institution = seeded.others[0]?.institution ?? ''
  if (!headers) throw new TypeError('The ground has neighbours.')
  const form = new FormData()
  // A name and a ledger of their own, so that the same data folder can be measured again.
  form.set('file', new Blob([new Uint8Array(xlsxOf(ledgerOf(rows, Date.now())))]), 'ledger.xlsx')
  const idle = memoryOf(ours) ?? 0
  let most = idle
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(ours) ?? 0)
  }, 20)
  const [started, spent] = [performance.now(), cpuSpent(ours)]
  const draft = await answered<{ id: string; version: number; written: number }>(
    fetch(`${ours}/api/v1/imports`, { method: 'POST', headers, body: form }),
  )
  if (draft.written !== rows) throw new Error(`${draft.written} of ${rows} rows may go in.`)
  const shown = performance.now()
  await answered(
    fetch(`${ours}/api/v1/imports/${draft.id}/confirm`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ version: draft.version, rows }),
    }),
  )
  const [ended, cpu] = [performance.now(), cpuSpent(ours)]
  clearInterval(watch)
  const floor = await copied(owner, institution, draft.id)
  const total = ended - started
  const unit = 'ms' as const
  return [
    { what: `import of ${rows} rows: read, compare, preview`, unit, value: shown - started },
    { what: `import of ${rows} rows: write`, unit, value: ended - shown },
    {
      what: `import of ${rows} rows in all; floor: COPY of what it wrote`,
      unit,
      value: total,
      floor,
      ratio: floor / total,
      target: { ratio: 0.2 },
    },
    ...(cpu === undefined || spent === undefined
      ? []
      : [
          {
            what: `processor time of that, server and PostgreSQL`,
            unit,
            value: cpu - spent,
            ...(full && { target: { atMost: 60_000 } }),
          },
        ]),
    {
      what: 'memory of the server above idle, at most',
      unit: 'MB',
      value: most - idle,
      target: { atMost: 300 },
    },
  ]
}

async function answered<Answer>(asked: Promise<Response>): Promise<Answer> {
  const answer = await asked
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** The tables an import of achievements and rights writes, and how its rows are found in each. */
const tables = {
  import_row: 'import_id = $import',
  import_origin: 'import_id = $import',
  achievement: 'id in (select record_id from import_row where import_id = $import)',
  ip_right: 'id in (select record_id from import_row where import_id = $import)',
  right_docket: 'right_id in (select record_id from import_row where import_id = $import)',
  right_fee: 'right_id in (select record_id from import_row where import_id = $import)',
  right_clock: 'right_id in (select record_id from import_row where import_id = $import)',
  search_document: 'id in (select record_id from import_row where import_id = $import)',
  audit_entry: 'subject_id in (select record_id from import_row where import_id = $import)',
  chain_head: `chain in (select chain from audit_entry where institution_id = $institution
    and subject_id in (select record_id from import_row where import_id = $import))`,
} as const

/** Milliseconds that COPY takes for the same rows, into empty tables with the same indexes. */
async function copied(owner: pg.Pool, institution: string, id: string): Promise<number> {
  let spent = 0
  const file = join(tmpdir(), `yizhuan-copy-${id}`)
  for (const [table, where] of Object.entries(tables)) {
    const { rows } = await owner.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const names = rows[0]?.names ?? ''
    const which = where
      .replaceAll('$import', `'${id}'`)
      .replaceAll('$institution', `'${institution}'`)
    await owner.query(
      `copy (select ${names} from ${table} where institution_id = '${institution}' and ${which})
       to '${file}'`,
    )
    await owner.query(`create table copy_floor (like ${table} including all)`)
    const started = performance.now()
    await owner.query(`copy copy_floor (${names}) from '${file}'`)
    spent += performance.now() - started
    await owner.query('drop table copy_floor')
    rmSync(file)
  }
  return spent
}
