// Fields of papers read off the acts of a procedure made of steps: named and shown as their forms say.
import type { z } from 'zod'
import { type ActsState, readers } from '../../procedure/acts-state.ts'
import { list, type RowsField, type TextField, value } from '../paper.ts'
import { inYuan, onDay, yesNo } from '../say.ts'

/** The words of codes. */
export type CodeWords = Readonly<Record<string, string>>

export interface Schema {
  readonly def: { readonly type: string; readonly innerType?: Schema }
  readonly format?: string | null
  readonly meta: () =>
    | { readonly zh?: string; readonly en?: string; readonly unit?: string }
    | undefined
}

/** Readers of one procedure's acts for its papers. */
export function carriedBy<Shapes extends Readonly<Record<string, z.ZodObject>>>(shapes: Shapes) {
  const { latest, all } = readers(shapes)

  /** What the latest act of a kind carries in a field. */
  function carried<T extends keyof Shapes & string>(
    type: T,
    field: keyof z.infer<Shapes[T]> & string,
    words?: CodeWords,
  ): TextField<ActsState> {
    const schema = shapes[type]?.shape[field] as unknown as Schema | undefined
    if (!schema) throw new TypeError(`${type} carries no ${field}.`)
    return value(labelOf(schema, 'en'), ({ state }) =>
      written(
        (latest(state, type)?.data as Record<string, unknown> | undefined)?.[field],
        schema,
        words,
      ),
    )
  }

  /** Every yes and no of the latest act of a kind, as a list. */
  function answers(type: keyof Shapes & string, en: string): RowsField<ActsState> {
    const fields = Object.entries((shapes[type]?.shape ?? {}) as Record<string, Schema>)
    return list(en, { 事项: 'Question', 回答: 'Answer' }, ({ state }) => {
      const data = latest(state, type)?.data as Record<string, unknown> | undefined
      return data && fields.flatMap(([name, schema]) => answerIn(data[name], schema))
    })
  }

  return {
    latest,
    all,
    carried,
    answers,
    /** The day of the latest act of a kind; today while it is only being prepared. */
    dayOf: (type: keyof Shapes & string, en: string) =>
      value<ActsState>(en, ({ state, today }) => onDay(latest(state, type)?.on ?? today)),
    /** Who recorded it. */
    byOf: (type: keyof Shapes & string, en: string) =>
      value<ActsState>(en, ({ state }) => latest(state, type)?.by.name),
  }
}

function answerIn(given: unknown, schema: Schema) {
  if (typeof given !== 'boolean') return []
  return [{ 事项: labelOf(schema, 'zh'), 回答: yesNo(given) }]
}

/** What a form calls the field. */
export function labelOf(schema: Schema, lang: 'zh' | 'en'): string {
  const said = schema.meta()?.[lang]
  return said ?? (schema.def.innerType ? labelOf(schema.def.innerType, lang) : '')
}

/** Plain texts one after the other; rows of several fields are a table of their own. */
function listed(items: readonly unknown[]): string | undefined {
  if (items.length === 0) return '无'
  return items.every((item) => typeof item === 'string') ? items.join('、') : `${items.length} 项`
}

/** What an act carries, as a paper writes it. */
export function written(given: unknown, schema: Schema, words: CodeWords = {}): string | undefined {
  const inner = schema.def.innerType
  if (inner) return written(given, inner, words)
  if (typeof given === 'boolean') return yesNo(given)
  if (typeof given === 'number') return `${given}`
  if (Array.isArray(given)) return listed(given)
  if (typeof given !== 'string') return undefined
  if (schema.def.type === 'enum') return words[given] ?? given
  if (schema.meta()?.unit === 'fen') return inYuan(given)
  return schema.format === 'date' ? onDay(given) : given
}
