import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scenarios } from './scenarios/index.ts'
import type { Scenario } from './scenarios/vocabulary/scenario.ts'
import { setScene } from './scenarios/vocabulary/scene.ts'
import { written } from './scenarios/vocabulary/telling.ts'
import { openWorld, type World } from './scenarios/vocabulary/world.ts'

// Whole cases, one for each mode and lifecycle, through HTTP on a real database; docs/scenarios.md is
// what they told while they ran.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const told = new Map<Scenario, string>()

test.each(scenarios)('$title.en', async (scenario) => {
  const { title, story, house = {}, tells } = scenario
  const scene = await setScene(world, `示例医院（虚构）${told.size + 1}`, house)
  await tells(scene)
  expect(await world.differencesIn(scene.play.hospital), 'the journal').toEqual([])
  await world.leaves(scene.play.hospital)
  told.set(scenario, written(scenarios.indexOf(scenario) + 1, title, story, scene.play.telling))
})

const START = '<!-- told by the scenarios from here on: npm run golden -->'

test('docs/scenarios.md says the same', () => {
  expect(told.size, 'scenarios that ran to their end').toBe(scenarios.length)
  const path = join(import.meta.dirname, '../docs/scenarios.md')
  const text = readFileSync(path, 'utf8')
  const own = text.slice(0, text.indexOf(START) + START.length)
  const whole = `${own}\n\n${[...told.values()].join('\n\n')}\n`
  if (process.env['GOLDEN'] === 'write') writeFileSync(path, whole)
  else expect(text).toBe(whole)
})
