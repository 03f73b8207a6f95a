import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootFolder } from '../../platform/config.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { ImportWire } from './import.wire.ts'
import { confirmImport, uploadLedger } from './index.ts'

// A hospital's real mess, where it lies beside the repository: about 1400 rows on several sheets, and
// what an ideal importer finds in them.

const folder = join(rootFolder, '../shared/data')
const workbook = join(folder, 'hospital-a.xlsx')

interface Expected {
  readonly tables: readonly {
    readonly table: string
    readonly counts: { readonly records: number; readonly recordsWithErrors: number }
    readonly sumsFen: Readonly<Record<string, { readonly withoutErrors: number }>>
    readonly records: readonly Readonly<Record<string, unknown>>[]
  }[]
}

describe.skipIf(!existsSync(workbook))('a whole hospital', () => {
  let app: TestApp
  let officer: Person
  let expected: Expected
  let draft: ImportWire

  beforeAll(async () => {
    expected = JSON.parse(readFileSync(join(folder, 'hospital-a.expected.json'), 'utf8'))
    app = await openTestApp(modules, { at: '2025-06-30' })
    officer = await app.person(['tto_negotiator'])
  })
  afterAll(() => app.close())

  const one = async (sql: string) => {
    const [row] = await app.database.asOwner(sql)
    return Number(Object.values(row ?? {})[0])
  }
  const counts = () =>
    Promise.all(
      ['achievement', 'ip_right', 'contract', 'receipt', 'contract_achievement', 'audit_entry'].map(
        (table) => one(`select count(*) from ${table}`),
      ),
    )

  async function upload(): Promise<ImportWire> {
    const file = { name: 'hospital-a.xlsx', bytes: readFileSync(workbook) }
    const outcome = await uploadLedger(app.context, officer.caller, file)
    if (outcome.kind === 'refused') throw new Error(outcome.refusal.code)
    return (await officer.get(`/imports/${outcome.value.id}`)).body
  }

  test('is read into a draft: what has an error stays out, and nothing is written', async () => {
    draft = await upload()
    for (const { table, counts: read } of expected.tables) {
      const { states } = draft.counts.find((one) => one.table === table) ?? { states: {} }
      expect(states.refused, table).toBe(read.recordsWithErrors)
    }
    expect((await counts()).slice(0, 5)).toEqual([0, 0, 0, 0, 0])
  })

  test('is confirmed whole: the sums in the registers are those of the rows without errors', async () => {
    const seen = { version: draft.version, rows: draft.written }
    const outcome = await confirmImport(app.context, officer.caller, draft.id, seen)
    expect(outcome.kind).toBe('accepted')
    const sums = (table: string) =>
      expected.tables.find((one) => one.table === table)?.sumsFen ?? {}
    const places = [
      ['achievements', 'estimatedValueFen', 'select sum(estimated_value_fen) from achievement'],
      ['achievements', 'rdCostFen', 'select sum(rd_cost_fen) from achievement'],
      ['contracts', 'amountFen', `select sum(amount_fen) from contract where kind = 'transfer'`],
      ['contracts', 'appraisedFen', 'select sum(appraised_fen) from contract'],
      ['receipts', 'amountFen', 'select sum(amount_fen) from receipt'],
      ['receipts', 'netFen', 'select sum(net_fen) from receipt'],
      ['receipts', 'rewardFen', 'select sum(reward_fen) from receipt'],
      ['receipts', 'hospitalFen', 'select sum(institution_fen) from receipt'],
    ] as const
    for (const [table, field, sql] of places) {
      expect(await one(sql), `${table}.${field}`).toBe(sums(table)[field]?.withoutErrors)
    }
  })

  test('every record has its chain, and what refers to something leads there', async () => {
    const [achievements = 0, rights = 0, contracts = 0, receipts = 0] = await counts()
    const chains = await one(
      `select count(*) from chain_head where chain ~ '^(achievement|right|contract|receipt)/'`,
    )
    expect(chains).toBe(achievements + rights + contracts + receipts)
    expect(await one('select count(*) from receipt where contract_id is not null')).toBeGreaterThan(
      100,
    )
    // A right without a link names no achievement, or one whose row stayed out.
    const lost = await one(
      `select count(*) from ip_right join achievement
         on achievement.number = ip_right.ledger_achievement
       where ip_right.achievement_id is null`,
    )
    expect(lost).toBe(0)
  })

  test('no identity number can be read in the database', async () => {
    const numbers = expected.tables
      .flatMap(({ records }) => records.map(({ idNumber }) => idNumber))
      .filter((number) => typeof number === 'string')
    expect(numbers.length).toBeGreaterThan(50)
    const texts = await Promise.all(
      ['achievement', 'audit_entry', 'import_row', 'import_problem', 'ledger_import'].map(
        async (table) => {
          const [row] = await app.database.asOwner(
            `select string_agg(t::text, ' ') from ${table} t`,
          )
          return String(row?.['string_agg'])
        },
      ),
    )
    const all = texts.join(' ')
    expect(numbers.filter((number) => all.includes(number))).toEqual([])
    expect(await one('select count(*) from achievement where lead_id_sealed is not null')).toBe(
      await one('select count(*) from achievement where lead_id_masked is not null'),
    )
  })

  test('a second time it adds nothing', async () => {
    const before = await counts()
    const again = await upload()
    expect(again.written).toBe(0)
    expect(again.sameFile?.id).toBe(draft.id)
    const after = await counts()
    // The upload itself is told in the chain of imports.
    expect(after).toEqual([...before.slice(0, 5), (before[5] ?? 0) + 1])
  })
})
