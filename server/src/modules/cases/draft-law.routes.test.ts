import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { lead, lineOf, sampleDeal } from './testing/leading.ts'

// Shanghai has published nothing that is at hand: its drafts advise an institution there and hold nothing back.

const deal = { ...sampleDeal, hospital: '示例沪上医院（虚构）' }
const line = lineOf(deal)

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

/** Walks a whole case, some acts left out; tells what it came to. */
async function walked(from: Day, skipped: readonly string[] = [], whole = line) {
  const steps = whole.filter(({ type }) => !skipped.includes(type))
  const { id, on } = await lead(house, institution, steps, from)
  house.clock.set(`${addDays(on, 1)}T08:00:00+08:00`)
  // Who signed in before the clock was moved is no longer signed in.
  const reader = await house.person(['tto_negotiator'], institution)
  const { body } = await reader.get(`/cases/${id}`)
  return { findings: body.assessment.findings as readonly Found[], state: body.case }
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
  const { findings, state } = await walked('2026-03-02' as Day)
  expect(state.status).toBe('closed')
  expect(new Set(findings.map(({ pack }) => pack))).toEqual(new Set(['cn-sh-draft-2024']))
  expect(findings.every(({ advisory }) => advisory)).toBe(true)
  expect(statusOf(findings)).toMatchObject({
    'sh.allocation.contributors': 'met',
    'sh.decision.passed': 'met',
    'sh.notice.fields': 'met',
  })
})

test('what finance says of a payout is held against the draft; the rest stays unknown', async () => {
  const said = {
    countedInPerformancePay: true,
    cappedByPerformancePay: false,
    inSocialInsuranceBase: false,
    taxWithheld: true,
  }
  const steps = line.map((step) =>
    step.type === 'paid'
      ? { ...step, data: (on: string, before: string) => ({ ...step.data(on, before), ...said }) }
      : step,
  )
  const { findings } = await walked('2026-03-04' as Day, [], steps)
  expect(statusOf(findings)).toMatchObject({
    'sh.wages': 'met',
    'sh.wages.insurance': 'met',
    'sh.tax.withheld': 'met',
  })
  const unknown = findings.filter(({ status }) => status === 'unknown').map(({ norm }) => norm)
  expect(unknown).toEqual(['sh.allocation.contributors.staff'])
})

test('what the draft asks and nobody did is told, and stops nothing', async () => {
  const { findings, state } = await walked('2026-03-03' as Day, [
    'contractRegistered',
    'registrationReported',
  ])
  expect(statusOf(findings)).toMatchObject({ 'sh.registration': 'pending' })
  expect(state.status).toBe('closed')
})
