import { expect, test } from 'vitest'
import { type Delegation, delegated, holdsOn, restsOnLetter } from './delegation.ts'

const letter = { name: '委托书.pdf', sha256: 'a'.repeat(64), size: 1 }
const one = (task: Delegation['task'], more: Partial<Delegation> = {}): Delegation => ({
  id: task,
  task,
  delegate: '示例医转公司（虚构）',
  isCompany: true,
  caseId: null,
  letterNumber: '院托〔2026〕1号',
  letter,
  from: '2026-03-01',
  until: null,
  withdrawnOn: null,
  ...more,
})

test.each([
  ['before it begins', {}, '2026-02-28', false],
  ['from its first day on', {}, '2026-03-01', true],
  ['without an end', {}, '2036-03-01', true],
  ['on its last day', { until: '2026-04-30' }, '2026-04-30', true],
  ['after it', { until: '2026-04-30' }, '2026-05-01', false],
  ['before it was withdrawn', { withdrawnOn: '2026-04-10' }, '2026-04-09', true],
  ['from then on', { withdrawnOn: '2026-04-10' }, '2026-04-10', false],
])('it holds %s or not', (_when, more, day, holds) => {
  expect(holdsOn(one('title', more), day)).toBe(holds)
})

const signed = { byPlatformCompany: true }
const number = '院托〔2026〕1号'
test.each([
  ['the letter of a title', 'titleRegistered', {}, [one('title')], { delegation: number }, letter],
  [
    'what was typed',
    'titleRegistered',
    { delegation: '另一份' },
    [one('title')],
    { delegation: '另一份' },
    undefined,
  ],
  [
    'the right to sign',
    'signed',
    signed,
    [one('signing')],
    { ...signed, authorised: true },
    letter,
  ],
  [
    'a no that was typed',
    'signed',
    { ...signed, authorised: false },
    [one('signing')],
    { ...signed, authorised: false },
    undefined,
  ],
  ['nothing of another task', 'signed', signed, [one('title')], signed, undefined],
  [
    'nothing of a person',
    'signed',
    signed,
    [one('signing', { isCompany: false })],
    signed,
    undefined,
  ],
  ['nothing in other acts', 'proposed', {}, [one('title')], {}, undefined],
])('an act says %s', (_what, type, data, inForce, said, file) => {
  const filled = delegated(type, data, inForce)
  expect([filled.data, filled.letter]).toEqual([said, file])
})

test.each([
  ['the company registers title', 'titleRegistered', {}, ['platform_company'], true],
  ['the office registers title', 'titleRegistered', {}, ['tto_negotiator'], false],
  ['the company signs', 'signed', signed, ['legal'], true],
  ['the institution signs', 'signed', {}, ['legal'], false],
  ['another act', 'proposed', signed, ['platform_company'], false],
])('%s: whether it rests on a letter', (_what, type, data, roles, rests) => {
  expect(restsOnLetter(type, data, roles)).toBe(rests)
})
