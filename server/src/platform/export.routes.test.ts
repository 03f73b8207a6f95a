import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { columnsIn } from './csv.ts'
import { exportRoutes } from './export.ts'
import { openTestApp, type TestApp } from './testing/app.ts'

interface Line {
  readonly n: number
  readonly house: string
}

/** A list of as many rows as asked, which also says whose eyes row security saw. */
const counting = {
  name: 'counting',
  routes: (...[app, context]: Parameters<NonNullable<import('./module.ts').Module['routes']>>) =>
    exportRoutes<{ rows: number; fails?: boolean | undefined }, Line>(app, context, {
      path: '/numbers',
      access: ['auditor'],
      filter: z.object({ rows: z.coerce.number(), fails: z.stringbool().optional() }),
      name: { zh: '数', en: 'numbers' },
      columns: (lang) => {
        const { number, text } = columnsIn<Line>(lang)
        return [number('数', 'Number', ({ n }) => n), text('单位', 'House', ({ house }) => house)]
      },
      lines: (tx, _caller, { rows, fails }) =>
        tx
          .selectFrom(
            sql<Line>`(select 10000000 / (n - ${fails ? rows : 0}) * 0 + n as n,
              current_setting('app.institution') as house
              from generate_series(1, ${rows}::int) as n)`.as('line'),
          )
          .selectAll()
          .stream(500),
    }),
}

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([counting])
})
afterAll(() => app.close())

test.each([0, 1, 500, 1201])('%d rows leave as they came, in their order', async (rows) => {
  const institution = await app.institution()
  const auditor = await app.person(['auditor'], institution)
  const { status, text } = await auditor.get(`/numbers.csv?rows=${rows}`)
  expect(status).toBe(200)
  const lines = text.split('\r\n').slice(1, -1)
  expect(lines).toEqual(Array.from({ length: rows }, (_, at) => `${at + 1},${institution}`))
})

test('the workbook comes with its type and its name, in the language asked for', async () => {
  const auditor = await app.person(['auditor'], await app.institution())
  const sheet = await auditor.get('/numbers.xlsx?rows=3', { 'accept-language': 'en' })
  expect(sheet.status).toBe(200)
  expect(sheet.headers['content-type']).toMatch(/spreadsheetml\.sheet$/)
  expect(sheet.headers['content-disposition']).toContain("UTF-8''numbers.xlsx")
  expect(sheet.headers['cache-control']).toBe('no-store')
})

test('what goes wrong while it is made is an answer, not half a file', async () => {
  const auditor = await app.person(['auditor'], await app.institution())
  const { status, headers } = await auditor.get('/numbers.csv?rows=900&fails=true')
  expect(status).toBe(500)
  expect(headers['content-type']).toContain('application/problem+json')
  expect((await auditor.get('/numbers.csv?rows=2')).status).toBe(200)
})

test('who may not read the list gets no file', async () => {
  const inventor = await app.person(['inventor'], await app.institution())
  expect((await inventor.get('/numbers.xlsx?rows=1')).status).toBe(403)
})

test('every list that leaves is noted: which, by whom, by what filters, how many rows', async () => {
  const institution = await app.institution()
  const auditor = await app.person(['auditor'], institution)
  await auditor.get('/numbers.csv?rows=7')
  await auditor.get('/numbers.xlsx?rows=3&lang=en')
  // What fails leaves nothing and is not noted.
  await auditor.get('/numbers.csv?rows=900&fails=true')
  const noted = await app.database.asOwner(
    `select entry -> 'data' as data, by_person from audit_entry
     where institution_id = $1 and chain = 'exports' order by seq`,
    [institution],
  )
  const list = { zh: '数', en: 'numbers' }
  expect(noted).toEqual(
    [
      { list, format: 'csv', filter: { rows: 7 }, rows: 7, isPersonal: false },
      { list, format: 'xlsx', filter: { rows: 3 }, rows: 3, isPersonal: false },
    ].map((data) => ({ data, by_person: auditor.caller.person })),
  )
})
