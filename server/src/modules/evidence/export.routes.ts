import type { Lang } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { allExports, pageOfExports } from './export.queries.ts'
import {
  ExportFilterWire,
  ExportPageWire,
  ExportQueryWire,
  type ExportWire,
} from './export.wire.ts'

const access = ['auditor', 'admin'] as const

/** Which lists left the platform: told to those who look on. */
export function exportLogRoutes(app: App, context: Context): void {
  exportRoutes(app, context, {
    path: '/exports',
    access: [...access],
    filter: ExportFilterWire,
    name: { zh: '导出记录', en: 'exports' },
    words: { personal: { name: { zh: '仅个人信息', en: 'Only of people' } } },
    isPersonal: true,
    columns: exportColumns,
    lines: (tx, { institution }, filter) => allExports(tx, institution, filter),
  })

  app.get(
    '/exports',
    {
      config: { access: [...access] },
      schema: {
        tags: ['evidence'],
        querystring: ExportQueryWire,
        response: { 200: ExportPageWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(context.db, caller, (tx) =>
        pageOfExports(tx, caller.institution, request.query),
      )
    },
  )
}

function exportColumns(lang: Lang): readonly Column<ExportWire>[] {
  const { number, text } = columnsIn<ExportWire>(lang)
  const yes = lang === 'zh' ? '是' : 'yes'
  return [
    number('序号', 'No.', ({ seq }) => seq),
    text('时间', 'Moment', ({ at }) => at),
    text('导出人', 'By', ({ by }) => by),
    text('清单', 'List', ({ list }) => list[lang]),
    text('格式', 'Format', ({ format }) => format),
    text('筛选', 'Filter', ({ filter }) => filterText(filter)),
    number('行数', 'Rows', ({ rows }) => rows),
    text('个人信息', 'Of people', ({ isPersonal }) => (isPersonal ? yes : '')),
  ]
}

function filterText(filter: ExportWire['filter']): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
}
