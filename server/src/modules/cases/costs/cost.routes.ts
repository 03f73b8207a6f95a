import { callerOf, type Role } from '../../../platform/access.ts'
import { asReader } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { costColumns } from './cost.csv.ts'
import { allCosts, listCosts } from './cost.queries.ts'
import { CostFilterWire, CostPageWire, CostQueryWire } from './cost.wire.ts'

/** What deals cost is for those who work on them, pay, decide or check. */
const costReaders: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

/** The register of costs over HTTP. */
export function costRoutes(app: App, context: Context): void {
  const { db } = context
  app.get(
    '/costs',
    {
      config: { access: costReaders },
      schema: { tags: ['costs'], querystring: CostQueryWire, response: { 200: CostPageWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => listCosts(tx, institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/costs',
    access: costReaders,
    filter: CostFilterWire,
    name: { zh: '费用台账', en: 'costs' },
    words: {
      case: { name: { zh: '项目', en: 'Case' } },
      kind: { name: { zh: '费用种类', en: 'Kind' } },
      state: { name: { zh: '状态', en: 'State' } },
      from: { name: { zh: '自', en: 'From' } },
      to: { name: { zh: '至', en: 'To' } },
    },
    columns: costColumns,
    lines: (tx, { institution }, filter) => allCosts(tx, institution, filter),
  })
}
