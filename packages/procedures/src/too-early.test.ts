import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { abandonment } from './abandonment/abandonment.ts'
import { empowermentUse } from './empowerment/use.ts'
import { equityHolding } from './equity-holding/equity-holding.ts'
import { exemption } from './exemption/exemption.ts'
import { annualReport } from './machines/annual-report.ts'
import { platformCompany } from './platform-company/platform-company.ts'
import { decide } from './procedure/decide.ts'
import { alreadyDone, notYet } from './procedure/order.ts'
import type { Procedure } from './procedure/procedure.ts'
import { lawOf } from './procedure/testing/walk.ts'
import { rectification } from './rectification/rectification.ts'
import { useFirst } from './use-first/use-first.ts'

// What the record refuses of a case that was only just opened, or has just ended.

/** A case with one act, whatever it said. */
function justOpened(procedure: Procedure) {
  const by = { person: 'p', name: '示例', role: 'tto_negotiator' as const }
  const act = { seq: 1, type: procedure.opening, by, files: [], data: {} }
  return procedure.evolve(undefined, {
    ...act,
    on: day('2026-02-02'),
    at: '2026-02-02T09:00:00+08:00',
  })
}

test.each<[string, Procedure, string]>([
  ['U9 the end of the pilot before there is an agreement', empowermentUse, 'pilotEnded'],
  ['A5 a finding where nobody objected', abandonment, 'objectionFound'],
  ['X8 an appeal before a finding', exemption, 'appealed'],
  ['X9 reopened before a finding', exemption, 'reopened'],
  ['P9 dissolved before there is a company', platformCompany, 'dissolved'],
  ['F8 a cooperation before an assessment', useFirst, 'convertedToCooperate'],
  ['F9 an extension before an assessment', useFirst, 'useExtended'],
  ['F10 returned before it ended', useFirst, 'returned'],
  ['H7 an impairment that nobody decided', equityHolding, 'eventHandled'],
  ['H11 a liquidation that nobody decided', equityHolding, 'eventHandled'],
  ['S10 a report accepted before it is handed in', annualReport, 'annualReportAccepted'],
])('%s', (_title, procedure, type) => {
  const state = justOpened(procedure)
  expect(notYet(procedure, state, type)?.code).toMatch(/^[a-z-]+/)
})

test.each<[string, Procedure, string]>([
  ['A8 after the right was given up', abandonment, 'filingDropped'],
  ['R10 after it was closed', rectification, 'refused'],
])('%s', (_title, procedure, type) => {
  const over = { ...justOpened(procedure), status: 'closed' as const }
  expect(alreadyDone(procedure, over, type)?.code).toBe('case-closed')
})

const law = lawOf('cn-gd-2025')

test.each([
  ['H4 a dividend before there is a company', 'dividendReceived', 'finance'],
  ['H8 on the market before there is a company', 'marketEntered', 'finance'],
  ['H12 assessed before there is a company', 'assessed', 'finance'],
] as const)('%s', (_title, type, role) => {
  const state = justOpened(equityHolding)
  const at = '2026-02-03T09:00:00+08:00'
  const by = { person: 'p', name: '示例', role }
  const command = { type, on: day('2026-02-01'), at, by, data: {} }
  const decision = decide(equityHolding, { law, today: day('2026-02-03') }, state as never, command)
  expect(decision).toMatchObject({ refusal: { code: 'before-what-it-rests-on' } })
})
