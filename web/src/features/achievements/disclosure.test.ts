import { expect, test } from 'vitest'
import type { AchievementWire, DisclosureListsWire } from './achievement.api.ts'
import {
  correctionOf,
  emptyDisclosure,
  evenly,
  isEven,
  lacksOf,
  lacksOfCorrection,
  papersWanted,
  sentOf,
  toldBefore,
  withFilesAs,
  withMember,
} from './disclosure.ts'

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
  expect(lacksOf('public', { ...told, publicity: 'yes' })).toEqual(['publications'])
  expect(lacksOf('public', { ...told, publicity: 'no' })).toEqual([])
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

const words = { zh: '一', en: 'one' }
const lists = {
  kinds: { fields: [], kinds: [{ code: 'device', scale: 'device', as: {} }] },
  maturity: ['general', 'device'].map((code) => ({ code, label: words, levels: [] })),
  documents: {
    kinds: {},
    funding: {},
    wanted: [{ pack: 'p', cite: 'c', by: { public: ['project_contract', 'task_book'] } }],
  },
} as unknown as DisclosureListsWire

const photo = { name: '样机.jpg', sha256: 'a'.repeat(64), size: 3 }

test('a level waits for its evidence, a publication for its day, a yes for its words', () => {
  expect(lacksOf('mature', told)).toEqual(['evidence'])
  const shown = { ...told, files: withFilesAs([], 'maturity', () => [photo]) }
  expect(lacksOf('mature', shown)).toEqual([])
  expect(lacksOf('mature', { ...told, level: '' })).toEqual([])
  const published = { kind: 'paper', on: '', where: '示例学报' }
  const open = { ...told, publicity: 'yes' as const, publications: [published] }
  expect(lacksOf('public', open)).toEqual(['publications'])
  expect(lacksOf('public', { ...open, publicity: 'no' })).toEqual([])
  expect(
    lacksOf('public', { ...open, publications: [{ ...published, on: '2026-01-01' }] }),
  ).toEqual([])
  const party = (about: string) => ({
    ...told,
    thirdParties: { sponsor: { answer: 'yes' as const, about } },
  })
  expect(lacksOf('funded', party(' '))).toEqual(['thirdParties'])
  expect(lacksOf('funded', party('示例公司'))).toEqual([])
})

test('a file is one kind of paper, and the papers wanted are those not there', () => {
  const files = withFilesAs([photo], 'maturity', (before) => [...before, photo])
  expect(files).toEqual([{ ...photo, as: 'maturity' }])
  expect(papersWanted(lists, 'public', [{ as: 'task_book' }])).toEqual([
    { pack: 'p', cite: 'c', lacking: ['project_contract'] },
  ])
  expect(papersWanted(lists, null, [])[0]?.lacking).toEqual([])
})

test('what was not told is not sent', () => {
  expect(sentOf({ ...told, level: '' }, lists)).toEqual({
    title: '可吸收止血材料',
    kind: 'device',
    disclosure: { type: '材料' },
    publications: [],
    thirdParties: {},
    inventors: [{ name: '示例甲', share: '100%', isChief: false, holdsLeadingPost: false }],
    files: [],
  })
  expect(sentOf(told, lists)).toMatchObject({ maturityScale: 'device', maturityLevel: 4 })
})

test('a correction sends what was changed, and empties what was emptied', () => {
  const one = {
    ...sentOf({ ...told, department: '示例科' }, lists),
    maturityScale: 'device',
    maturityLevel: 4,
    publicity: null,
    fundingKind: null,
    fundingSource: null,
    projectNo: null,
    serviceBasis: null,
    madeOn: null,
    disclosure: { type: '材料', publication: '已发表' },
    inventors: [
      { name: '示例甲', share: '1/3', staffNo: null, isChief: false, holdsLeadingPost: false },
    ],
  } as unknown as AchievementWire
  const before = toldBefore(one)
  expect(correctionOf(one, before, lists)).toEqual({})
  expect(correctionOf(one, { ...before, department: '', title: '新名' }, lists)).toEqual({
    department: null,
    title: '新名',
  })
  expect(correctionOf(one, { ...before, market: '很大' }, lists)).toEqual({
    disclosure: { type: '材料', market: '很大', publication: '已发表' },
  })
  expect(correctionOf(one, { ...before, level: '' }, lists)).toEqual({
    maturityScale: null,
    maturityLevel: null,
  })
})

test('who is known by a staff number stays known when a disclosure is told again or a share corrected', () => {
  const of = (name: string, share: string, known: object) => ({
    name,
    share,
    isChief: false,
    holdsLeadingPost: false,
    ...known,
  })
  const known = { staffNo: 'YG001', person: '00000000-0000-4000-8000-000000000001' }
  const one = {
    ...sentOf(told, lists),
    inventors: [of('示例甲', '60%', known), of('示例乙', '40%', { staffNo: null })],
  } as unknown as AchievementWire
  const before = toldBefore(one)
  expect(sentOf(before, lists).inventors).toEqual([
    of('示例甲', '60%', known),
    of('示例乙', '40%', {}),
  ])
  const team = before.team.map((member, at) => ({ ...member, share: at === 0 ? '70' : '30' }))
  expect(correctionOf(one, { ...before, team }, lists)).toEqual({
    inventors: [of('示例甲', '70%', known), of('示例乙', '30%', {})],
  })
})

test('a correction is not held up by what a ledger left open and nobody touched', () => {
  const brought = { ...told, kind: '', level: '4', publicity: 'yes' as const }
  expect(lacksOfCorrection(brought, ['department'])).toEqual([])
  expect(lacksOfCorrection(brought, ['title'])).toEqual([])
  expect(lacksOfCorrection({ ...brought, title: ' ' }, ['title'])).toEqual(['title'])
  expect(lacksOfCorrection(brought, ['maturityLevel'])).toEqual(['publications', 'evidence'])
  expect(lacksOfCorrection({ ...brought, team: [] }, ['inventors'])).toEqual(['sum'])
})
