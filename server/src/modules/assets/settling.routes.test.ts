import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller, asReader, asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { amendContract, blankContract, enterContracts } from '../contracts/index.ts'
import { multipart } from '../imports/testing/upload.ts'
import { modules } from '../index.ts'
import { holdTags, settleInTurns } from './tag.commands.ts'
import { isUnsettled, wrongTags } from './tag.queries.ts'

// What registers show of the tags is worked out by the worker before anybody reads it; who comes first reads what is so.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

/** A hospital whose worker has nothing left to do. */
async function hospital(count = 2) {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator', 'tto_reviewer'], institution)
  const { db, clock } = app.context
  const ids = await asCaller(db, officer.caller, (tx) =>
    enterAchievements(
      tx,
      app.context,
      officer.caller,
      Array.from({ length: count }, (_, at) => ({
        ...{ number: `CG-${at + 1}`, leadIdNumber: null, source: '试验台账' },
        fields: { ...blankAchievement, title: `止血材料之${at + 1}（虚构）` },
      })),
    ),
  )
  await app.workOff()
  const isOpen = () =>
    asReader(db, officer.caller, (tx) => isUnsettled(tx, institution, clock.today()))
  const wrong = () => asSystem(db, institution, (tx) => wrongTags(tx, institution, clock.today()))
  /** How the register has it, without anybody who reads it by a route. */
  const stored = async () => {
    const rows = await app.database.asOwner(
      'select number, conversion from achievement where institution_id = $1 order by number',
      [institution],
    )
    return rows.map(({ conversion }) => conversion)
  }
  const signed = async (achievement: string | undefined, more: object = {}) => {
    const fields = {
      ...blankContract,
      ...{ kind: 'transfer', title: '许可合同（虚构）', number: 'HT-1', status: 'performing' },
      ...{ signedOn: '2026-03-01', ...more },
    } as typeof blankContract
    const [contract = ''] = await asCaller(db, officer.caller, (tx) =>
      enterContracts(tx, clock, officer.caller, [
        { fields, achievements: achievement ? [achievement] : [], source: '台账' },
      ]),
    )
    return contract
  }
  return { institution, officer, ids, isOpen, wrong, stored, signed }
}

async function enter(by: Person, name: string, lines: readonly string[]) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, name, Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)),
  })
  const draft = answer.json()
  const rows = { version: draft.version, rows: draft.written }
  const confirmed = await by.send('POST', `/imports/${draft.id}/confirm`, rows)
  expect(confirmed.status, confirmed.text).toBe(200)
  return { id: draft.id as string, rows: draft.written as number }
}

/** Moves the clock for a while. */
async function later<Result>(to: string, work: () => Promise<Result>): Promise<Result> {
  const before = app.clock.now()
  try {
    app.clock.set(to)
    return await work()
  } finally {
    app.clock.set(before.toISOString())
  }
}

test('a new institution and one that was never read have nothing left to be worked out', async () => {
  const { isOpen, wrong } = await hospital()
  expect(await isOpen()).toBe(false)
  expect(await wrong()).toEqual([])
})

test('what an import told of achievements is worked out after it, and so is what its undoing tells', async () => {
  const { officer, isOpen, stored, wrong } = await hospital()
  const contracts = await enter(officer, '合同台账.csv', [
    '合同编号,合同名称,合同类型,相对方,签订日期,状态,对应成果编号',
    'HT-2026-1,示例许可合同（虚构）,许可,示例公司（虚构）,2026-03-01,履行中,CG-2',
  ])
  expect(await isOpen()).toBe(true)
  await app.workOff()
  expect(await isOpen()).toBe(false)
  expect(await stored()).toEqual(['none', 'converted'])

  const undone = { records: contracts.rows, reason: '上传了旧的台账' }
  const answer = await officer.send('POST', `/imports/${contracts.id}/undo`, undone)
  expect(answer.status, answer.text).toBe(200)
  expect(await isOpen()).toBe(true)
  await app.workOff()
  expect([await isOpen(), await stored()]).toEqual([false, ['none', 'none']])
  expect(await wrong()).toEqual([])
})

