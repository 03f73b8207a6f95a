import { expect, test } from 'vitest'
import { disclosureLists } from '../policies/index.ts'
import { blankAchievement } from './achievement.ts'
import { decideTold } from './disclosure.ts'

const evidence = { sha256: 'a'.repeat(64), name: '测试记录.pdf', size: 1, as: 'maturity' }
const level = { maturityScale: 'device', maturityLevel: 4, files: [evidence] }
const paper = { kind: 'paper', on: '2026-01-01', where: '示例学报' }

test.each([
  ['nothing is told', {}, undefined],
  ['a level with its evidence', level, undefined],
  ['a level without evidence', { ...level, files: [] }, 'level-without-evidence'],
  [
    'a level with a paper of another kind',
    { ...level, files: [{ ...evidence, as: 'photo' }] },
    'level-without-evidence',
  ],
  ['a level of no scale', { ...level, maturityScale: null }, 'level-without-scale'],
  ['a scale nobody knows', { ...level, maturityScale: 'size' }, 'unknown-code'],
  ['a level beyond the scale', { ...level, maturityLevel: 10 }, 'level-not-on-scale'],
  ['a kind of file nobody knows', { files: [{ ...evidence, as: 'poem' }] }, 'unknown-code'],
  ['a publication', { publicity: 'yes', publications: [paper] }, undefined],
  ['nothing public', { publicity: 'no' }, undefined],
  [
    'not public, and published',
    { publicity: 'no', publications: [paper] },
    'publications-contradict',
  ],
  [
    'published in a year that was mistyped',
    { publicity: 'yes', publications: [{ ...paper, on: '0206-01-01' }] },
    'day-too-early',
  ],
  ['public, and no day of it', { publicity: 'yes' }, 'publications-missing'],
  ['published, and nothing said', { publications: [paper] }, 'publications-contradict'],
  [
    'published in an unknown way',
    { publicity: 'yes', publications: [{ ...paper, kind: 'song' }] },
    'unknown-code',
  ],
  [
    'a co-owner without a name',
    { thirdParties: { co_owner: { answer: 'yes', about: null } } },
    'third-party-untold',
  ],
  [
    'unsure about material',
    { thirdParties: { material: { answer: 'unsure', about: null } } },
    undefined,
  ],
] as const)('%s', (_name, told, code) => {
  const outcome = decideTold({ ...blankAchievement, ...told }, disclosureLists())
  expect(outcome.kind === 'refused' ? outcome.refusal.code : undefined).toBe(code)
})
