import { loadDemo } from '../../server/src/apps/demo/load.ts'
import { modules } from '../../server/src/modules/index.ts'
import { roles } from '../../server/src/platform/access.ts'
import type {} from '../../server/src/platform/http.ts'
import { platformProblems } from '../../server/src/platform/problem.refusals.ts'
import { joinPages } from '../../server/src/platform/problem.routes.ts'
import { openTestApp, type Person, type TestApp } from '../../server/src/platform/testing/app.ts'

/** The application with the demonstration in it, and people of two of its hospitals. */
export interface ApiHouse {
  readonly house: TestApp
  /** The first hospital and another one. */
  readonly here: string
  readonly there: string
  /** The codes that have a page. */
  readonly codes: ReadonlySet<string>
  /** Somebody who holds every role. */
  everybody(institution: string): Promise<Person>
  /** Ids of records of a hospital, by table. */
  idsOf(institution: string, table: string): Promise<string[]>
  close(): Promise<void>
}

/** Opens it; takes some seconds. */
export async function openApiHouse(): Promise<ApiHouse> {
  const house = await openTestApp(modules, { at: '2026-11-24' })
  await loadDemo(house.context)
  await house.workOff()
  const [first, second] = await house.database.asOwner('select id from institution order by name')
  const pages = joinPages([platformProblems, ...modules.map(({ problems = {} }) => problems)])
  return {
    house,
    here: String(first?.['id']),
    there: String(second?.['id']),
    codes: new Set(Object.keys(pages)),
    everybody: (institution) => house.person([...roles], institution),
    async idsOf(institution, table) {
      const rows = await house.database.asOwner(
        `select id from ${table} where institution_id = $1 order by id limit 20`,
        [institution],
      )
      return rows.map(({ id }) => String(id))
    },
    close: () => house.close(),
  }
}
