import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller, asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { amendContract, blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { holdTags } from './tag.commands.ts'
import { wrongTags } from './tag.queries.ts'

// The register of achievements says how each stands by the same tag as the ledger of assets, and nobody types it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

type Stated = Partial<typeof blankAchievement>

/** A hospital with achievements of which an old ledger said something. */
async function hospital(...stated: readonly Stated[]) {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator', 'tto_reviewer'], institution)
  const { db } = app.context
  const ids = await asCaller(db, officer.caller, (tx) =>
    enterAchievements(
      tx,
      app.context,
      officer.caller,
      stated.map((said, at) => ({
        ...{ number: `CG-${at + 1}`, leadIdNumber: null, source: '试验台账' },
        fields: { ...blankAchievement, ...said, title: `止血材料之${at + 1}（虚构）` },
      })),
    ),
  )
  const numbers = async (filter: string, reader = officer) =>
    (await reader.get(`/achievements?sort=oldest&${filter}`)).body.items.map(
      ({ number }: { number: string }) => number,
    )
  const signed = async (achievement: string | undefined, more: object = {}) => {
    const fields = {
      ...blankContract,
      ...{ kind: 'transfer', title: '许可合同（虚构）', number: 'HT-1', status: 'performing' },
      ...{ signedOn: '2026-03-01', ...more },
    } as typeof blankContract
    const [contract = ''] = await asCaller(db, officer.caller, (tx) =>
      enterContracts(tx, app.context.clock, officer.caller, [
        { fields, achievements: achievement ? [achievement] : [], source: '台账' },
      ]),
    )
    return contract
  }
  const ended = (contract: string, on: string) =>
    asCaller(db, officer.caller, (tx) =>
      amendContract(tx, app.context.clock, officer.caller, contract, {
        fields: { status: 'terminated', terminatedOn: on },
        ...{ achievements: [], reason: '解除' },
      }),
    )
  const wrong = () =>
    asSystem(db, institution, (tx) => wrongTags(tx, institution, app.clock.today()))
  return { institution, officer, ids, numbers, signed, ended, wrong }
}

test('a contract that is signed makes its achievement converted in list, filter, sheet, page and stock', async () => {
  const { officer, ids, numbers, signed, ended, wrong } = await hospital({}, {}, {})
  expect(await numbers('conversion=none')).toEqual(['CG-1', 'CG-2', 'CG-3'])
  const contract = await signed(ids[1])
  expect(await numbers('conversion=converted')).toEqual(['CG-2'])
  expect(await numbers('conversion=none')).toEqual(['CG-1', 'CG-3'])
  const { items } = (await officer.get('/achievements?sort=oldest')).body
  expect(items.map(({ conversion }: { conversion: string }) => conversion)).toEqual([
    ...['none', 'converted', 'none'],
  ])
  expect((await officer.get(`/achievements/${ids[1]}`)).body.conversion).toBe('converted')
  const sheet = (await officer.get('/achievements.csv?conversion=converted')).text
  expect(sheet).toContain('CG-2')
  expect(sheet).not.toContain('CG-1')
  expect(sheet).toContain('已转化')

  await ended(contract, '2026-06-01')
  expect(await numbers('conversion=converted')).toEqual([])
  expect(await wrong()).toEqual([])
})

test('the sheet alone, the page alone and a bulk edit by the filter do not read what is stale', async () => {
  const { officer, ids, signed } = await hospital({}, {}, {})
  await signed(ids[0], { number: 'HT-1' })
  expect((await officer.get('/achievements.csv?conversion=converted')).text).toContain('CG-1')
  await signed(ids[1], { number: 'HT-2' })
  expect((await officer.get(`/achievements/${ids[1]}`)).body.conversion).toBe('converted')
  await signed(ids[2], { number: 'HT-3' })
  const foreseen = await officer.send('POST', '/edits/preview', {
    ...{ kind: 'achievement', filter: { conversion: 'converted' } },
    fields: { department: '示例外科' },
  })
  expect(foreseen.status, foreseen.text).toBe(200)
  expect(foreseen.body.items).toHaveLength(3)
})

test('an end that lies ahead changes the register on its day', async () => {
  const { officer, ids, numbers, signed, ended } = await hospital({})
  await ended(await signed(ids[0]), '2026-06-25')
  expect(await numbers('conversion=converted')).toEqual(['CG-1'])
  const before = app.clock.now()
  try {
    app.clock.set('2026-06-26')
    const again = await app.signInAgain(officer)
    expect(await numbers('conversion=none', again)).toEqual(['CG-1'])
  } finally {
    app.clock.set(before.toISOString())
  }
})

test('nobody types how an achievement stands', async () => {
  const { officer, ids } = await hospital({})
  for (const typed of [
    { conversion: 'converted' },
    { conversionCount: 2 },
    { attribute: 'authorised' },
    { stage: 'development' },
    { statedConversion: 'converted' },
  ]) {
    const change = { expectedSeq: 1, reason: '更正', ...typed }
    const answer = await officer.send('PATCH', `/achievements/${ids[0]}`, change)
    expect(answer.status, Object.keys(typed)[0]).toBe(400)
  }
  expect((await officer.get(`/achievements/${ids[0]}`)).body.seq).toBe(1)
})

test('what the old ledger said stays its word, and where it says otherwise is found', async () => {
  const stated: Stated = {
    ...{ statedConversion: 'converted', statedConversionCount: 3 },
    ...{ statedAttribute: 'authorised', statedStage: 'development' },
  }
  const { officer, ids, numbers, signed } = await hospital(
    stated,
    { statedConversion: 'none' },
    stated,
  )
  expect(await numbers('conversion=converted')).toEqual([])
  expect(await numbers('differs=true')).toEqual(['CG-1', 'CG-3'])
  await signed(ids[0])
  expect(await numbers('differs=true')).toEqual(['CG-3'])
  expect((await officer.get(`/achievements/${ids[2]}`)).body).toMatchObject({
    conversion: 'none',
    ...stated,
  })
  const sheet = (await officer.get('/achievements.csv?differs=true')).text
  expect(sheet).toContain('原台账所载转化状态')
  expect(sheet).toContain('CG-3')
})

test('an achievement that somebody writes at the same time keeps nobody waiting and is put right after', async () => {
  const { institution, ids, numbers, signed, wrong } = await hospital({}, {})
  await numbers('')
  await asSystem(app.context.db, institution, async (tx) => {
    await tx
      .updateTable('achievement')
      .set({ remark: '正在修改' })
      .where('institutionId', '=', institution)
      .where('id', '=', ids[0] ?? '')
      .execute()
    await signed(ids[0], { number: 'HT-1' })
    await signed(ids[1], { number: 'HT-2' })
    expect(await numbers('conversion=converted')).toEqual(['CG-2'])
  })
  expect(await numbers('conversion=converted')).toEqual(['CG-1', 'CG-2'])
  expect(await wrong()).toEqual([])
})

test('many who wait for what is worked out leave room for other hospitals, and read what is so', async () => {
  const [mine, other] = [await hospital({}), await hospital({})]
  await mine.numbers('')
  let readers: Promise<readonly unknown[]> | undefined
  await asSystem(app.context.db, mine.institution, async (tx) => {
    await holdTags(tx, mine.institution)
    await mine.signed(mine.ids[0])
    // More of them than there are connections.
    readers = Promise.all(Array.from({ length: 20 }, () => mine.numbers('conversion=converted')))
    const theirs = other.numbers('')
    const late = new Promise((resolve) => setTimeout(resolve, 5_000, 'nobody answered'))
    expect(await Promise.race([theirs, late])).toEqual(['CG-1'])
  })
  expect(new Set((await readers)?.map((found) => `${found}`))).toEqual(new Set(['CG-1']))
  expect(await mine.wrong()).toEqual([])
})
