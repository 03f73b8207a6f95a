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
): Promise<{ readonly data: Data } | { readonly errors: readonly FieldError[] }> {
  const list = rule && listOfPeople(rule)
  const rows = list === undefined ? undefined : data[list]
  if (list === undefined || !Array.isArray(rows)) return { data }
  const ids = rows.map(personOf).filter((id) => id !== undefined)
  const known = await personsKnownOn(tx, institution, [...new Set(ids)], on)
  const errors = rows.flatMap((row, index) => {
    const id = personOf(row)
    const pointer = `#/data/${list}/${index}/person`
    return id === undefined || known.has(id)
      ? []
      : [{ pointer, rule: 'known-person', detail: unknownPerson }]
  })
  if (errors.length > 0) return { errors }
  return { data: { ...data, [list]: rows.map((row: unknown) => answered(row, known)) } }
}

/** The list of an act whose rows are people. */
function listOfPeople({ data }: ActRule): string | undefined {
  return Object.keys(data.shape).find((field) => {
    const schema = data.shape[field]
    // What the service itself filled in was known to it.
    if (schema?.meta()?.['by'] === 'register') return false
    const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
    const row = inner instanceof z.ZodArray ? inner.element : undefined
    return row instanceof z.ZodObject && row.shape['person'] !== undefined
  })
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
