import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { lintPack } from './lint-pack.ts'
import { isMapping, type Mapping, type PackSource, readPackSource } from './pack-source.ts'

const clean = readPackSource(fileURLToPath(new URL('../../../packs/cn-gd-2025', import.meta.url)))

const parameter = (change: Mapping): PackSource => {
  const floor = clean.parameters['inventor.floor']
  if (!isMapping(floor)) throw new Error('the pack has no inventor.floor')
  const parameters = { ...clean.parameters, 'inventor.floor': { ...floor, ...change } }
  return { ...clean, parameters }
}
const value = (change: Mapping): PackSource =>
  parameter({ values: [{ from: '2026-01-15', to: '2031-01-15', value: '70%', ...change }] })
const norm = (change: Mapping): PackSource => ({
  ...clean,
  norms: clean.norms.map((each, index) => (index === 0 ? { ...each, ...change } : each)),
})

it.each([
  ['a value that was not locked', value({ value: '60%', cite: 'a18.p1' }), 'value-not-locked'],
  ['an address that was not locked', norm({ cite: 'a14.p1.i9' }), 'not-locked'],
  ['a source nobody declared', norm({ cite: 'xx-1#a1' }), 'source'],
  ['a day outside the source', value({ from: '2026-01-01', cite: 'a18.p1' }), 'outside-force'],
  ['an act that does not exist', norm({ requiredFor: ['celebrate'] }), 'unknown-act'],
  ['an anchor that is no day', norm({ anchor: ['mode'] }), 'anchor'],
  ['a condition nobody can read', norm({ met: 'mode ==' }), 'unreadable'],
  ['a condition that is always true', norm({ met: 'teamAgreed or not teamAgreed' }), 'vacuous'],
  ['a condition that is never true', norm({ met: "mode == 'x' and mode != 'x'" }), 'unreachable'],
  ['a norm without an answer', norm({ met: undefined }), 'shape'],
  ['a key nobody knows', norm({ unless: 'true' }), 'shape'],
  ['a title in one language', norm({ title: { zh: '标题' } }), 'language'],
  ['a norm that blocks nothing', norm({ requiredFor: [], open: undefined }), 'toothless'],
  [
    'a definition nobody uses',
    {
      ...clean,
      definitions: {
        ...clean.definitions,
        idle: { label: { zh: '无', en: 'idle' }, type: 'money', is: 'grossIncome', cite: 'a23.p1' },
      },
    },
    'unused',
  ],
])('lint finds %s', (_, source, code) => {
  expect(lintPack(clean)).toEqual([])
  expect(lintPack(source).map((problem) => problem.code)).toContain(code)
})
