import { expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { exemption } from './exemption.ts'

// How long the steps of an inquiry take no article says: the times are ours, remind and advise.

const guangdong = walker(exemption, lawOf('cn', 'cn-gd-2025'))

const opened: Step = [
  '2026-06-02',
  'discipline',
  'exemptionOpened',
  {
    title: '示例转让定价调查（虚构）',
    trigger: 'audit',
    account: '审计发现成交价低于后来估值',
    triggeredOn: '2026-06-01',
    conduct: '协议定价未评估',
    conductOn: '2026-03-10',
    procedureMade: true,
    procedureRule: '院发（示例）1号',
    subjects: [{ name: '示例甲', relief: 'person', role: 'manager' }],
  },
]
const named: Step = [
  '2026-06-03',
  'discipline',
  'investigatorsNamed',
  { investigators: [{ name: '示例调查员' }] },
]
const gathered: Step = ['2026-06-04', 'discipline', 'evidenceGathered', {}]
const facts = [opened, named, gathered]
const called = (hearingOn: string): Step => [
  '2026-06-08',
  'discipline',
  'hearingCalled',
  { name: '示例甲', hearingOn, how: '书面通知' },
]
const heard = (on: string, inWriting = false): Step => [
  on,
  'discipline',
  'heard',
  { name: '示例甲', statement: '说明', inWriting },
]

test('X4: a hearing does not come before the day its call names; a later call names another', () => {
  const before = heard('2026-06-23')
  expect(guangdong.attempt([...facts, called('2026-06-24')], before)).toBe('before-the-hearing')
  expect(guangdong.attempt([...facts, called('2026-06-23')], before)).toBe('accepted')
  const written = heard('2026-06-09', true)
  expect(guangdong.attempt([...facts, called('2026-06-24')], written)).toBe('accepted')
  const again = [...facts, called('2026-06-24'), called('2026-06-23')]
  expect(guangdong.attempt(again, before)).toBe('accepted')
})

test('X4: a call that leaves less than ten working days is warned of', () => {
  expect(guangdong.warnings([...facts, called('2026-06-23')])).toEqual(['gd.exemption.hearing'])
  expect(guangdong.warnings([...facts, called('2026-06-24')])).toEqual([])
})

test('X4: a short call to one person is warned of beside a long one to another', () => {
  const [act, of, type, data] = opened
  const subjects = ['示例甲', '示例乙'].map((name) => ({ name, relief: 'person', role: 'manager' }))
  const both: Step = [act, of, type, { ...data, subjects }]
  const [day, by, call, short] = called('2026-06-23')
  const long: Step = [day, by, call, { ...short, name: '示例乙', hearingOn: '2026-07-30' }]
  const calls = [both, named, gathered, [day, by, call, short] as Step, long]
  expect(guangdong.warnings(calls)).toEqual(['gd.exemption.hearing'])
  const longer = [...calls, called('2026-07-30')]
  expect(guangdong.warnings(longer)).toEqual([])
})

test('X1, X3: what was found is opened, and its proof gathered, in time', () => {
  const { clock } = guangdong
  const [begin, gather] = ['gd.exemption.opened', 'gd.exemption.gathered']
  expect(clock(begin, '2026-06-02', [opened])).toEqual(['met', '2026-06-15'])
  expect(clock(gather, '2026-06-03', [opened])).toEqual(['pending', '2026-08-03'])
  expect(clock(gather, '2026-08-04', [opened])).toEqual(['breached', '2026-08-03'])
  expect(clock(gather, '2026-06-05', facts)).toEqual(['met', '2026-08-03'])
})
