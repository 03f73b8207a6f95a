import { expect, test } from 'vitest'
import { citedAt } from './cited.ts'

const line = (voucher: string, kind: string) => ({ on: '2026-07-01', voucher, kind, left: '100' })
const citable = [line('记-1', 'tax'), line('记-1', 'appraisal'), line('记-2', 'tax')]

test('a draft that is opened again shows the cost it names, not the first of its voucher', () => {
  const reopened = { value: '记-1', chosen: -1 }
  expect(citedAt(citable, { ...reopened, kind: 'appraisal' })).toBe(1)
  expect(citedAt(citable, { ...reopened, kind: 'tax' })).toBe(0)
})

test('what was just chosen is shown, and a voucher without its kind is found all the same', () => {
  expect(citedAt(citable, { value: '记-1', chosen: 1, kind: 'tax' })).toBe(1)
  expect(citedAt(citable, { value: '记-2', chosen: -1, kind: undefined })).toBe(2)
  expect(citedAt(citable, { value: '记-9', chosen: 0, kind: 'tax' })).toBe(-1)
})
