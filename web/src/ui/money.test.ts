import { expect, test } from 'vitest'
import { fenText, typedYuan, wanText, yuanText } from './Money.tsx'

test.each([
  ['1', '100'],
  ['1,086,400.00', '108640000'],
  ['0.5', '50'],
  ['¥20', '2000'],
  ['１２０万', '120000000'],
  ['120.5万元', '120500000'],
  ['0.000001万', '1'],
  ['0.005', undefined],
  ['0.0000005万', undefined],
  ['-1', undefined],
  ['九', undefined],
  ['', undefined],
  ['1e5', undefined],
])('%s yuan is %s fen', (typed, fen) => expect(fenText(typed)).toBe(fen))

test.each(['0', '1', '50', '100', '108640000', '999999999999999999'])(
  '%s fen typed out and read again is the same',
  (fen) => expect(fenText(typedYuan(fen))).toBe(fen),
)

test.each([
  ['108640000', '¥1,086,400.00', '108.64'],
  ['-108640001', '−¥1,086,400.01', '−108.64'],
  ['99999999', '¥999,999.99', ''],
  ['12000000000000', '¥120,000,000,000.00', '12,000,000'],
])('%s fen reads %s and %s ten thousands', (fen, yuan, wan) => {
  expect(yuanText(fen)).toBe(yuan)
  expect(wanText(fen)).toBe(wan)
})
