import { fileURLToPath } from 'node:url'
import type { Fen } from '@yizhuan/kit'
import { approvalRule, codeListNames, editionOn } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { loadRegistrationLists } from './load-pack.ts'

const lists = loadRegistrationLists(fileURLToPath(new URL('../../../packs', import.meta.url)))
const words = { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }

test('every edition has every list, with its source and whether somebody compared it', () => {
  expect(lists.codes.length).toBeGreaterThan(0)
  for (const edition of lists.codes) {
    expect(edition.from).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(Object.keys(edition.lists).toSorted()).toEqual([...codeListNames].toSorted())
    for (const { source, verified, codes } of Object.values(edition.lists)) {
      expect(source).toMatch(/./)
      expect(typeof verified).toBe('boolean')
      expect(Object.keys(codes).length).toBeGreaterThan(1)
      for (const label of Object.values(codes)) expect(label).toMatchObject(words)
    }
    for (const kind of edition.forecastFor) {
      expect(Object.keys(edition.lists.kind.codes)).toContain(kind)
    }
  }
})

test('the edition of a day holds; before the first one, that one', () => {
  const [first] = lists.codes
  expect(editionOn(lists, '1990-01-01')).toBe(first)
  expect(editionOn(lists, '2026-11-26').from <= '2026-11-26').toBe(true)
})

test('a second person approves from the amount on, where a rule of the province asks', () => {
  for (const rule of lists.approvals) {
    const from = BigInt(rule.contractFrom)
    const asks = (amount: bigint, province: string | null = rule.province, day = '2026-11-26') =>
      approvalRule(lists, { province, amount: amount as Fen, day })
    expect([asks(from - 1n), asks(from)]).toEqual([undefined, rule])
    expect([asks(from, 'CN-XX'), asks(from, null)]).toEqual([undefined, undefined])
    expect(asks(from, rule.province, '1999-01-01')).toBeUndefined()
    expect(rule.source).toMatch(/./)
  }
  expect(lists.approvals.length).toBeGreaterThan(0)
})
