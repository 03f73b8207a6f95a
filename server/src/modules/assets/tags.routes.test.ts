import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller, asSystem, type Tx } from '../../platform/database.ts'
import type { Person } from '../../platform/testing/app.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { amendContract, blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { holdTags } from './tag.commands.ts'
import { wrongTags } from './tag.queries.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const path = (filter: string) => `/assets?${filter}`

/** A hospital with some achievements that a ledger brought. */
async function hospital(count: number) {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator', 'tto_reviewer'], institution)
  const finance = await app.person(['finance'], institution)
  const { db } = app.context
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
  const numbers = async (filter: string) =>
    (await officer.get(path(filter))).body.items.map(({ number }: { number: string }) => number)
  const wrong = () =>
    asSystem(db, institution, (tx) => wrongTags(tx, institution, app.clock.today()))
  return { institution, officer, finance, ids: ids as readonly string[], numbers, wrong }
}

const right = (achievementId: string | undefined, more: object = {}) => ({
  ...{ kind: 'invention', title: '止血材料（虚构）', status: 'granted', grantedOn: '2026-02-01' },
  ...{ achievementId, ...more },
})

async function sent(by: Person, method: 'POST' | 'PATCH', url: string, body: object) {
  const answer = await by.send(method, url, body)
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

test('whatever tags follow from moves them in the list at once, and what is stored is what it comes to', async () => {
  const { officer, ids, numbers, wrong } = await hospital(4)
  expect(await numbers('attribute=authorised')).toEqual([])
  const first = await sent(officer, 'POST', '/rights', right(ids[0]))
  expect(await numbers('attribute=authorised')).toEqual(['CG-1'])
  expect(await numbers('attribute=unauthorised')).toEqual(['CG-4', 'CG-3', 'CG-2'])
  // As of the day before, and through the list that somebody else asks for.
  expect(await numbers('attribute=authorised&on=2026-01-31')).toEqual([])

  const moved = { expectedSeq: 1, reason: '关联更正', achievementId: ids[1] }
  await sent(officer, 'PATCH', `/rights/${first.id}`, moved)
  expect(await numbers('attribute=authorised')).toEqual(['CG-2'])

  const lapsed = { expectedSeq: 2, reason: '未缴年费', status: 'lapsed_unpaid' }
  await sent(officer, 'PATCH', `/rights/${first.id}`, lapsed)
  expect(await numbers('attribute=lapsed')).toEqual(['CG-2'])
  expect(await wrong()).toEqual([])
})

test('contracts and cases move what is transferred, and totals count what the filter finds', async () => {
  const { officer, finance, ids, numbers, wrong } = await hospital(3)
  const asOfficer = <Result>(work: (tx: Tx) => Promise<Result>) =>
    asCaller(app.context.db, officer.caller, work)
  const fields = {
    ...blankContract,
    ...{ kind: 'transfer', title: '许可合同（虚构）', number: 'HT-1', status: 'performing' },
    signedOn: '2026-03-01',
  } as typeof blankContract
  const [contract = ''] = await asOfficer((tx) =>
    enterContracts(tx, app.context.clock, officer.caller, [
      { fields, achievements: ids.slice(2), source: '台账' },
    ]),
  )
  expect(await numbers('conversion=converted')).toEqual(['CG-3'])
  await asOfficer((tx) =>
    amendContract(tx, app.context.clock, officer.caller, contract, {
      fields: { status: 'terminated', terminatedOn: '2026-05-01' },
      ...{ achievements: [], reason: '解除' },
    }),
  )
  expect(await numbers('conversion=converted')).toEqual([])
  expect(await numbers('conversion=converted&on=2026-04-30')).toEqual(['CG-3'])

  const opened = await sent(officer, 'POST', '/cases', ledgerCase(ids[0]))
  expect(await numbers('conversion=intended')).toEqual([])
  const act = { type: 'intentionRecorded', on: '2026-03-02', data: { document: '意向书（演示）' } }
  const acts = `/cases/${opened.id}/acts`
  await sent(officer, 'POST', acts, { ...act, files: [], expectedSeq: 1 })
  expect(await numbers('conversion=intended')).toEqual(['CG-1'])

  const cost = { kind: 'testing', funding: 'public', amountFen: '7000', spentOn: '2026-04-02' }
  for (const [at, id] of ids.entries()) {
    await sent(finance, 'POST', `/assets/${id}/costs`, { ...cost, voucher: `记-${at}` })
  }
  const { totals } = (await officer.get(path('conversion=none'))).body
  expect(totals).toMatchObject({ count: 2, spentFen: '14000', bookFen: '0' })
  expect(totals.counts.conversion).toEqual({ none: 2, intended: 0, converted: 0 })
  expect((await officer.get(path('q=材料之1'))).body.totals).toMatchObject({ spentFen: '7000' })
  expect((await officer.get(path('on=2026-04-01'))).body.totals).toMatchObject({ spentFen: '0' })
  expect(await wrong()).toEqual([])
})

test('what is marked and not yet worked out is right all the same', async () => {
  const { institution, officer, ids, numbers } = await hospital(2)
  expect(await numbers('attribute=authorised')).toEqual([])
  // Somebody else is at it, so nobody works anything out.
  const { db } = app.context
  await asSystem(db, institution, async (tx) => {
    await holdTags(tx, institution)
    await sent(officer, 'POST', '/rights', right(ids[0]))
    expect(await numbers('attribute=authorised')).toEqual(['CG-1'])
    expect(await numbers('attribute=unauthorised')).toEqual(['CG-2'])
  })
  expect(await numbers('attribute=authorised')).toEqual(['CG-1'])
  // By other rules all is worked out anew.
  await app.database.asOwner(
    `update asset_tag_rules set rules = 'older' where institution_id = $1`,
    [institution],
  )
  await app.database.asOwner(
    `update asset_tag set attribute = 'lapsed' where institution_id = $1`,
    [institution],
  )
  expect(await numbers('attribute=authorised')).toEqual(['CG-1'])
  expect(await numbers('attribute=lapsed')).toEqual([])
})

test('the check tells of tags that are not what they should be', async () => {
  const { institution, officer, ids, numbers, wrong } = await hospital(1)
  await sent(officer, 'POST', '/rights', right(ids[0]))
  await numbers('')
  expect(await wrong()).toEqual([])
  await app.database.asOwner('update asset_tag set count = 7 where institution_id = $1', [
    institution,
  ])
  expect(await wrong()).toEqual([ids[0]])
})

const ledgerCase = (achievementId: string | undefined) => ({
  ...{ procedure: 'asset_ledger', files: [], on: '2026-02-02' },
  data: {
    ...{ achievementId, title: '可吸收止血材料（虚构）', fundSource: 'public' },
    ...{ disclosedOn: '2026-01-20', startedOn: '2024-02-01', disclosesBasics: true },
    ...{ disclosesResearchState: true, disclosesMarket: true, projectContractAttached: true },
    ...{ taskBookAttached: true, ownedByUnit: true, stateAsset: true, reviewed: true },
  },
})
