import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asReader, asSystem } from './database.ts'
import { type Findable, makeFindable, shelfBits } from './findable.ts'
import { isFoundBy } from './found-by.ts'
import { newId } from './ids.ts'
import { type Paged, pageFoundBy } from './page-found-by.ts'
import { search } from './search.ts'
import { searchCounts } from './search-counts.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

// Random records on many shelves, against looking through every text.

let database: TestDatabase
const [mine, theirs] = [newId(), newId()]
const caller = { institution: mine, person: newId(), roles: ['auditor'] }

let state = 11
const dice = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return (state >>> 8) % below
}

/** Some words that many have, some that few have, one in Latin letters, and one beginning like it. */
const words = [
  '肝癌',
  '装置',
  '护理敷料',
  '止血',
  '麝香',
  '冠心病',
  'PD-L1',
  'crispr',
  'crisp',
  '血栓',
]
const often = [2, 3, 4, 3, 60, 25, 4, 9, 30, 400]

interface Made extends Findable {
  readonly said: string
}

const recordsOf = (kind: number, count: number, numberOf: (at: number) => number) =>
  Array.from({ length: count }, (_, at): Made => {
    const said = words.filter((_word, which) => dice(often[which] ?? 1) === 0)
    const title = `示例${said.slice(0, 2).join('，')}`
    const texts = [said.slice(2).join('；')]
    const id = `0190000${kind}-0000-7000-8000-${String(at).padStart(12, '0')}`
    const label = `CG-${String(numberOf(at)).padStart(6, '0')}`
    return { id, label, title, texts, said: said.join(' ').toLowerCase() }
  })

const kinds = {
  // Numbers in the order they came, but that some were brought with old ones.
  ordered: recordsOf(1, 4000, (at) => (at % 40 === 7 ? 5000 - at : 10_000 + at)),
  // By no means in that order.
  mixed: recordsOf(2, 3000, (at) => (at * 1009) % 3000),
}

type Kind = keyof typeof kinds

/** The numbers of shelves the records of a kind are spread over. */
const shelves = 12

beforeAll(async () => {
  database = await openTestDatabase()
  for (const [kind, records] of Object.entries(kinds)) {
    const each = Math.ceil(records.length / shelves)
    for (let shelf = 0; shelf < shelves; shelf += 1) {
      const place = (shelf << shelfBits) + (kind === 'ordered' ? 1 : 4000)
      await database.asOwner(`select setval('search_document_place_seq', ${place})`)
      const some = records.slice(shelf * each, (shelf + 1) * each)
      for (const institution of kind === 'ordered' ? [mine, theirs] : [mine]) {
        await asSystem(database.db, institution, (tx) => makeFindable(tx, institution, kind, some))
      }
    }
  }
  await database.asOwner('vacuum analyze search_document')
}, 60_000)
afterAll(() => database.close())

/** What contains every word, in the order of the numbers. */
function oracle(kind: Kind, q: string, way: 'asc' | 'desc', after?: string) {
  const sought = q.toLowerCase().split(' ')
  const sign = way === 'asc' ? 1 : -1
  return kinds[kind]
    .filter(({ said, label }) => sought.every((word) => said.includes(word) || label === q))
    .filter(({ label }) => after === undefined || (label ?? '').localeCompare(after) * sign > 0)
    .sort((one, other) => (one.label ?? '').localeCompare(other.label ?? '') * sign)
    .map(({ id }) => id)
}

/** A page of a list with a filter beside. */
const page = (
  {
    kind,
    q,
    way,
    after,
    most,
  }: { kind: Kind; q: string; way: 'asc' | 'desc'; after?: string; most: number },
  beside = sql<boolean>`true`,
) =>
  asReader(database.db, caller, async (tx) => {
    let list = tx
      .selectFrom('searchDocument')
      .select(['id', 'label'])
      .where('institutionId', '=', mine)
      .where('kind', '=', kind)
      .where(beside)
      .orderBy('label', way)
    if (after !== undefined) list = list.where('label', way === 'asc' ? '>' : '<', after)
    const paged: Paged = {
      ...{ institution: mine, kind, sought: q, most, id: 'searchDocument.id' },
      order: sql`label ${sql.raw(way)}`,
      labels: { way, ...(after !== undefined && { after }) },
    }
    const [all, found] = [
      await list
        .where(isFoundBy('searchDocument.id', mine, kind, q))
        .limit(most)
        .execute(),
      await pageFoundBy(tx, list, paged),
    ]
    expect(
      found.map(({ id }) => id),
      `${kind} ${q} ${way} ${after} ${most}`,
    ).toEqual(all.map(({ id }) => id))
    return found.map(({ id }) => id)
  })