test('an order for many records is followed to its end', async () => {
  const { officer, ids, isOpen, stored, signed, wrong } = await hospital()
  const made = [await signed(ids[0]), await signed(ids[1], { number: 'HT-2' })]
  await officer.get('/achievements')
  expect(await stored()).toEqual(['converted', 'converted'])
  const order = {
    ...{ id: newId(), kind: 'contract', fields: { kind: 'service' }, reason: '归类更正' },
    records: made.map((id) => ({ id, expectedSeq: 1 })),
  }
  const started = await officer.send('POST', '/edits', order)
  expect(started.status, started.text).toBe(202)
  await app.workOff()
  expect((await officer.get(`/edits/${order.id}`)).body.progress.recorded).toBe(2)
  expect([await isOpen(), await stored()]).toEqual([false, ['none', 'none']])
  expect(await wrong()).toEqual([])
})

test('the day of the institution is begun at its midnight, with what ends or begins on it', async () => {
  const { officer, ids, isOpen, stored, signed, wrong } = await hospital(3)
  const contract = await signed(ids[0])
  await signed(ids[1], { number: 'HT-2' })
  await asCaller(app.context.db, officer.caller, (tx) =>
    amendContract(tx, app.context.clock, officer.caller, contract, {
      fields: { status: 'terminated', terminatedOn: '2026-06-25' },
      ...{ achievements: [], reason: '解除' },
    }),
  )
  await officer.get('/achievements')
  expect(await stored()).toEqual(['converted', 'converted', 'none'])
  // Days on which nothing ran are passed over.
  await later('2026-06-26T00:00:01+08:00', async () => {
    expect(await isOpen()).toBe(true)
    await app.workOff()
    expect([await isOpen(), await stored()]).toEqual([false, ['none', 'converted', 'none']])
    expect(await wrong()).toEqual([])
  })
  // A clock that was set back: all is looked at, and who comes first reads what is so.
  const { items } = (await officer.get('/achievements?sort=oldest')).body
  expect(items[0].conversion).toBe('converted')
})

test('what is marked in thousands is worked out in turns, and a turn that breaks loses nothing', async () => {
  const { institution, ids, isOpen, stored, signed, wrong } = await hospital()
  const { db, clock } = app.context
  await signed(ids[1])
  await app.database.asOwner(
    `insert into asset_tag_mark (institution_id, achievement_id)
     select $1, $2::uuid from generate_series(1, 6000)`,
    [institution, ids[1]],
  )
  const broken = asSystem(db, institution, async (tx) => {
    await settleInTurns(tx, clock, institution)
    throw new Error('The power is gone.')
  })
  await expect(broken).rejects.toThrow('The power is gone.')
  expect([await isOpen(), await stored()]).toEqual([true, ['none', 'none']])
  await asSystem(db, institution, (tx) => settleInTurns(tx, clock, institution))
  expect(await isOpen()).toBe(true)
  // The turn left a job for the next.
  await app.workOff()
  expect([await isOpen(), await stored()]).toEqual([false, ['none', 'converted']])
  expect(await wrong()).toEqual([])
})

test('the worker waits for nobody who is at it, and comes back', async () => {
  const { institution, officer, ids, isOpen, stored, signed } = await hospital()
  await signed(ids[0])
  const { db, clock } = app.context
  await asSystem(db, institution, async (tx) => {
    await holdTags(tx, institution)
    await asSystem(db, institution, (other) => settleInTurns(other, clock, institution))
    await app.workOff()
  })
  expect([await isOpen(), await stored()]).toEqual([true, ['none', 'none']])
  await later(new Date(clock.now().getTime() + 11_000).toISOString(), () => app.workOff())
  expect([await isOpen(), await stored()]).toEqual([false, ['converted', 'none']])
  // And where nobody came back, who reads first reads what is so.
  await signed(ids[1], { number: 'HT-2' })
  expect((await officer.get('/achievements?conversion=converted')).body.items).toHaveLength(2)
})
