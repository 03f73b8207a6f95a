import { expect, test } from 'vitest'
import { emptyDisclosure, evenly, isEven, lacksOf, sentOf, withMember } from './disclosure.ts'

const told = {
  ...emptyDisclosure('示例甲'),
  title: ' 可吸收止血材料 ',
  kind: 'device',
  type: '材料',
  level: '4',
}

test('a name and a kind are enough to begin; the team must make a whole', () => {
  expect(lacksOf('what', emptyDisclosure('示例甲'))).toEqual(['title', 'kind'])
  expect(lacksOf('what', told)).toEqual([])
  expect(lacksOf('who', told)).toEqual([])
  const [first] = told.team
  if (!first) throw new Error('There is somebody.')
  const pair = (share: string) => ({ ...told, team: [first, { ...first, name: '示例乙', share }] })
  expect(lacksOf('who', pair('1'))).toEqual(['sum'])
  expect(lacksOf('who', pair('x'))).toEqual(['shares'])
  expect(lacksOf('who', { ...told, team: [{ ...first, name: ' ' }] })).toEqual(['names'])
  expect(lacksOf('funded', emptyDisclosure(''))).toEqual([])
})

test('a new member shares equally until somebody chose other shares', () => {
  const two = withMember(told.team, true)
  expect(two.map(({ share }) => share)).toEqual(['50', '50'])
  expect(isEven(two)).toBe(true)
  expect(evenly(withMember(two, false)).map(({ share }) => share)).toEqual([
    '33.34',
    '33.33',
    '33.33',
  ])
  expect(withMember(two, false).map(({ share }) => share)).toEqual(['50', '50', '0'])
})

test('what was not told is not sent', () => {
  expect(sentOf(told)).toEqual({
    title: '可吸收止血材料',
    kind: 'device',
    disclosure: { type: '材料' },
    inventors: [{ name: '示例甲', share: '100%', isChief: false, holdsLeadingPost: false }],
    files: [],
  })
})
