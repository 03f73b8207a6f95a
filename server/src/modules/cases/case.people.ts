import type { Day, Words } from '@yizhuan/kit'
import type { ActRule } from '@yizhuan/procedures'
import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import type { FieldError } from '../../platform/problem.ts'
import { type KnownPerson, personsKnownOn } from '../people/index.ts'

// The people an act names. Of somebody in the register, the posts held on the day of the act say
// whether they lead; the answer goes into the act together with the posts it rests on, so that the
// record stays whole when the register changes. A typed name is taken as typed.

type Data = Readonly<Record<string, unknown>>

/** The data of an act with what the register knows, or why it cannot be told. */
export async function withRegister(
  tx: Tx,
  institution: string,
  rule: ActRule | undefined,
  on: Day,
  data: Data,
  past: readonly { readonly data: Data }[],
): Promise<{ readonly data: Data } | { readonly errors: readonly FieldError[] }> {
  const lists = (rule ? listsOfPeople(rule) : []).flatMap((list) => {
    const rows = data[list.field]
    return Array.isArray(rows) ? [{ ...list, rows: rows as readonly unknown[] }] : []
  })
  if (lists.length === 0) return { data }
  const ids = lists.flatMap(({ rows }) => rows.map(personOf)).filter((id) => id !== undefined)
  const known = await personsKnownOn(tx, institution, [...new Set(ids)], on)
  const standing = new Set(past.flatMap((act) => peopleIn(act.data)))
  const errors = lists.flatMap(({ field, rows, isCarriedOn }) =>
    unknownIn(field, rows, (id) => known.has(id) || (isCarriedOn && standing.has(id))),
  )
  if (errors.length > 0) return { errors }
  const asked = lists.filter(({ isCarriedOn }) => !isCarriedOn)
  const told = asked.map(({ field, tellsPosts, rows }) => [
    field,
    rows.map((row) => (tellsPosts ? answered(row, known) : renamed(row, known))),
  ])
  return { data: { ...data, ...Object.fromEntries(told) } }
}

function unknownIn(
  field: string,
  rows: readonly unknown[],
  isKnown: (id: string) => boolean,
): readonly FieldError[] {
  return rows.flatMap((row, index) => {
    const id = personOf(row)
    const pointer = `#/data/${field}/${index}/person`
    return id === undefined || isKnown(id)
      ? []
      : [{ pointer, rule: 'known-person', detail: unknownPerson }]
  })
}

/** The lists of an act whose rows are people; of some the register tells the posts, of others no more than the name. */
function listsOfPeople({ data }: ActRule) {
  return Object.entries(data.shape).flatMap(([field, schema]) => {
    // What the service itself filled in was known to it.
    if (schema.meta()?.['by'] === 'register') return []
    const isOptional = schema instanceof z.ZodOptional
    const inner = schema instanceof z.ZodDefault || isOptional ? schema.unwrap() : schema
    const row = inner instanceof z.ZodArray ? inner.element : undefined
    if (!(row instanceof z.ZodObject) || row.shape['person'] === undefined) return []
    const tellsPosts = row.shape['posts'] !== undefined
    // Holders after an event were answered for when they came; what the record says of them stays.
    return [{ field, tellsPosts, isCarriedOn: tellsPosts && isOptional }]
  })
}

/** Everybody whom the data of an act names by who they are in the register. */
function peopleIn(data: Data): readonly string[] {
  return Object.values(data).flatMap((value) =>
    Array.isArray(value) ? value.flatMap((row) => personOf(row) ?? []) : [],
  )
}

const unknownPerson: Words = {
  zh: '本机构人员库中没有此人，请重新选择或直接填写姓名。',
  en: 'The institution knows no such person; choose again, or type the name.',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The person a row names by id; a malformed one is left to the schema of the act. */
function personOf(row: unknown): string | undefined {
  const id = (row as { person?: unknown } | null)?.person
  return typeof id === 'string' && uuid.test(id) ? id : undefined
}

function answered(row: unknown, known: ReadonlyMap<string, KnownPerson>): unknown {
  if (typeof row !== 'object' || row === null) return row
  // Only the register fills these in.
  const { posts: _posts, signsOnPaper: _paper, ...told } = row as Record<string, unknown>
  const found = known.get(personOf(row) ?? '')
  if (!found) return told
  const { entry, hasAccount } = found
  return { ...told, ...entry, ...(!hasAccount && { signsOnPaper: true }) }
}

/** Somebody of whom nothing but the name is asked bears that of the register. */
function renamed(row: unknown, known: ReadonlyMap<string, KnownPerson>): unknown {
  const name = known.get(personOf(row) ?? '')?.entry?.name
  return name === undefined ? row : { ...(row as object), name }
}
