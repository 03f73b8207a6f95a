import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildPacks, loadDisclosureLists } from './load-pack.ts'

const root = fileURLToPath(new URL('../../../packs', import.meta.url))
const lists = loadDisclosureLists(root)
const packs = buildPacks(root)

test('every label is there in both languages', () => {
  let count = 0
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(look)
      return
    }
    if (typeof value !== 'object' || value === null) return
    if ('zh' in value || 'en' in value) {
      count += 1
      expect(value).toMatchObject({
        zh: expect.stringMatching(/./),
        en: expect.stringMatching(/./),
      })
      return
    }
    Object.values(value).forEach(look)
  }
  look(lists)
  expect(count).toBeGreaterThan(100)
})

test('each text has the fields that it names, no more and no fewer, in its order', () => {
  const counted = lists.kinds.fields.map(({ pack, named }) => [pack, Object.keys(named).length])
  expect(counted).toEqual([
    ['cn-gd-2025', 8],
    ['cn-sh-draft-2024', 6],
  ])
  for (const { pack, codes, named } of lists.kinds.fields) {
    expect([pack, Object.keys(codes)]).toEqual([pack, Object.keys(named)])
    expect(new Set(Object.values(named)).size).toBe(Object.keys(named).length)
  }
})

test('the cross-walk leads from known kinds to fields that a text has', () => {
  const codes = new Map(lists.kinds.fields.map((list) => [list.pack, Object.keys(list.codes)]))
  for (const { as, may, scale } of lists.kinds.kinds) {
    expect(lists.maturity.map(({ code }) => code)).toContain(scale)
    for (const [pack, field] of Object.entries(as)) expect(codes.get(pack)).toContain(field)
    for (const [pack, fields] of Object.entries(may)) {
      for (const field of fields) expect(codes.get(pack)).toContain(field)
      expect(as).not.toHaveProperty(pack)
    }
  }
})

test('what a kind leaves open is said to be open: Chinese medicine, precision, AI and new schemes', () => {
  const of = (kind: string) => lists.kinds.kinds.find(({ code }) => code === kind)
  const gd = (kind: string) => [of(kind)?.as['cn-gd-2025'], of(kind)?.may['cn-gd-2025']]
  expect(gd('preparation')).toEqual([undefined, ['drug_vaccine', 'chinese_medicine']])
  expect(gd('drug')).toEqual([undefined, ['drug_vaccine', 'chinese_medicine']])
  expect(gd('clinical_technique')).toEqual([undefined, ['new_scheme', 'precision_medicine']])
  expect(gd('software')).toEqual([undefined, ['ai_medicine']])
  expect(gd('data')).toEqual([undefined, ['ai_medicine', 'precision_medicine']])
  expect(gd('device')).toEqual(['device_equipment', undefined])
  expect(gd('method')).toEqual([undefined, undefined])
})

test('what a disclosure tells answers facts that its pack asks for', () => {
  for (const { pack, groups, cite } of lists.groups) {
    const norms = packs.find(({ id }) => id === pack)?.norms ?? []
    const content = norms.find(({ topic }) => topic === 'disclosure.content')
    expect(cite.endsWith(String(content?.cite))).toBe(true)
    for (const { fact } of groups) expect(JSON.stringify(content)).toContain(fact)
  }
})

test('documents, publications and levels are named only where they are in a list', () => {
  const { documents, novelty, maturity } = lists
  for (const { by } of documents.wanted) {
    expect(Object.keys(by).toSorted()).toEqual(Object.keys(documents.funding).toSorted())
    for (const kind of Object.values(by).flat()) expect(documents.kinds).toHaveProperty(kind)
  }
  for (const { grace, grounds = [] } of novelty.regimes) {
    expect(grace).toBeGreaterThan(0)
    for (const ground of grounds) expect(novelty.publications).toHaveProperty(ground)
  }
  for (const { levels } of maturity) {
    expect(levels.map(({ level }) => level)).toEqual(levels.map((_, at) => at + 1))
  }
})
