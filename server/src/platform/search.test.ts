import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asReader, asSystem } from './database.ts'
import { type Findable, makeFindable } from './findable.ts'
import { isFoundBy } from './found-by.ts'
import { folded, wordsOf } from './grams.ts'
import { newId } from './ids.ts'
import { pageFoundBy } from './page-found-by.ts'
import { search } from './search.ts'
import { searchCounts } from './search-counts.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const [mine, theirs] = [newId(), newId()]
const caller = (institution: string) => ({ institution, person: newId(), roles: ['auditor'] })

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const keep = (institution: string, kind: string, records: readonly Findable[]) =>
  asSystem(database.db, institution, (tx) => makeFindable(tx, institution, kind, records))

const find = async (q: string, kinds: readonly string[], institution = mine, limit = 50) =>
  (
    await asReader(database.db, caller(institution), (tx) =>
      search(tx, institution, kinds, q, limit),
    )
  ).items

/** The ids that the filter of a list lets through; that of its pages lets the same through. */
const filtered = async (q: string, kind: string, institution = mine) => {
  const [all, page] = await asReader(database.db, caller(institution), async (tx) => {
    const id = 'searchDocument.id'
    const list = tx
      .selectFrom('searchDocument')
      .select('id')
      .where('institutionId', '=', institution)
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
    const paged = { institution, kind, sought: q, id, order: sql`id desc` }
    return [
      await list.where(isFoundBy(id, institution, kind, q)).execute(),
      await pageFoundBy(tx, list, { ...paged, most: 10_000 }),
    ]
  })
  const ids = new Set(all.map(({ id }) => id))
  expect(new Set(page.map(({ id }) => id)), q).toEqual(ids)
  return ids
}

