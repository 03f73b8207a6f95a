import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { modules } from '../index.ts'
import { blankRight, enterRights, type RightFields } from '../rights/index.ts'

// A review before filing is asked for by one draft: it advises where it is, and nobody asks elsewhere.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const right = (achievementId: string, filedOn: string) => ({
  ...{ kind: 'invention', title: '止血材料（虚构）', status: 'pending' },
  ...{ achievementId, filedOn },
})

async function hospital(province: string) {
  const institution = await app.institution()
  const admin = await app.person(['admin'], institution)
  const { body: house } = await admin.get('/institution')
  await admin.send('PATCH', '/institution', { expectedSeq: house.seq, province })
  const officer = await app.person(['tto_negotiator', 'tto_reviewer'], institution)
  const disclosed = await officer.send('POST', '/achievements', {
    ...{ title: '止血材料（虚构）', kind: 'device', disclosure: { type: '材料' } },
    inventors: [{ name: '示例甲', share: '100%' }],
  })
  const id: string = disclosed.body.id
  const path = `/achievements/${id}/filing-review`
  const review = async () => (await officer.get(path)).body
  return { institution, officer, id, path, review }
}

test('what went out without a review or against it is told with the text that asks, and recorded all the same', async () => {
  const { officer, id, review } = await hospital('CN-SH')
  expect(await review()).toMatchObject({
    asked: { isDraft: true, from: null, cite: 'sh-draft-2024#a7.p1' },
    ...{ outcome: null, isFiled: false, gaps: [] },
  })
  const entered = await officer.send('POST', '/rights', right(id, '2026-06-01'))
  expect(entered.status, entered.text).toBe(201)
  expect((await review()).gaps).toMatchObject([{ id: entered.body.id, gap: 'unreviewed' }])

  // What a ledger brought says nothing of what was done before it came.
  const { db, clock } = app.context
  await asCaller(db, officer.caller, (tx) =>
    enterRights(tx, clock, officer.caller, [
      {
        fields: { ...blankRight, ...right(id, '2020-06-01') } as RightFields,
        source: '台账第 3 行',
      },
    ]),
  )
  expect((await review()).gaps).toHaveLength(1)

  const file = await storedFile(app, officer, '评估.txt', '申请前评估（虚构）')
  const held = { evaluator: '转化部门', scores: {}, words: null, valueFen: null, files: [file] }
  const told = await officer.send('POST', `/achievements/${id}/evaluations`, {
    ...{ ...held, kind: 'pre_filing', heldOn: '2026-05-20', outcome: 'not_file', reason: 'budget' },
  })
  expect(told.status, told.text).toBe(201)
  expect((await review()).gaps).toMatchObject([{ gap: 'against' }])
  const again = await officer.send('POST', `/achievements/${id}/evaluations`, {
    ...{ ...held, kind: 'pre_filing', heldOn: '2026-05-30', outcome: 'file', reason: null },
  })
  expect(again.status, again.text).toBe(201)
  expect(await review()).toMatchObject({ outcome: 'file', isFiled: true, gaps: [] })
})

test('where no text asks for it nothing is missing, and it is not for everybody', async () => {
  const { institution, officer, id, path, review } = await hospital('CN-GD')
  await officer.send('POST', '/rights', right(id, '2026-06-01'))
  expect(await review()).toMatchObject({ asked: null, isFiled: true, gaps: [] })
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get(path)).status).toBe(403)
  const stranger = await app.person(['tto_reviewer'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
})
