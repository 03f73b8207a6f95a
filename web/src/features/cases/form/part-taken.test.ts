import { expect, test } from 'vitest'
import type { MoneyBlock } from '../case.api.ts'
import { moneyTaken } from './part-taken.ts'

const line = (id: string, effect: 'adds' | 'subtracts' | 'none') => ({ id, effect, amount: '1' })
const share = (rounding: 'up' | 'down', value: string) => ({ rounding, parameter: { value } })
const whole = {
  net: '88000000',
  lines: [line('grossIncome', 'adds'), line('tax', 'subtracts'), line('upkeep', 'none')],
  floors: [share('up', '7/10')],
  caps: [share('down', '3/20')],
} as unknown as MoneyBlock

test('while no part is named the whole is looked at', () => {
  expect(moneyTaken(whole, {})).toBe(whole)
  expect(moneyTaken(undefined, { takesReceipts: [{ amount: '1' }] })).toBeUndefined()
})

test('floor and cap are those of the part, and only costs that count are taken off', () => {
  const part = moneyTaken(whole, {
    takesReceipts: [{ amount: '333,333.33' }],
    takesCosts: [
      { kind: 'tax', amount: '20000.01' },
      { kind: 'upkeep', amount: '9000' },
    ],
  })
  expect(part).toMatchObject({
    net: '31333332',
    floors: [{ amount: '21933333' }],
    caps: [{ amount: '4699999' }],
  })
})

test('costs above the part leave nothing', () => {
  const part = moneyTaken(whole, {
    takesReceipts: [{ amount: '1' }],
    takesCosts: [{ kind: 'tax', amount: '2' }],
  })
  expect(part).toMatchObject({ net: '0', floors: [{ amount: '0' }], caps: [{ amount: '0' }] })
})
