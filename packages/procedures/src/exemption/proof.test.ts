import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { Entry } from '../procedure/entry.ts'
import { proofIn } from './proof.ts'

test('of what led to a contract taken over the record proves nothing, and says so', () => {
  const act = { seq: 2, type: 'contractTakenOver', on: day('2026-03-02'), hash: 'a'.repeat(64) }
  const entry = { ...act, by: { name: '示例' }, files: [] } as unknown as Entry
  const { items, gaps } = proofIn([entry], [], () => '接手已签合同')
  expect(items[0]?.what).toContain('未在平台办理')
  expect(gaps).toContain('decision')
})
