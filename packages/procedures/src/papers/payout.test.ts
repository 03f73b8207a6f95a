import { expect, test } from 'vitest'
import { heldBack } from '../transfer-case/correction/settlement.ts'
import type { CaseState } from '../transfer-case/state.ts'
import { stateAfter } from '../transfer-case/testing/lines.ts'
import { line, plan, type Step, upTo } from '../transfer-case/testing/main-line.ts'
import { compose } from './compose.ts'
import type { PaperSource } from './paper.ts'
import { linesOf } from './testing/plain-text.ts'
import { payoutList } from './transfer-case/payout.ts'

// Whoever pays by the list pays nobody twice: after a reversal it tells the difference.

const lines = [line('示例甲', false, '28800000'), line('示例乙', true, '32800000')]
const corrected: readonly Step[] = [
  ...upTo('closed'),
  [
    '2026-08-03',
    'leaders',
    'distributionReversed',
    { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）8号' },
  ],
  ['2026-08-04', 'team_rep', 'planDrafted', { ...plan, lines }],
  ['2026-08-04', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-08-04', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-08-05', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-08-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-08-20' }],
]
const payout: Step = [
  '2026-08-24',
  'finance',
  'paid',
  { lines: lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-2' },
]

function listOf(state: CaseState) {
  const source = {
    institution: { name: '示例医院（虚构）' },
    number: 'XM-1',
    today: '2026-08-24',
    state,
    law: { id: 'x', packs: [] },
    assessment: { findings: [] },
    acts: [],
  }
  return linesOf(compose(payoutList, source as unknown as PaperSource<never>)).join('\n')
}

test('the list of a correction asks for the difference, before it is paid and after', () => {
  for (const steps of [corrected, [...corrected, payout]]) {
    const page = listOf(stateAfter(steps))
    expect(page).toContain('316,000.00')
    expect(page).toContain('大写：贰万捌仟元整')
    expect(page).not.toContain('陆拾壹万陆仟')
    expect(page).toContain('更正发放')
  }
})

test('a later recovery changes nothing of what the list of a payout says', () => {
  const before = stateAfter([...corrected, payout])
  expect(heldBack(before).cash).toEqual(new Map([['示例甲', 2_800_000n]]))
  const returned = { name: '示例甲', way: 'repaid', amount: '2800000', proof: '收据-1' }
  const after = stateAfter([
    ...corrected,
    payout,
    ['2026-08-25', 'finance', 'recoveryRecorded', returned],
  ])
  expect(listOf(after)).toBe(listOf(before))
})

test('a payout that corrects nothing is listed as planned', () => {
  const page = listOf(stateAfter(upTo('closed')))
  expect(page).toContain('陆拾壹万陆仟')
  expect(page).not.toContain('更正发放')
})
