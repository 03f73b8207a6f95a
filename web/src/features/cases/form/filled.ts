import { fenText } from '../../../ui/Money.tsx'
import type { ActField } from './act-fields.ts'

/** What stands in a form, by field; texts are as typed. */
export type Values = Readonly<Record<string, unknown>>

/** What is wrong, by the place of the field: `terms.price`, `lines.0.amount`. */
export type Wrongs = Readonly<Record<string, Wrong>>
export type Wrong = 'required' | 'money' | 'share' | 'number'

/** The form with one field changed; a list in between stays a list. */
export function withValue(values: Values, path: readonly string[], value: unknown): Values {
  const [first, ...rest] = path
  if (first === undefined) return values
  if (rest.length === 0) return { ...values, [first]: value }
  const inner = values[first]
  if (Array.isArray(inner)) {
    const [at, ...further] = rest
    const list = inner.map((item, index) =>
      String(index) !== at
        ? item
        : further.length === 0
          ? value
          : withValue((item ?? {}) as Values, further, value),
    )
    return { ...values, [first]: list }
  }
  return { ...values, [first]: withValue((inner ?? {}) as Values, rest, value) }
}

/** What a form still gets wrong, field by field; the server checks all of it again. */
export function wrongsIn(fields: readonly ActField[], values: Values, at = ''): Wrongs {
  return Object.assign({}, ...fields.map((field) => wrongIn(field, values[field.name], at)))
}

function wrongIn(field: ActField, value: unknown, at: string): Wrongs {
  const place = at + field.name
  if (field.kind === 'group') return wrongsIn(field.fields, (value ?? {}) as Values, `${place}.`)
  if (field.kind === 'list') {
    const items = (value ?? []) as readonly unknown[]
    if (items.length === 0) return field.isRequired ? { [place]: 'required' } : {}
    return Object.assign(
      {},
      ...items.map((item, index) =>
        field.fields.length > 0
          ? wrongsIn(field.fields, (item ?? {}) as Values, `${place}.${index}.`)
          : isEmpty(item)
            ? { [`${place}.${index}`]: 'required' as const }
            : {},
      ),
    )
  }
  if (field.kind === 'flag') {
    // Within a list an unticked box is an answer; alone, a question wants yes or no.
    return field.isRequired && value === undefined && !/\d\.$/.test(at)
      ? { [place]: 'required' }
      : {}
  }
  if (isEmpty(value)) return field.isRequired ? { [place]: 'required' } : {}
  if (field.kind === 'money' && fenText(String(value)) === undefined) return { [place]: 'money' }
  if (field.kind === 'share' && !isShare(String(value))) return { [place]: 'share' }
  if (field.kind === 'number' && !/^\d{1,9}$/.test(String(value))) return { [place]: 'number' }
  return {}
}

const isShare = (text: string) => /^(\d{1,3}(\.\d{1,6})?%|\d{1,30}\/\d{1,30})$/.test(text.trim())

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === ''
}

/** What a person typed, as the act carries it; empty fields are left out. */
export function dataOf(
  fields: readonly ActField[],
  values: Values,
  isItem = false,
): Record<string, unknown> {
  const known = fields.flatMap((field) => {
    const value = carried(field, values[field.name], isItem)
    return value === undefined ? [] : [[field.name, value]]
  })
  // Identifiers are no fields of the form; they travel with what they identify.
  const ids = ['achievementId', 'contractId', 'rightId', 'person'].flatMap((name) =>
    typeof values[name] === 'string' ? [[name, values[name]]] : [],
  )
  return Object.fromEntries([...known, ...ids])
}

function carried(field: ActField, value: unknown, isItem: boolean): unknown {
  // A question nobody answered is no "no": only within a list is an unticked box an answer.
  if (field.kind === 'flag') return value === undefined && !isItem ? undefined : value === true
  if (field.kind === 'group') return dataOf(field.fields, (value ?? {}) as Values)
  if (field.kind === 'list') return listOf(field, (value ?? []) as readonly unknown[])
  // Which entries; what they say the register knows.
  if (field.kind === 'workload') {
    const cited = (value ?? []) as readonly { readonly entry: string }[]
    return cited.length === 0 ? undefined : cited.map(({ entry }) => ({ entry }))
  }
  if (isEmpty(value)) return undefined
  if (field.kind === 'money') return fenText(String(value)) ?? String(value)
  if (field.kind === 'number') return Number(value)
  return String(value).trim()
}

/** A list that may be left out, and has nothing in it, says nothing. */
function listOf({ fields, isRequired }: ActField, items: readonly unknown[]): unknown {
  if (items.length === 0 && !isRequired) return undefined
  return items.map((item) =>
    fields.length > 0 ? dataOf(fields, (item ?? {}) as Values, true) : String(item).trim(),
  )
}

/** The place of the field that a pointer of the server names: `#/data/lines/0/amount`. */
export function placeOf(pointer: string): string {
  return pointer.replace(/^#\/(data\/)?/, '').replaceAll('/', '.')
}
