import { type Fen, mul, parseRatio, ratio, roundDown, roundUp } from '@yizhuan/kit'
import { fenText } from '../../../ui/Money.tsx'
import type { MoneyBlock, ShareLine } from '../case.api.ts'
import type { Values } from './filled.ts'

/**
 * The money of a plan that takes a part of what waits, while it is being typed: which kinds of cost count is
 * what the calculation of the whole says of them. What comes of it is judged once more by the server.
 */
export function moneyTaken(money: MoneyBlock | undefined, values: Values): MoneyBlock | undefined {
  const receipts = (values['takesReceipts'] ?? []) as readonly Values[]
  if (!money || receipts.length === 0) return money
  const counted = new Set(
    money.lines.filter(({ effect }) => effect === 'subtracts').map(({ id }) => id),
  )
  const costs = ((values['takesCosts'] ?? []) as readonly Values[]).filter(({ kind }) =>
    counted.has(String(kind)),
  )
  const net = sumOf(receipts) - sumOf(costs)
  return {
    ...money,
    net: `${net > 0n ? net : 0n}`,
    floors: money.floors.map((line) => limitOf(line, net)),
    caps: money.caps.map((line) => limitOf(line, net)),
  }
}

function limitOf(line: ShareLine, net: bigint): ShareLine {
  const exact = mul(ratio(net > 0n ? net : 0n), parseRatio(line.parameter.value))
  const amount: Fen = line.rounding === 'up' ? roundUp(exact) : roundDown(exact)
  return { ...line, amount: `${amount}` }
}

const sumOf = (lines: readonly Values[]): bigint =>
  lines.reduce((total, { amount }) => total + BigInt(fenText(String(amount ?? '')) ?? '0'), 0n)
