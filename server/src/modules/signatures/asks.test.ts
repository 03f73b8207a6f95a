import { expect, test } from 'vitest'
import { type AgreedOn, asksOf } from './asks.ts'
import type { SignatureWire } from './signature.wire.ts'

const contract: AgreedOn = {
  parties: [
    { name: '示例医院', uscc: null },
    { name: '示例（上海）公司', uscc: '91310000MA1FL0AB12' },
  ],
  ...{ signedOn: '2026-03-10', noticeTo: '2026-03-05', decidedOn: '2026-02-20' },
}

const signature = (given: Partial<SignatureWire> & { subject?: string }): SignatureWire => {
  const { subject = 'CN=示例医院', ...rest } = given
  return {
    ...{ n: 1, kind: 'signature', state: 'trusted', why: null, subFilter: null, algorithm: null },
    ...{ covers: 1, authority: null, statedAt: null, stamp: null },
    judgedAt: '2026-03-10T02:00:00Z',
    judgedBy: 'stamp',
    signer: {
      ...{ name: subject.slice(3), organisation: null, subject, issuer: '', serial: '01' },
      ...{ validFrom: '2025-01-01T00:00:00Z', validTo: '2029-01-01T00:00:00Z' },
    },
    ...rest,
  }
}

const asked = (signatures: readonly SignatureWire[], now = '2026-04-01T00:00:00Z') =>
  asksOf(contract, { at: new Date('2026-03-20T00:00:00Z'), signatures }, new Date(now), null).map(
    ({ code, about, day, other }) => [code, about, day, other].filter((one) => one !== null),
  )

const company = signature({ subject: 'CN=示例(上海) 公司' })

test('nothing is asked of a file without an electronic signature: it was signed on paper', () => {
  expect(asked([])).toEqual([])
  expect(asked([signature({ state: 'broken' })])).toEqual([])
})

test('a party that no signature names is asked for, however its name is written', () => {
  expect(asked([signature({}), company])).toEqual([])
  expect(asked([signature({})])).toEqual([['partyUnsigned', '示例（上海）公司']])
  const byCode = signature({ subject: 'CN=甲, OU=91310000MA1FL0AB12' })
  expect(asked([signature({}), byCode])).toEqual([])
  const stamp = signature({ kind: 'stamp', subject: 'CN=示例（上海）公司' })
  expect(asked([signature({}), stamp])).toEqual([['partyUnsigned', '示例（上海）公司']])
})

test('a day before the notice or the decision ended, or other than the register says, is asked about', () => {
  const early = signature({ judgedAt: '2026-02-10T02:00:00Z' })
  expect(asked([early, company])).toEqual([
    ['signedBeforeNoticeEnded', '示例医院', '2026-02-10', '2026-03-05'],
    ['signedBeforeDecision', '示例医院', '2026-02-10', '2026-02-20'],
  ])
  // Half past midnight in China is the day before in UTC.
  const late = signature({ judgedAt: '2026-03-10T16:30:00Z' })
  expect(asked([late, company])).toEqual([['dayDiffers', '2026-03-11', '2026-03-10']])
})

test('a certificate that ended since is said, and whether anything proves the time', () => {
  const when = '2029-06-01T00:00:00Z'
  expect(asked([company, signature({})], when)).toEqual([
    ['expiredSince', '示例(上海) 公司', '2029-01-01', '2026-03-10'],
    ['expiredSince', '示例医院', '2029-01-01', '2026-03-10'],
  ])
  expect(asked([company, signature({ judgedBy: 'signer' })], when)).toContainEqual([
    ...['timeUnproven', '示例医院'],
  ])
})

test('a list of authorities that changed since asks for another check', () => {
  const held = { at: new Date('2026-03-20T00:00:00Z'), signatures: [signature({}), company] }
  const changed = new Date('2026-03-21T00:00:00Z')
  expect(asksOf(contract, held, changed, changed).map(({ code }) => code)).toEqual(['olderList'])
})
