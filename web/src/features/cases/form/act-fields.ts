import { actOf, type CitableKind, type Fit, procedureById } from '@yizhuan/procedures'
import type { Bilingual } from '../../../ui/language.ts'

/** What a form shows for one field of an act. */
export interface ActField {
  readonly name: string
  readonly label: Bilingual
  readonly kind:
    | 'text'
    | 'flag'
    | 'day'
    | 'money'
    | 'share'
    | 'choice'
    | 'number'
    | 'list'
    | 'group'
    | 'workload'
  readonly isRequired: boolean
  readonly choices: readonly string[]
  /** Fields of a group, or of each item of a list; a list of plain texts has none. */
  readonly fields: readonly ActField[]
  /** The items of a list are people, who may be chosen from the register. */
  readonly ofPeople: boolean
  /** A day that may lie ahead. */
  readonly isAhead: boolean
  /** A name or a number, which fits on a line. */
  readonly isLine: boolean
  /** Wanted in few cases, and folded until then. */
  readonly isRare: boolean
  /** The line of the record that it names, and is chosen from. */
  readonly cites?: CitableKind
}

interface Schema {
  readonly def: {
    readonly type: string
    readonly innerType?: Schema
    readonly element?: Schema
    readonly entries?: Readonly<Record<string, string>>
  }
  readonly shape?: Readonly<Record<string, Schema>>
  readonly format?: string | null
  readonly meta: () =>
    | {
        zh?: string
        en?: string
        unit?: string
        by?: string
        cites?: 'workload' | CitableKind
        ahead?: boolean
        isLine?: boolean
        isRare?: boolean
      }
    | undefined
}

/** The fields of an act of a procedure, read from the schema that checks it. */
export function fieldsOfAct(procedure: string, type: string): readonly ActField[] {
  const known = procedureById(procedure)
  const rule = known && actOf(known, type)
  return rule ? fieldsOf(rule.data as unknown as Schema) : []
}

/** The fields that apply as the form stands; what is wanted then must be filled. */
export function fitted(fields: readonly ActField[], fit: Fit, at = ''): readonly ActField[] {
  return fields
    .filter(({ name }) => !fit.hides.includes(at + name))
    .map((field) => ({
      ...field,
      isRequired: field.isRequired || fit.wants.includes(at + field.name),
      fields:
        field.kind === 'group' ? fitted(field.fields, fit, `${at}${field.name}.`) : field.fields,
    }))
}

/** Whether an act puts something before the public. */
export function publishes(procedure: string, type: string): boolean {
  const known = procedureById(procedure)
  return (known && actOf(known, type)?.publishes) ?? false
}

function fieldsOf(schema: Schema): readonly ActField[] {
  return Object.entries(schema.shape ?? {}).flatMap(([name, inner]) => {
    const field = fieldOf(name, inner)
    return field ? [field] : []
  })
}

function fieldOf(name: string, given: Schema): ActField | undefined {
  // What the register fills in is not asked.
  if (given.meta()?.by === 'register') return undefined
  let schema = given
  let isRequired = true
  while (schema.def.innerType && schema.def.type !== 'array') {
    if (schema.def.type === 'optional' || schema.def.type === 'default') isRequired = false
    schema = schema.def.innerType
  }
  const meta = schema.meta() ?? {}
  const label = { zh: meta.zh ?? '', en: meta.en ?? '' }
  const isAhead = meta.ahead === true
  const isLine = meta.isLine === true
  const isRare = meta.isRare === true
  const field = {
    name,
    label,
    isRequired,
    choices: [],
    fields: [],
    ofPeople: false,
    isAhead,
    isLine,
    isRare,
  }
  switch (schema.def.type) {
    case 'boolean':
      return { ...field, kind: 'flag' }
    case 'enum':
      return { ...field, kind: 'choice', choices: Object.values(schema.def.entries ?? {}) }
    case 'number':
      return { ...field, kind: 'number' }
    case 'object':
      return { ...field, kind: 'group', fields: fieldsOf(schema) }
    case 'array':
      if (meta.cites === 'workload') return { ...field, kind: 'workload' }
      return {
        ...field,
        kind: 'list',
        fields: schema.def.element ? fieldsOf(schema.def.element) : [],
        ofPeople: schema.def.element?.shape?.['person'] !== undefined,
      }
    default:
      // Identifiers are filled in by the page, not by a person.
      if (schema.format === 'uuid') return undefined
      if (schema.format === 'date') return { ...field, kind: 'day' }
      if (meta.unit === 'fen') return { ...field, kind: 'money' }
      if (meta.cites !== undefined && meta.cites !== 'workload')
        return { ...field, kind: 'text', cites: meta.cites }
      return { ...field, kind: meta.unit === 'share' ? 'share' : 'text' }
  }
}
