import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { searchables } from './sources.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules)
})
afterAll(() => app.close())

const disclosure = {
  type: '材料',
  maturity: '样机',
  stateOfTheArt: '国内尚无同类敷料',
  market: '有',
  risks: '有',
  benefit: '有',
  need: '许可',
}
const achievement = (title: string) => ({
  title,
  kind: 'device',
  disclosure,
  inventors: [{ name: '示例甲', share: '100%' }],
})
const looked = (q: string, more = '') => `/search?q=${encodeURIComponent(q)}${more}`

test('one question finds records of every register, and shows where they say so', async () => {
  const officer = await app.person(['tto_negotiator'])
  const first = await officer.send('POST', '/achievements', achievement('可吸收止血材料（示例）'))
  const opened = await officer.send('POST', '/cases', {
    data: {
      title: '止血材料许可（示例）',
      achievement: '可吸收止血材料',
      team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
    },
  })
  expect([first.status, opened.status]).toEqual([201, 201])
  const found = (await officer.get(looked('止血'))).body
  expect(found.more).toBe(false)
  expect(found.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'achievement',
    'case',
  ])
  expect(found.items.find(({ kind }: { kind: string }) => kind === 'achievement')).toMatchObject({
    id: first.body.id,
    label: first.body.number,
    title: [
      { text: '可吸收', hit: false },
      { text: '止血', hit: true },
      { text: '材料（示例）', hit: false },
    ],
    snippet: null,
  })
  expect((await officer.get(looked('止血', '&kind=case'))).body.items).toHaveLength(1)
  const mention = (await officer.get(looked('敷料'))).body.items[0]
  expect(mention.snippet).toContainEqual({ text: '敷料', hit: true })
  expect((await officer.get(looked(first.body.number))).body.items[0].id).toBe(first.body.id)
})

test('a corrected title is found, the old one is not; lists filter by the same words', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const { body } = await officer.send('POST', '/achievements', achievement('引流装置'))
  const amended = { expectedSeq: 1, reason: '更正名称', title: '穿刺装置' }
  expect((await officer.send('PATCH', `/achievements/${body.id}`, amended)).status).toBe(200)
  expect((await officer.get(looked('引流'))).body.items).toEqual([])
  expect((await officer.get(looked(`穿刺 ${body.number}`))).body.items).toHaveLength(1)
  const listed = await officer.get(`/achievements?q=${encodeURIComponent('刺装')}`)
  expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id])
})

test('a right is found by its number in any notation, people by how their names are typed', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const right = {
    kind: 'invention',
    title: '骨科导板（示例）',
    number: '202110012345.9',
    inventors: ['单小明'],
  }
  const { id } = (await officer.send('POST', '/rights', right)).body
  for (const q of [
    'ZL 2021 1 0012345.9',
    'ＺＬ２０２１１００１２３４５．９',
    'CN202110012345',
    '2021100123459',
    '专利号：ZL202110012345.X',
    'sxm',
    'shanxiaoming',
    'xiaoming',
    'danxiao',
    '导板 sxm',
  ]) {
    const found = (await officer.get(looked(q))).body.items
    expect(
      found.map((one: { id: string }) => one.id),
      q,
    ).toEqual([id])
  }
  const [hit] = (await officer.get(looked('sxm'))).body.items
  expect(hit.snippet).toContainEqual({ text: '单小明', hit: true })
  expect((await officer.get(looked('smx'))).body.items).toEqual([])
  const counted = await officer.get(`/search/counts?q=${encodeURIComponent('导板')}`)
  expect(counted.body).toEqual({ items: [{ kind: 'right', count: 1, more: false }] })
})

test('every kind that can be looked for can be made findable anew', () => {
  const kinds = (some: readonly { readonly kind: string }[]) => some.map(({ kind }) => kind).sort()
  expect(kinds(searchables)).toEqual(kinds(modules.flatMap(({ searchable = [] }) => searchable)))
})

test('what was written under older rules is made findable anew, with its pinyin', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const entered = [
    await officer.send('POST', '/rights', {
      kind: 'invention',
      title: '骨科导板（示例）',
      number: '202110012345.9',
      inventors: ['单小明'],
    }),
    await officer.send('POST', '/achievements', achievement('引流装置')),
    await officer.send('POST', '/cases', {
      data: {
        title: '导板许可（示例）',
        achievement: '骨科导板',
        team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
      },
    }),
  ]
  expect(entered.map(({ status }) => status)).toEqual([201, 201, 201])
  await app.database.asOwner(
    `update search_document set edition = 0, lexemes = array_to_tsvector(array['x'])
     where institution_id = $1`,
    [institution],
  )
  // Of a kind that nobody knows any more.
  await app.database.asOwner(
    `insert into search_document (institution_id, kind, id, title, body, lexemes)
     values ($1, 'unheard-of', gen_random_uuid(), '', '', '')`,
    [institution],
  )
  const found = async (q: string) =>
    (await officer.get(looked(q))).body.items.map(({ kind }: { kind: string }) => kind).sort()
  expect(await found('导板')).toEqual([])
  await app.database.asOwner(
    `insert into job (institution_id, task, payload, run_at, key)
     values ($1, 'search.findAnew', '{}', '2000-01-01', 'search.findAnew')`,
    [institution],
  )
  await app.workOff()
  expect(await found('导板')).toEqual(['case', 'right'])
  expect(await found('sxm')).toEqual(['right'])
  expect(await found('引流')).toEqual(['achievement'])
  const left = await app.database.asOwner(
    'select from search_document where institution_id = $1 and edition < 2',
    [institution],
  )
  expect(left).toEqual([])
})

test('a person finds only what that person may read, and nobody another institution’s', async () => {
  const institution = await app.institution()
  const importer = await app.person(['tto_negotiator'], institution)
  const enter = (kind: string) =>
    app.database.asOwner(
      `insert into search_document (institution_id, kind, id, title, body, lexemes)
       values ($1, $2, $3, '示例许可', '', $4::tsvector)`,
      [
        institution,
        kind,
        '01900000-0000-7000-8000-000000000001',
        `' ${institution} ${kind}' '许可':3A`,
      ],
    )
  for (const kind of ['contract', 'case', 'unheard-of']) await enter(kind)
  const kinds = async (who: typeof importer) =>
    (await who.get(looked('许可'))).body.items.map(({ kind }: { kind: string }) => kind).sort()
  expect(await kinds(importer)).toEqual(['case', 'contract'])
  expect(await kinds(await app.person(['inventor'], institution))).toEqual(['case'])
  expect(await kinds(await app.person(['tto_negotiator'], await app.institution()))).toEqual([])
  expect((await app.nobody.get(looked('许可'))).status).toBe(401)
})

test.each([
  ['no word', '/search?q=%20', '#/q'],
  ['too many characters', looked('止'.repeat(101)), '#/q'],
  ['too many hits', looked('止血', '&limit=51'), '#/limit'],
  ['an unknown filter', looked('止血', '&colour=red'), 'colour'],
])('%s is refused by name', async (_what, url, pointer) => {
  const officer = await app.person(['tto_negotiator'])
  const answer = await officer.get(url)
  expect(answer.status).toBe(400)
  expect(JSON.stringify(answer.body.errors)).toContain(pointer)
})
