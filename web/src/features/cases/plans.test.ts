import { type CaseState, replay, transferCase } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { plansOf, shareText, shareTexts } from './plans.ts'

const line = (name: string, amount: string, isChief = false) => ({
  name,
  isInventor: !isChief,
  isChief,
  holdsLeadingPost: isChief,
  award: 'cash',
  amount,
})
const plan = {
  lines: [line('甲', '600'), line('乙', '100', true)],
  toTto: '100',
  toTtoStaff: '0',
  toInstitution: '200',
  waived: [],
}
const by = { person: '1', name: '示例', role: 'finance' as const }
const act = (seq: number, type: string, data: object) =>
  ({
    seq,
    type,
    on: `2026-07-0${seq}`,
    at: `2026-07-0${seq}T09:00:00+08:00`,
    by,
    data,
    files: [],
  }) as never
const opened = act(1, 'caseOpened', { title: 't', achievement: 'a', team: [] })

test('a plan is shown with who agreed and with the part of each', () => {
  const state = replay(transferCase, [
    opened,
    act(2, 'planDrafted', plan),
    act(3, 'planAgreed', { member: '甲' }),
  ])
  const [shown] = plansOf(state as CaseState, '1000')
  expect(shown).toMatchObject({ people: '700', net: '1000', state: 'agreeing', on: '2026-07-02' })
  expect(shown?.lines.map(({ agreed, qualities }) => [agreed, qualities])).toEqual([
    [true, ['inventor']],
    [false, ['contributor', 'chief']],
  ])
})

test('whoever waived agrees as well before all have agreed', () => {
  const state = (members: readonly string[]) =>
    replay(transferCase, [
      opened,
      act(2, 'planDrafted', { ...plan, waived: ['丙'] }),
      ...members.map((member, at) => act(3 + at, 'planAgreed', { member })),
    ]) as CaseState
  expect(plansOf(state(['甲', '乙']), '1000')[0]).toMatchObject({
    state: 'agreeing',
    waived: [{ name: '丙', agreed: false }],
  })
  expect(plansOf(state(['甲', '乙', '丙']), '1000')[0]?.state).toBe('agreed')
})

test('a plan that was paid out stays, with the day', () => {
  const paid = { lines: plan.lines.map(({ name, amount }) => ({ name, amount })), proof: '1' }
  const state = replay(transferCase, [opened, act(2, 'planDrafted', plan), act(4, 'paid', paid)])
  const [shown] = plansOf(state as CaseState, '30')
  // What the law computes now is of the receipts that wait.
  expect(shown).toMatchObject({ paidOn: '2026-07-04', net: '1000' })
})

test.each([
  ['600', '700', '85.71%'],
  ['700', '1000', '70%'],
  ['0', '1000', '0%'],
  ['1', '0', '—'],
])('%s of %s is %s', (part, whole, text) => expect(shareText(part, whole)).toBe(text))

test('three thirds show as a whole', () => {
  expect(shareTexts(['1', '1', '1'], '3')).toEqual(['33.34%', '33.33%', '33.33%'])
  expect(shareTexts(['1', '1'], '0')).toEqual(['—', '—'])
})
