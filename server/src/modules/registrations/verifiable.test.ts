import type { Refundable } from '@yizhuan/money'
import { expect, test } from 'vitest'
import { type ReceiptToVerify, verifiableOf, type WaitingOwn } from './verifiable.ts'

const receipt = (id: string, left: bigint, verified?: bigint): ReceiptToVerify => ({
  ...{ id, left, verified },
})
const refundable = (id: string, kept: bigint, free = kept): Refundable => ({
  ...{ id, contract: 'c', case: null, receivedOn: null, kept, free },
})
const refund = (id: string, fen: bigint, ownFen = fen): WaitingOwn => ({
  ...{ id, contract: 'c', case: null, on: null, fen, ownFen },
})

test('of a refund only the own part leaves the own part of its receipt', () => {
  // 120 came, 30 of it another holder's; 12 went back, 3 of it theirs.
  const one = verifiableOf([receipt('a', 90n)], [refund('b', 12n, 9n)], [refundable('a', 120n)])
  expect([one.left.get('a'), one.most, one.waiting, one.links.length]).toEqual([81n, 81n, 0n, 1])
})

test('a refund that leaves a choice counts against the contract, whichever it gave back', () => {
  const receipts = [receipt('a', 50n), receipt('b', 80n)]
  const known = [refundable('a', 50n), refundable('b', 80n)]
  const two = verifiableOf(receipts, [refund('r', 40n)], known)
  expect([two.left.get('a'), two.left.get('b')]).toEqual([50n, 80n])
  expect([two.most, two.waiting, two.links]).toEqual([90n, 40n, []])
  // What is verified already is no cover for it; what was given back since of that neither.
  const done = verifiableOf([receipt('a', 50n, 60n), receipt('b', 80n)], [refund('r', 40n)], known)
  expect(done.most).toBe(40n)
  const over = verifiableOf([receipt('a', 50n, 50n)], [refund('r', 40n)], known)
  expect(over.most).toBe(0n)
})

test('one that cannot be linked yet waits as well', () => {
  const matched = [refundable('a', 50n, 10n)]
  const one = verifiableOf([receipt('a', 50n)], [refund('r', 40n)], matched)
  expect([one.links, one.waiting, one.most]).toEqual([[], 40n, 10n])
})
