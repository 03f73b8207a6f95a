import { expect, test } from 'vitest'
import { labelOf } from './place.ts'

test.each([
  ['a14.p1.i3', '第十四条第（三）项', 'art. 14, item 3'],
  ['a18.p2', '第十八条第二款', 'art. 18, para. 2'],
  ['1-1/a6.i4', '附件1-1 第六条第（四）项', 'annex 1-1, art. 6, item 4'],
  ['h2.i1.p2', '二、（一）第二段', 'part 2, item 1, para. 2'],
  ['h2.i2.n3', '二、（二）3．', 'part 2, item 2, no. 3'],
  ['p13', '第十三段', 'para. 13'],
  ['a110', '第一百一十条', 'art. 110'],
])('%s is said %s', (at, zh, en) => {
  expect(labelOf(at)).toEqual({ zh, en })
})
