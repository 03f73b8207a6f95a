import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chance } from '../../apps/demo/chance.ts'
import type { Deal } from '../../apps/demo/deal.ts'
import { walkTo } from '../../apps/demo/walk.ts'
import { clockAt } from '../../platform/clock.ts'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { deskOf, openCase, performAct } from './index.ts'

// Shanghai has published nothing that is at hand: its drafts advise an institution there and hold nothing back.

const deal: Deal = {
  hospital: '示例沪上医院（虚构）',
  universityAffiliated: false,
  achievement: '可吸收止血材料（虚构）',
  team: [
    { name: '甲示例', percent: 60 },
    { name: '乙示例', percent: 40 },
  ],
  mode: 'license',
  counterparty: '样例科技有限公司（虚构）',
  price: 120_000_000n,
  costs: [{ kind: 'tax', amount: 20_000_000n }],
  registration: '示例000009',
}
const line = walkTo('closed', deal, chance(1)).steps
const roles = {
  officer: ['tto_negotiator'],
  reviewer: ['tto_reviewer'],
  inventor: ['inventor', 'team_rep'],
  finance: ['finance'],
  leaders: ['leaders'],
  legal: ['legal'],
}
const persons = Object.keys(roles)

let house: TestApp
let institution: string
let legal: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  institution = await house.institution(deal.hospital)
  legal = await house.person(['legal'], institution)
  const admin = await house.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  await admin.send('PATCH', '/institution', { expectedSeq: body.seq, province: 'CN-SH' })
})
afterAll(() => house?.close())

/** Walks a whole case, each act by whose turn it is; tells what was refused. */
async function walked(from: Day, skipped: readonly string[] = []) {
  let [id, on] = ['', from]
  const refused: string[] = []
  for (const step of line) {
    on = addDays(on, step.after)
    if (skipped.includes(step.type)) continue
    const order = { data: step.data(on, addDays(on, -1)), files: [], on, type: step.type }
    const actor = {
      institution,
      person: `00000000-0000-7000-8000-00000000000${persons.indexOf(step.by) + 1}`,
      name: step.by,
      roles: roles[step.by as keyof typeof roles],
    }
    const outcome = await asSystem(house.context.db, institution, async (tx) => {
      const desk = await deskOf(tx, clockAt(on), institution)
      return id === '' ? openCase(tx, desk, actor, order) : performAct(tx, desk, actor, id, order)
    })
    if (outcome.kind === 'refused') refused.push(`${step.type}: ${JSON.stringify(outcome)}`)
    else id = outcome.id
  }
  house.clock.set(`${addDays(on, 1)}T08:00:00+08:00`)
  // Who signed in before the clock was moved is no longer signed in.
  const reader = await house.person(['tto_negotiator'], institution)
  const { body } = await reader.get(`/cases/${id}`)
  return { refused, findings: body.assessment.findings as readonly Found[], state: body.case }
}

interface Found {
  readonly norm: string
  readonly pack: string
  readonly status: string
  readonly advisory: boolean
}

const statusOf = (findings: readonly Found[]) =>
  Object.fromEntries(findings.map((each) => [each.norm, each.status]))

test('an own rule below the draft is no breach of law, and may be proposed', async () => {
  const proposed = await legal.send('POST', '/institution/rules', {
    param: 'inventor.floor',
    value: '60%',
    from: '2026-03-02',
    basis: '院发（示例）第九条',
  })
  expect(proposed.status, proposed.text).toBe(201)
  const { body } = await legal.get('/institution/rules')
  const floor = body.items.find(({ id }: { id: string }) => id === 'inventor.floor')
  expect(floor.layers).toMatchObject([{ jurisdiction: 'CN-SH', value: '70%', isDraft: true }])
})

test('a whole deal is done under the draft, which only advises', async () => {
  const { refused, findings, state } = await walked('2026-03-02' as Day)
  expect(refused).toEqual([])
  expect(state.status).toBe('closed')
  expect(new Set(findings.map(({ pack }) => pack))).toEqual(new Set(['cn-sh-draft-2024']))
  expect(findings.every(({ advisory }) => advisory)).toBe(true)
  expect(statusOf(findings)).toMatchObject({
    'sh.allocation.contributors': 'met',
    'sh.decision.passed': 'met',
    'sh.notice.fields': 'met',
  })
})

test('what the draft asks and nobody did is told, and stops nothing', async () => {
  const { refused, findings, state } = await walked('2026-03-03' as Day, [
    'contractRegistered',
    'registrationReported',
  ])
  expect(refused).toEqual([])
  expect(statusOf(findings)).toMatchObject({ 'sh.registration': 'pending' })
  expect(state.status).toBe('closed')
})