const randomQuestion = () => {
  const some = new Set(Array.from({ length: 1 + dice(3) }, () => words[dice(words.length)] ?? ''))
  return [...some].join(' ')
}

test('a page holds the first lines that say every word, whatever order they came in', async () => {
  let hits = 0
  for (let turn = 0; turn < 250; turn += 1) {
    const kind: Kind = dice(2) === 0 ? 'ordered' : 'mixed'
    const q = dice(20) === 0 ? (kinds[kind][dice(2000)]?.label ?? '') : randomQuestion()
    const way = dice(3) === 0 ? ('asc' as const) : ('desc' as const)
    const after = dice(2) === 0 ? undefined : (kinds[kind][dice(kinds[kind].length)]?.label ?? '')
    const most = [3, 21, 21, 60, 400][dice(5)] ?? 21
    const expected = oracle(kind, q, way, after).slice(0, most)
    const asked = { kind, q, way, most, ...(after !== undefined && { after }) }
    expect(await page(asked), `${q} ${way} ${after} ${most}`).toEqual(expected)
    hits += expected.length
  }
  expect(hits).toBeGreaterThan(2000)
}, 120_000)

test('a filter of the list beside the words takes nothing from its page', async () => {
  for (const q of ['肝癌 装置', '麝香 肝癌', '冠心病 止血', 'PD-L1 crispr']) {
    for (const step of [2, 7, 40]) {
      const kept = ({ id }: Findable) => Number(id.slice(-12)) % step === 1
      const expected = oracle('ordered', q, 'desc')
        .filter((id) => kept({ id } as Findable))
        .slice(0, 21)
      const beside = sql<boolean>`right(id::text, 12)::int % ${sql.lit(step)} = 1`
      expect(await page({ kind: 'ordered', q, way: 'desc', most: 21 }, beside)).toEqual(expected)
    }
  }
}, 60_000)

test('what several words find is counted, and shown up to what is asked for', async () => {
  for (let turn = 0; turn < 60; turn += 1) {
    const q = randomQuestion()
    const [found, some, counts] = await asReader(database.db, caller, async (tx) => [
      await search(tx, mine, ['ordered', 'mixed'], q, 200),
      await search(tx, mine, ['ordered'], q, 20),
      await searchCounts(tx, mine, ['ordered', 'mixed'], q),
    ])
    const all = new Map(
      (['ordered', 'mixed'] as const).map((kind) => [kind, oracle(kind, q, 'desc')]),
    )
    for (const [kind, ids] of all) {
      const { count = 0, more = false } = counts.find((one) => one.kind === kind) ?? {}
      const least = q.includes(' ') ? 100 : 1000
      const expected = more ? ids.length > count && count >= least : ids.length === count
      expect(expected, `${q} ${kind} ${ids.length}: ${count} ${more}`).toBe(true)
    }
    const ids = new Set([...all.values()].flat())
    expect(found.items.filter(({ id }) => !ids.has(id))).toEqual([])
    expect(found.items.length, q).toBe(Math.min(200, ids.size))
    expect(found.more).toBe(ids.size > 200)
    expect(some.items.length).toBe(Math.min(20, all.get('ordered')?.length ?? 0))
  }
}, 60_000)

test('a shelf tells its first label of what the caller has, and of nobody else', async () => {
  const labels = await asReader(database.db, caller, async (tx) => {
    const of = async (kind: string, isDown: boolean, after: string | null) =>
      (
        await sql<{ label: string }>`
          select label from search_shelves(${kind}, ${isDown}, ${after})`.execute(tx)
      ).rows.map(({ label }) => label)
    return {
      down: await of('ordered', true, null),
      up: await of('mixed', false, 'CG-002000'),
      none: await of('ordered', true, 'CG-000000'),
      unknown: await of('unknown', true, null),
    }
  })
  expect(labels.down).toHaveLength(shelves)
  expect(labels.down[0]).toBe('CG-013999')
  expect(labels.up[0]).toBe('CG-002001')
  expect(labels.none).toEqual([])
  expect(labels.unknown).toEqual([])
  const stranger = { ...caller, institution: newId() }
  const theirs = await asReader(database.db, stranger, (tx) =>
    sql`select label from search_shelves('ordered', true, null)`.execute(tx),
  )
  expect(theirs.rows).toEqual([])
})
