import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// A share rests on entries of the ledger of work: the act keeps what they said and their fingerprint.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
})
afterAll(() => house?.close())

test('a plan cites entries about whom it gives to, as they stood; any other is refused', async () => {
  const institution = await house.institution(sampleDeal.hospital)
  const officer = await house.person(['tto_negotiator'], institution)
  const worker = await house.person(['inventor'], institution)
  const project = { number: 'KY-2024-07', title: '止血材料研究（虚构）', leader: '甲示例' }
  const { body } = await officer.send('POST', '/projects', project)
  const note = async (more: object) => {
    const entry = { kind: 'share', onDay: '2026-02-01', words: '按分工（演示）', share: '60%' }
    const answer = await officer.send('POST', `/projects/${body.id}/entries`, { ...entry, ...more })
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id as string
  }
  const first = await note({ personName: '甲示例' })
  const other = await note({ personName: '乙示例', share: '40%' })
  const right = await note({ personName: '甲示例', share: '55%', corrects: first })
  const about = { personId: worker.caller.person, personName: worker.caller.name }
  const doubted = await note({ ...about, share: '45%', isMeant: true })
  const answer = { answer: 'disputed', words: '比例有误' }
  const told = await worker.send('POST', `/projects/${body.id}/entries/${doubted}/answer`, answer)
  expect(told.status, told.text).toBe(204)

  const steps = upTo('planDrafted', lineOf(sampleDeal))
  const standing = await lead(house, institution, steps.slice(0, -1), '2026-03-02' as Day)
  const plan = steps.at(-1)
  if (!plan) throw new TypeError('The line has a plan.')
  const on = addDays(standing.on, plan.after)
  const draft = (cited: readonly string[], more: object = {}) => {
    const data = plan.data(on, addDays(on, -1)) as { lines: object[] }
    const workload = cited.map((entry) => ({ entry, words: '冒充的内容', digest: 'x' }))
    const lines = data.lines.map((line, at) =>
      at === 0 ? { ...line, workload } : { ...line, ...more },
    )
    return actIn(
      house,
      institution,
      plan.by,
      { ...standing, on },
      { ...plan, data: { ...data, lines } },
    )
  }
  for (const wrong of [other, first, '00000000-0000-7000-8000-0000000000ff']) {
    expect(await draft([wrong])).toMatchObject({
      kind: 'refused',
      code: 'malformed-data',
      errors: [{ pointer: '#/data/lines/0/workload', rule: 'citable-entry' }],
    })
  }
  // What is disputed may be cited, and the plan says so.
  const second = { person: worker.caller.person, workload: [{ entry: doubted }] }
  expect(await draft([right], second)).toMatchObject({ kind: 'accepted' })

  // What the client says of the entry is not taken; the record is whole.
  const entries = (await officer.get(`/projects/${body.id}`)).body.entries
  const { digest } = entries.find(({ id }: { id: string }) => id === right)
  const [row] = await house.database.asOwner(
    `select entry -> 'data' -> 'lines' -> 0 -> 'workload' as cited from act where type = 'planDrafted'`,
  )
  expect(row?.['cited']).toEqual([
    {
      entry: right,
      project: body.id,
      number: 'KY-2024-07',
      on: '2026-02-01',
      kind: 'share',
      share: '55%',
      words: '按分工（演示）',
      digest,
    },
  ])
  const [next] = await house.database.asOwner(
    `select entry -> 'data' -> 'lines' -> 1 -> 'workload' -> 0 ->> 'answer' as answer
      from act where type = 'planDrafted'`,
  )
  expect(next).toEqual({ answer: 'disputed' })
  const shown = await officer.get(`/cases/${standing.id}`)
  expect(shown.body.chain).toMatchObject({ ok: true })
  const paper = await officer.get(`/cases/${standing.id}/papers/distribution-table`)
  expect(paper.text).toContain(`KY-2024-07 2026-02-01 55% ${digest.slice(0, 8)}`)
  expect(paper.text).toContain('45%（本人有异议）')
})
