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

test('the cross-walk leads from known kinds to fields that a text has', () => {
  const codes = new Map(lists.kinds.fields.map((list) => [list.pack, Object.keys(list.codes)]))
  expect(codes.size).toBe(2)
  for (const { as, scale } of lists.kinds.kinds) {
    expect(lists.maturity.map(({ code }) => code)).toContain(scale)
    for (const [pack, fields] of Object.entries(as)) {
      for (const field of fields) expect(codes.get(pack)).toContain(field)
    }
  }
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