let made = 0
/** Made one after the other: ids of the same millisecond would come in any order. */
function record(title: string, more: Partial<Findable> = {}): Findable {
  made += 1
  const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`
  return { id, label: null, title, texts: [], ...more }
}

describe('against looking through every text', () => {
  let state = 7
  const dice = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  // Few characters, so that they meet in every order; some beyond the first plane, some marks.
  const alphabet = [...'止血材料肝癌早筛装置的𠮷、（）％', ...'abCT19', ' ', 'Ａ', '１']
  // A blank before a digit may be left out when looking for a number; that has a test of its own.
  const randomText = (length: number) =>
    Array.from({ length }, () => alphabet[dice(alphabet.length)])
      .join('')
      .replace(/ (?=[\d１])/g, '的')
  const records = Array.from({ length: 600 }, () =>
    record(`示例${randomText(4 + dice(18))}`, { texts: [randomText(dice(30)), null] }),
  )
  const oracle = (q: string) =>
    new Set(
      records
        .filter(({ title, texts }) =>
          wordsOf(q).every((word) =>
            [title, ...texts].some((text) => text && folded(text).includes(word)),
          ),
        )
        .map(({ id }) => id),
    )

  beforeAll(async () => {
    await keep(mine, 'trial', records)
    await keep(theirs, 'trial', records)
  })

  test('finds all that contain the words and nothing else, for words of any length', async () => {
    let hits = 0
    for (let turn = 0; turn < 400; turn += 1) {
      const { title, texts } = records[dice(records.length)] ?? record('')
      const source = [
        ...(turn % 3 === 0 ? randomText(8) : turn % 3 === 1 ? title : (texts[0] ?? '')),
      ]
      const from = dice(Math.max(1, source.length - 1))
      const q = source
        .slice(from, from + 1 + dice(6))
        .join('')
        .trim()
      if (folded(q) === '') continue
      const expected = oracle(q)
      expect(await filtered(q, 'trial'), q).toEqual(expected)
      hits += expected.size
    }
    expect(hits).toBeGreaterThan(1000)
  })

  test('uses the index, also under row security', async () => {
    await database.asOwner('vacuum analyze search_document')
    const scans = await asSystem(database.db, mine, async (tx) => {
      const soFar = async () => {
        const { rows } = await sql<{ scans: string }>`
          select pg_stat_get_xact_numscans('search_document_lexemes'::regclass) as scans`.execute(
          tx,
        )
        return Number(rows[0]?.scans)
      }
      const before = await soFar()
      await search(tx, mine, ['trial'], '止血', 20)
      return (await soFar()) - before
    })
    expect(scans).toBe(1)
  })
})

test('numbers are found whole, in part, and with or without their joints', async () => {
  const kept = record('一种引流装置', {
    label: 'CG-2026-0001',
    texts: ['ZL 2023 1 0123456.7', 'PD-L1 抑制剂'],
  })
  await keep(mine, 'number', [kept])
  for (const q of [
    'CG-2026-0001',
    'cg20260001',
    '2026-0001',
    '0001',
    'ZL202310123456.7',
    '0123456',
    'pdl1',
    'PD-L1抑',
    'pd-l1 引流',
  ]) {
    expect(await filtered(q, 'number'), q).toEqual(new Set([kept.id]))
  }
  for (const q of ['PD-L2', '20260002', '引流 止血', '装置ZL']) {
    expect(await filtered(q, 'number'), q).toEqual(new Set())
  }
})

test('what a record says now finds it, what it said before does not', async () => {
  const kept = record('可吸收止血材料', { texts: ['示例甲'] })
  await keep(mine, 'change', [kept])
  await keep(mine, 'change', [{ ...kept, title: '可吸收骨水泥' }])
  expect(await filtered('止血', 'change')).toEqual(new Set())
  expect(await filtered('骨水 示例甲', 'change')).toEqual(new Set([kept.id]))
})

test('the very number comes first, then titles, then mentions; newest first', async () => {
  const mention = record('敷料', { texts: ['用于止血2'] })
  const title = record('止血2海绵')
  const number = record('导管', { label: '止血2' })
  const newer = record('止血2棉')
  const last = record('凝胶', { texts: ['止血2'] })
  await keep(mine, 'order', [mention, title, number, newer, last])
  const found = await find('止血2', ['order'])
  expect(found.map(({ id }) => id)).toEqual(
    [number, newer, title, last, mention].map(({ id }) => id),
  )
  expect(found.map(({ snippet }) => snippet?.find(({ hit }) => hit)?.text)).toEqual([
    undefined,
    undefined,
    undefined,
    '止血2',
    '止血2',
  ])
  expect(await find('止血', ['order'], mine, 2)).toHaveLength(2)
})

test('only the kinds asked for, and only the own institution, whatever is asked', async () => {
  await keep(mine, 'seen', [record('穿刺针')])
  await keep(mine, 'unseen', [record('穿刺架')])
  await keep(theirs, 'seen', [record('穿刺包')])
  expect(await find('穿刺', ['seen'])).toHaveLength(1)
  expect(await find('穿刺', [])).toEqual([])
  // A query made for another institution, under the caller's own settings.
  const crossed = await asReader(database.db, caller(mine), async (tx) => ({
    asked: await search(tx, theirs, ['seen'], '穿刺', 9),
    matched: await sql`
      select * from search_matches('''穿刺'''::tsquery, '{}', array['seen'], null)`.execute(tx),
    read: await sql`select id from search_document where institution_id = ${theirs}`.execute(tx),
  }))
  expect(crossed.asked.items).toEqual([])
  expect(crossed.matched.rows).toHaveLength(1)
  expect(crossed.read.rows).toEqual([])
})

test('a word that is everywhere shows the newest, counts are told up to a thousand', async () => {
  const many = Array.from({ length: 7000 }, (_, at) =>
    record(`便携装置${at}`, { texts: at === 3 ? ['孤例'] : ['常言'] }),
  )
  for (const kind of ['many', 'few']) {
    await keep(mine, kind, kind === 'many' ? many : [record('便携支架')])
  }
  await database.asOwner('analyze search_document')
  const found = await find('便携', ['many', 'few'], mine, 3)
  const newest = [...many.slice(-2).reverse()].map(({ id }) => id)
  expect(found.map(({ kind }) => kind)).toEqual(['few', 'many', 'many'])
  expect(found.slice(1).map(({ id }) => id)).toEqual(newest)
  // In nothing but the text, and in all but one of them.
  expect((await find('常言', ['many'], mine, 2)).map(({ id }) => id)).toEqual(newest)
  // Common words whose meeting is rare and old.
  expect((await find('便携 孤例', ['many'])).map(({ id }) => id)).toEqual([many[3]?.id])
  const counts = await asReader(database.db, caller(mine), (tx) =>
    searchCounts(tx, mine, ['many', 'few', 'none'], '便携'),
  )
  expect(counts).toEqual([
    { kind: 'many', count: 1000, more: true },
    { kind: 'few', count: 1, more: false },
  ])
}, 60_000)

test('a page of a list is that of all its lines, whichever way it is found', async () => {
  const said = (at: number) =>
    [2, 20, 70, 500].filter((step) => at % step === 1).map((step) => `每${step}件有一`)
  const many = Array.from({ length: 3000 }, (_, at) =>
    // In the order of the list by no means in the order they came.
    record('列表', { label: `甲-${String((at * 1009) % 3000).padStart(4, '0')}`, texts: said(at) }),
  )
  await keep(mine, 'paged', many)
  const pages = (q: string, most: number, after?: string) =>
    asReader(database.db, caller(mine), async (tx) => {
      const id = 'searchDocument.id'
      let list = tx
        .selectFrom('searchDocument')
        .select(['id', 'label'])
        .where('institutionId', '=', mine)
        .where('kind', '=', 'paged')
        .orderBy('label', 'desc')
      if (after !== undefined) list = list.where('label', '<', after)
      const paged = { institution: mine, kind: 'paged', sought: q, id, most }
      const labels = { way: 'desc' as const, ...(after !== undefined && { after }) }
      const order = sql`label desc`
      return [
        await list
          .where(isFoundBy(id, mine, 'paged', q))
          .limit(most)
          .execute(),
        await pageFoundBy(tx, list, { ...paged, order }),
        await pageFoundBy(tx, list, { ...paged, order, labels }),
      ]
    })
  for (const q of [
    '每2件',
    '每20件有一',
    '每70件有一',
    '每500件',
    '列表',
    '甲-2',
    '甲-0500',
    '没有',
  ]) {
    for (const [most, after] of [[5], [21], [21, '甲-1500'], [600]] as [number, string?][]) {
      const [all, byId, byLabel] = await pages(q, most, after)
      expect(byId, `${q} ${most} ${after}`).toEqual(all)
      expect(byLabel, `${q} ${most} ${after}`).toEqual(all)
    }
  }
}, 60_000)

test('what stands on some shelves is counted to a thousand, and no further', async () => {
  for (const [shelf, said] of [
    [70, 200],
    [71, 400],
    [72, 400],
  ]) {
    await database.asOwner(`select setval('search_document_place_seq', ${shelf} * 8192 + 10)`)
    const some = Array.from({ length: 550 }, (_, at) =>
      record('示例', { texts: at < Number(said) ? ['透气膜'] : ['无关'] }),
    )
    await keep(mine, 'counted', some)
  }
  const counted = () =>
    asReader(database.db, caller(mine), (tx) => searchCounts(tx, mine, ['counted'], '透气膜'))
  expect(await counted()).toEqual([{ kind: 'counted', count: 1000, more: false }])
  await keep(mine, 'counted', [record('透气膜')])
  expect(await counted()).toEqual([{ kind: 'counted', count: 1000, more: true }])
}, 60_000)

test('records that stand on many shelves are found in their order, and counted in all', async () => {
  const made = new Map<number, readonly Findable[]>()
  for (const shelf of [60, 61, 62, 63]) {
    await database.asOwner(`select setval('search_document_place_seq', ${shelf} * 8192 + 10)`)
    // More than are looked through one by one say nothing of it.
    const others = Array.from({ length: 1100 }, () => record('无关'))
    const said = Array.from({ length: 6 }, (_, at) =>
      record(`示例${at}`, { texts: [`隔热垫${shelf}`] }),
    )
    const known = [record(`隔热垫${shelf}`)]
    await keep(mine, 'shelved', [...said, ...known, ...others])
    made.set(shelf, [...said, ...known])
  }
  const ids = (shelves: readonly number[], from: number, to: number) =>
    shelves
      .flatMap((shelf) => (made.get(shelf) ?? []).slice(from, to).reverse())
      .map(({ id }) => id)
  const found = async (q: string, limit: number) =>
    (await find(q, ['shelved'], mine, limit)).map(({ id }) => id)
  // Enough stand on the last two: those known by it come first, the newest of each.
  expect(await found('隔热垫', 9)).toEqual([
    ...ids([63, 62], 6, 7),
    ...ids([63, 62], 0, 6).slice(0, 7),
  ])
  // All of them, from all shelves.
  expect(await found('隔热垫', 40)).toEqual([
    ...ids([63, 62, 61, 60], 6, 7),
    ...ids([63, 62, 61, 60], 0, 6),
  ])
  expect(await found('隔热垫60', 40)).toEqual([...ids([60], 6, 7), ...ids([60], 0, 6)])
  const counts = await asReader(database.db, caller(mine), (tx) =>
    searchCounts(tx, mine, ['shelved'], '隔热'),
  )
  expect(counts).toEqual([{ kind: 'shelved', count: 28, more: false }])
  // Written again, a record stays on its shelf.
  const [old] = made.get(60) ?? []
  if (old) await keep(mine, 'shelved', [{ ...old, texts: ['隔热垫改'] }])
  expect(await found('隔热垫', 40)).toEqual([
    ...ids([63, 62, 61, 60], 6, 7),
    ...ids([63, 62, 61, 60], 0, 6),
  ])
})

test.each([
  `'`,
  `''`,
  `\\`,
  `a' | 'b`,
  `'); drop table search_document; --`,
  '*:*',
  '!止血',
  '止血 & !敷料',
  '止 <-> 血',
  '%',
  '_',
  '(',
  '\u{1F600}',
  '𠮷',
  'x'.repeat(100),
  '止'.repeat(100),
])('hostile words are words like any other: %s', async (q) => {
  const kept = record(`示例 ${q} 示例`)
  await keep(mine, 'hostile', [kept])
  expect((await filtered(q, 'hostile')).has(kept.id)).toBe(true)
})

test('a very long text is searched as far as an index can tell places, and does no harm', async () => {
  const kept = record('长文', { texts: [`${'甲乙丙'.repeat(6000)}止血`] })
  await keep(mine, 'long', [kept])
  expect(await filtered('乙丙甲', 'long')).toEqual(new Set([kept.id]))
  expect(await filtered('止血', 'long')).toEqual(new Set())
})
