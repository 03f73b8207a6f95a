import { expect, test } from 'vitest'
import { parseName, parseNames } from './names.ts'

const three = ['林甲木', '周乙', '欧阳丙火']

test.each([
  '林甲木、周乙、欧阳丙火',
  '林甲木；周乙；欧阳丙火；',
  '林甲木;周乙;欧阳丙火',
  '林甲木，周乙,欧阳丙火',
  '林甲木/周乙/欧阳丙火',
  '林甲木 / 周乙 / 欧阳丙火',
  '林甲木\n周乙\n欧阳丙火\n',
  '林甲木、\n周乙、\n欧阳丙火',
  '林甲木 周乙 欧阳丙火',
  '林甲木　周乙　欧阳丙火',
  '林甲木，周  乙；欧阳丙火',
  '林甲木 周　乙 欧阳丙火',
  '1.林甲木 2.周乙 3.欧阳丙火',
  '1、林甲木\n2、周乙\n3、欧阳丙火',
  '①林甲木 ②周乙 ③欧阳丙火',
  '（1）林甲木（2）周乙（3）欧阳丙火'.replace(/（(\d)）/g, ' $1）'),
  '林甲木*、周乙#、欧阳丙火',
  '林甲木（外院）、周乙(已离职)、欧阳丙火（通讯）',
  '林甲木、周\u200b乙、欧阳丙火',
  '林甲木、周乙、欧阳丙火等3人',
])('%j names the same three', (raw) => {
  expect(parseNames(raw)).toEqual({ value: three, problems: [] })
})

test.each(['•', '‧', '．', '.', '・', '･', '·'])('the dot %s becomes the middle dot', (dot) => {
  expect(parseNames(`阿林${dot}丁别、周乙`).value).toEqual(['阿林·丁别', '周乙'])
})

test('names in Latin letters keep their blank', () => {
  expect(parseNames('Ada Testwell、周乙\nBo Sample').value).toEqual([
    'Ada Testwell',
    '周乙',
    'Bo Sample',
  ])
  expect(parseNames('周乙 Ada Testwell 林甲木').value).toEqual(['周乙', 'Ada Testwell', '林甲木'])
})

test.each([
  ['林甲木、周乙等', 'names_incomplete'],
  ['林甲木，周乙等4人', 'names_incomplete'],
  ['林甲木、周乙等五人', 'names_incomplete'],
  ['林甲木周乙欧阳丙火', 'names_not_separated'],
  ['林甲木Ada Testwell周乙', 'names_not_separated'],
])('%s is told as %s', (raw, problem) => {
  expect(parseNames(raw).problems).toEqual([problem])
})

test.each([
  ['周　乙', '周乙'],
  [' 林甲木 ', '林甲木'],
  ['阿林‧丁别', '阿林·丁别'],
  ['Ada Testwell', 'Ada Testwell'],
  ['欧阳 丙', '欧阳丙'],
  ['', null],
  ['/', null],
])('one name: %j is %j', (raw, name) => {
  expect(parseName(raw)).toBe(name)
})
