import { afterAll, beforeAll, test } from 'vitest'
import { modules } from '../server/src/modules/index.ts'
import type {} from '../server/src/platform/http.ts'
import { openTestApp, type TestApp } from '../server/src/platform/testing/app.ts'
import { matchesGolden } from './golden-file.ts'
import { dumpSchema } from './schema-dump.ts'

// What the outside relies on, as files that are reviewed as diffs. A change here is a decision:
// `npm run golden` writes the files anew, and nothing else does.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules)
})
afterAll(() => house?.close())

test('the schema', async () => {
  matchesGolden('schema.sql', await dumpSchema(house.database.ownerUrl))
})

test('the description of the API', () => {
  matchesGolden('openapi.json', `${JSON.stringify(house.app.swagger(), null, 1)}\n`)
})

test('who may use which route', () => {
  const lines = house.app.accessList.map((line) => {
    const [method = '', path = '', ...who] = line.split(' ')
    return `${path} ${method.padEnd(6)} ${who.join(' ')}`
  })
  matchesGolden('access.txt', `${lines.sort().join('\n')}\n`)
})
