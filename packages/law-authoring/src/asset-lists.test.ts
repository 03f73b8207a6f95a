import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildPacks, loadAssetLists, loadWorkloadLists } from './load-pack.ts'

const root = fileURLToPath(new URL('../../../packs', import.meta.url))
const { rights, starts, costs } = loadAssetLists(root)
const packs = buildPacks(root)
const words = { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }

test('every cost and every start is named in both languages', () => {
  expect(costs.length).toBeGreaterThan(5)
  for (const { label } of costs) expect(label).toMatchObject(words)
  const days = starts.flatMap(({ by }) => Object.values(by))
  expect(days).toHaveLength(3)
  for (const day of days) expect(day).toMatchObject(words)
})

test('what they cite a norm of their pack cites too', () => {
  const cited = [...rights, ...starts]
  expect(cited).toHaveLength(2)
  for (const { pack, cite } of cited) {
    const norms = packs.find(({ id }) => id === pack)?.norms ?? []
    expect(JSON.stringify(norms.map((norm) => norm.cite))).toContain(cite)
  }
})

test('the fees that a text lets become an asset are one kind of cost', () => {
  const obtaining = costs.filter(({ isForObtaining }) => isForObtaining)
  expect(obtaining.map(({ code }) => code)).toEqual(['obtaining'])
})

test('what the ledger of work tells has words, and an article that a norm rests on', () => {
  const { entries } = loadWorkloadLists(root)
  expect(entries.length).toBeGreaterThan(4)
  const norms = JSON.stringify(packs.find(({ id }) => id === 'cn-gd-2025')?.norms)
  for (const { label, cite } of entries) {
    expect(label).toMatchObject(words)
    expect(norms).toContain(`"${cite.split('#')[1]}"`)
  }
  expect(entries.filter(({ asksShare }) => asksShare).map(({ code }) => code)).toEqual(['share'])
})
