import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { leadingOn, maskedAccount, type Post, type UnitKind } from './person.ts'

const unit = (kind: UnitKind) => ({ id: 'u', name: '示例单位', kind })
const post = (kind: Post['kind'], more: Partial<Post> = {}): Post => ({
  id: 'p',
  title: '示例职务',
  kind,
  unit: null,
  from: day('2026-03-01'),
  to: null,
  ...more,
})

describe('who leads', () => {
  const on = day('2026-06-10')
  test.each<[string, Post[], boolean, boolean]>([
    ['nobody without a post', [], false, false],
    ['the head of the institution', [post('chief')], true, true],
    [
      'the head of a legal-person unit',
      [post('chief', { unit: unit('legal_person') })],
      true,
      true,
    ],
    ['a deputy', [post('deputy')], false, true],
    ['the head of a department', [post('middle', { unit: unit('department') })], false, true],
    ['a post that does not lead', [post('other')], false, false],
    ['a chief among other posts', [post('other'), post('chief')], true, true],
    ['one who begins on the day', [post('chief', { from: on })], true, true],
    ['one who begins the day after', [post('chief', { from: day('2026-06-11') })], false, false],
    ['one who ended on the day', [post('chief', { to: on })], false, false],
    ['one who ends the day after', [post('chief', { to: day('2026-06-11') })], true, true],
  ])('%s', (_who, posts, isChief, holdsLeadingPost) => {
    expect(leadingOn(posts, on)).toMatchObject({ isChief, holdsLeadingPost })
  })

  test('the posts of the day go with the answer, those of other days do not', () => {
    const past = post('chief', { title: '原院长', to: day('2026-04-01') })
    const now = post('middle', { title: '科主任', unit: unit('department') })
    expect(leadingOn([now, past], on).posts).toEqual([
      { title: '科主任', kind: 'middle', unit: '示例单位', from: '2026-03-01' },
    ])
  })
})

test('an account number shows its last four digits', () => {
  expect(maskedAccount('6222000000001234')).toBe('************1234')
})
