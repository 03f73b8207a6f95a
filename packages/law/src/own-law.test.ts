import { day, type Words } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { type AssessOptions, assess, compile, explain, type Pack, parseFacts } from './index.ts'

// What an institution adds to the law: readings it chose and rules of its own, each from a day on.

const say = (text: string): Words => ({ zh: text, en: text })

/** An invented law: paid in full, or a part of it, as one reads it; a floor that may be raised. */
const pack: Pack = {
  id: 'x',
  jurisdiction: 'x',
  title: say('invented'),
  revision: 1,
  status: 'published',
  sources: [{ id: 'x-law', title: say('invented'), status: 'in-force' }],
  facts: {
    paidOn: { label: say('paid'), type: 'date', nullable: true, event: true },
    isWhole: { label: say('whole'), type: 'bool' },
    gross: { label: say('gross'), type: 'money' },
    costs: { label: say('costs'), type: { list: { kind: { label: say('kind'), type: 'text' } } } },
    toA: { label: say('A'), type: 'money' },
  },
  actions: { pay: say('pay') },
  parameters: {
    least: {
      label: say('least'),
      type: 'ratio',
      bound: 'floor',
      values: [{ from: '2025-01-01', value: '30%', cite: 'a1' }],
    },
  },
  definitions: {
    off: { label: say('off'), type: 'money', is: 'gross - gross', cite: 'a3' },
    net: { label: say('net'), type: 'money', is: 'gross', cite: 'a3' },
  },
  interpretations: {
    'x.paid': {
      label: say('paid'),
      type: 'bool',
      question: say('is a part enough?'),
      cite: 'a2',
      readings: {
        part: { text: say('part'), is: true },
        whole: { text: say('whole'), is: 'isWhole' },
      },
      default: 'part',
      rationale: say('invented'),
    },
  },
  norms: [
    {
      id: 'x.pay',
      topic: 'pay',
      title: say('pay'),
      cite: 'a2',
      anchor: ['paidOn'],
      met: 'x.paid',
      requiredFor: ['pay'],
    },
  ],
  money: {
    anchor: ['paidOn'],
    income: 'gross',
    costs: 'costs',
    deductions: 'off',
    net: 'net',
    shares: [{ id: 'a', param: 'least', planned: 'toA', cite: 'a1' }],
    parts: ['toA'],
  },
}
const law = compile([pack])
const choice = { id: 'x.paid', reading: 'whole', from: '2026-03-01', by: '示例', basis: '1' }

function look(json: object, asOf: string, own: Partial<AssessOptions> = { chosen: [choice] }) {
  return assess(law, parseFacts(law, json), { asOf: day(asOf), ...own })
}

describe('a reading that the institution chose', () => {
  test.each([
    ['before its first day the default speaks', '2026-02-28', 'met', 'part'],
    ['from its first day on the choice speaks', '2026-03-01', 'breached', 'whole'],
  ])('%s', (_why, asOf, status, reading) => {
    const [finding] = look({ isWhole: false, paidOn: null }, asOf).findings
    expect([finding?.status, finding?.readings[0]?.reading]).toEqual([status, reading])
  })

  test('does not reach back to what happened before it', () => {
    const { findings, actions } = look({ isWhole: false, paidOn: '2026-02-27' }, '2026-06-01')
    expect(findings[0]).toMatchObject({ status: 'met', readings: [{ reading: 'part' }] })
    expect(findings[0]?.readings[0]?.chosen).toBeUndefined()
    expect(actions['pay']?.can).toBe('yes')
  })

  test('says who chose it, on what basis', () => {
    const [finding] = look({ isWhole: true, paidOn: '2026-03-01' }, '2026-06-01').findings
    const chosen = { by: '示例', basis: '1', from: '2026-03-01' }
    expect(finding?.readings).toEqual([
      { id: 'x.paid', reading: 'whole', alternatives: ['part'], chosen },
    ])
    expect(JSON.stringify(finding && explain(finding, 'en'))).toContain('paid (read as: whole)')
  })

  test.each([
    ['ends on its day', { chosen: [{ ...choice, to: '2026-05-01' }] }],
    ['gives way to a reading tried out', { chosen: [choice], readings: { 'x.paid': 'part' } }],
    ['is passed over when the law no longer has it', { chosen: [{ ...choice, reading: 'gone' }] }],
  ])('%s', (_why, own) => {
    expect(look({ isWhole: false, paidOn: null }, '2026-05-01', own).findings[0]?.status).toBe(
      'met',
    )
  })
})

test('money that was paid keeps the floor of the day it was paid on', () => {
  const rules = [{ param: 'least', from: '2026-03-01', value: '40%', by: '示例', basis: '1' }]
  const floorOf = (paidOn: string | null) => {
    const facts = { gross: '1000', costs: [], toA: '300', paidOn }
    return look(facts, '2026-06-01', { rules }).money?.floors[0]?.amount
  }
  expect([floorOf('2026-02-28'), floorOf('2026-03-01'), floorOf(null)]).toEqual([300n, 400n, 400n])
})
