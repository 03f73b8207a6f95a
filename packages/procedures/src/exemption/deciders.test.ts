import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { decide } from '../procedure/decide.ts'
import { lawOf, said, walk } from '../procedure/testing/walk.ts'
import { exemption } from './exemption.ts'

const law = lawOf('cn', 'cn-gd-2025')
const [first, second] = [
  '00000000-0000-7000-8000-000000000001',
  '00000000-0000-7000-8000-000000000002',
]

test('nobody decides on an inquiry that is about themselves', () => {
  const opening = {
    title: '示例转让定价调查（虚构）',
    trigger: 'audit',
    account: '审计发现成交价低于后来估值',
    triggeredOn: '2026-06-01',
    conduct: '协议定价未评估',
    conductOn: '2026-03-10',
    procedureMade: true,
    procedureRule: '院发（示例）1号',
    subjects: [{ name: '示例甲', person: first, relief: 'person', role: 'leader' }],
  }
  const { state } = walk(exemption, law, [['2026-06-02', 'discipline', 'exemptionOpened', opening]])
  const on = day('2026-06-30')
  const at = '2026-06-30T09:00:00+08:00'
  const own = { person: first, name: '示例甲', role: 'leaders' as const }
  const through = { ...own, person: second, actingFor: { person: first, name: '示例甲' } }
  const other = { ...own, person: second, name: '示例乙' }
  const data = { name: '示例甲', head: 'no_appraisal', reasons: '未尽职责', appealDays: 15 }
  const answer = { name: '示例甲', outcome: 'changed', reasons: '改判' }
  const decides = (by: typeof own, type: string, given: object) =>
    said(decide(exemption, { law, today: on }, state, { type, on, at, by, data: given }))
  for (const by of [own, through]) {
    expect(decides(by, 'notExempted', data)).toBe('concerned-decides')
    expect(decides(by, 'appealDecided', answer)).toBe('concerned-decides')
  }
  expect(decides(other, 'notExempted', data)).toBe('not-heard')
  expect(decides(other, 'appealDecided', answer)).toBe('no-open-appeal')
})
