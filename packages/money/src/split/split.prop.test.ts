import { ratio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { departures, withoutLayer } from './departure.ts'
import { limitOf, limitsBroken } from './limits.ts'
import { readSplit, type WrittenStep } from './rule.ts'
import { splitBy } from './split.ts'
import { capOf15, floorOf70 } from './testing/arbitrary.ts'
import { splitLaws } from './testing/laws.ts'

test.each(Object.entries(splitLaws))('%s', (_law, holds) => holds(200))

const step = (above: string, share: string | null, fixed: string | null = null): WrittenStep => ({
  above,
  share,
  fixed,
})
const written = {
  basis: 'each' as const,
  layers: [
    { layer: 'contributors' as const, steps: [step('0', '80%'), step('100000000', '70%')] },
    { layer: 'department' as const, steps: [step('0', '5%')] },
    { layer: 'office' as const, steps: [step('0', '10%')] },
  ],
  staff: [step('0', '3%')],
}

test('each step takes of what lies within it', () => {
  const { parts, staff } = splitBy(readSplit(written), {
    net: 150_000_000n,
    before: 0n,
    limits: [],
  })
  expect(parts).toEqual({
    contributors: 115_000_000n,
    department: 7_500_000n,
    office: 15_000_000n,
    company: 0n,
    institution: 12_500_000n,
  })
  expect(staff).toBe(4_500_000n)
})

test('the next receipt of a deal goes on where the one before ended', () => {
  const rule = readSplit({ ...written, basis: 'total' })
  const of = (before: bigint) => splitBy(rule, { net: 50_000_000n, before, limits: [] }).parts
  expect(of(0n).contributors).toBe(40_000_000n)
  expect(of(75_000_000n).contributors).toBe(37_500_000n)
  expect(of(200_000_000n).contributors).toBe(35_000_000n)
})

test('a fen left over goes to the first of equals', () => {
  const layers = [
    { layer: 'office' as const, steps: [step('0', '1/2')] },
    { layer: 'contributors' as const, steps: [step('0', '1/2')] },
  ]
  const rule = readSplit({ basis: 'each', layers, staff: [] })
  const { parts } = splitBy(rule, { net: 101n, before: 0n, limits: [] })
  expect([parts.contributors, parts.office]).toEqual([51n, 50n])
})

test('what the law moves is told', () => {
  const low = { ...written.layers[0], layer: 'contributors' as const, steps: [step('0', '60%')] }
  const high = { layer: 'company' as const, steps: [step('0', '20%')] }
  const rule = readSplit({ basis: 'each', layers: [low, high], staff: [] })
  const limits = [limitOf(floorOf70, 1001n), limitOf(capOf15, 1001n)]
  const { parts, moved } = splitBy(rule, { net: 1001n, before: 0n, limits })
  expect(parts).toMatchObject({ contributors: 701n, company: 150n, institution: 150n })
  expect(moved).toEqual([
    { id: 'tto', fen: 50n },
    { id: 'contributors', fen: 100n },
  ])
})

test('a rule says from which amount on it gives too little or too much', () => {
  const fixed = [step('0', '80%'), step('100000000', '60%')]
  const office = [step('0', '5%'), step('1000000', null, '150000')]
  const rule = readSplit({
    basis: 'each',
    layers: [
      { layer: 'contributors', steps: fixed },
      { layer: 'office', steps: office },
    ],
    staff: [],
  })
  expect(limitsBroken(rule, [floorOf70, capOf15])).toEqual([
    { id: 'contributors', above: 200_000_000n },
    { id: 'tto', above: 1_000_000n },
  ])
  const byTotal = { ...rule, basis: 'total' as const }
  expect(limitsBroken(byTotal, [floorOf70])).toEqual([{ id: 'contributors', above: 100_000_000n }])
})

test.each([
  ['steps-in-order', [step('100', '70%')], []],
  ['steps-in-order', [step('0', '70%'), step('5', '60%'), step('5', '50%')], []],
  ['share-of-whole', [step('0', '120%')], []],
  ['more-than-whole', [step('0', '70%'), step('100', '96%')], []],
  ['more-than-whole', [step('0', '70%', '1')], []],
  ['staff-above-office', [step('0', '70%')], [step('0', '11%')]],
])('a rule that cannot be is not read: %s', (rule, steps, staff) => {
  const layers = [{ layer: 'contributors' as const, steps }, ...written.layers.slice(2)]
  expect(() => readSplit({ basis: 'each', layers, staff })).toThrow(
    expect.objectContaining({ rule }),
  )
})

test('a limit nobody knows the layers of moves nothing', () => {
  const limits = [{ id: 'else', bound: 'floor' as const, fen: 10n }]
  expect(splitBy(readSplit(written), { net: 10n, before: 0n, limits }).moved).toEqual([])
  expect(limitsBroken(readSplit(written), [{ ...floorOf70, id: 'else', share: ratio(1) }])).toEqual(
    [],
  )
})

test('a plan departs from a rule where it gives another sum', () => {
  const rule = withoutLayer(readSplit(written), 'company')
  const split = splitBy(rule, { net: 1_000_000n, before: 0n, limits: [] })
  const plan = {
    lines: [{ amount: '500000' }, { amount: '300000' }],
    toTto: '100000',
    toTtoStaff: '30000',
    toInstitution: '100000',
    purposes: [
      { purpose: 'department', amount: '50000' },
      { purpose: 'talent', amount: '50000' },
    ],
  }
  expect(departures(split, plan)).toEqual([])
  expect(departures(split, { ...plan, purposes: [], toTtoStaff: '0' })).toEqual([
    { line: 'department', byRule: 50_000n, planned: 0n },
    { line: 'staff', byRule: 30_000n, planned: 0n },
    { line: 'institution', byRule: 50_000n, planned: 100_000n },
  ])
})

test('what a layer nobody is in would take stays with the institution', () => {
  const rule = withoutLayer(readSplit(written), 'office')
  const { parts, staff } = splitBy(rule, { net: 1000n, before: 0n, limits: [] })
  expect([parts.office, staff, parts.institution]).toEqual([0n, 0n, 150n])
})
