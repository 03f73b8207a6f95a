import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { InternalRuleFields, RuleFile } from './internal-rule.ts'

interface InternalRuleTable extends Omit<InternalRuleFields, 'file'> {
  institutionId: string
  id: string
  file: Json<RuleFile | null> | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    internalRule: InternalRuleTable
  }
}

export const ruleColumns = [
  'topic',
  'title',
  'number',
  'approvedBy',
  'approvedOn',
  'inForceOn',
  'validTo',
  'endedOn',
  'reviewOn',
  'file',
  'remark',
] as const satisfies readonly (keyof InternalRuleFields)[]

/** The register of the rules an institution made for itself. */
export const internalRuleRegister: Register = {
  name: 'internalRule',
  table: 'internalRule',
  columns: ruleColumns,
  json: new Set(['file']),
  foundBy: (fields) => {
    const { number, title, approvedBy, remark } = fields as unknown as InternalRuleFields
    return { label: number, title, texts: [approvedBy, remark] }
  },
}
