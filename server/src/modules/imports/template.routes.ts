import { isPersonal, type TableName, tableLabels, templateOf } from '@yizhuan/ledger'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { langOf } from '../../platform/errors.ts'
import { sendFile } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { spooled } from '../../platform/spool.ts'
import { xlsxType } from '../../platform/xlsx.ts'
import { writeGrids } from '../../platform/xlsx-grid.ts'
import { mayWrite } from './import-rights.ts'
import { registerOf } from './table-row.ts'
import { templateName, templateSheets } from './template.ts'
import { ImportTablesWire, TemplateQueryWire } from './template.wire.ts'

const tags = ['imports']
const tableNames = Object.keys(tableLabels) as [TableName, ...TableName[]]

/** Which tables can be imported, what each needs, and a file for each to fill in. */
export function templateRoutes(app: App, { config }: Context, access: readonly Role[]): void {
  app.get(
    '/imports/tables',
    { config: { access }, schema: { tags, response: { 200: ImportTablesWire } } },
    (request) => {
      const { roles } = callerOf(request)
      return {
        items: tableNames.map((table) => ({
          ...{ table, register: registerOf[table], isPersonal: isPersonal(table) },
          mayImport: mayWrite(roles, table),
          columns: templateOf(table)
            .filter(({ name }) => name !== 'seq')
            .map(({ name, heading, isRequired, words }) => ({
              ...{ name, heading, isRequired, words: words.map(([word]) => word) },
            })),
        })),
      }
    },
  )

  app.get(
    '/imports/templates/:table',
    {
      config: { access },
      schema: {
        tags,
        params: z.strictObject({ table: z.enum(tableNames) }),
        querystring: TemplateQueryWire,
        produces: [xlsxType],
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) => {
      const { table } = request.params
      const { lang = langOf(request) } = request.query
      const file = await spooled(config.dataFolder, (out) =>
        writeGrids(out, templateSheets(table, lang)),
      )
      return sendFile(reply, file, 'xlsx', templateName(table, lang))
    },
  )
}
