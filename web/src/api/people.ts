import type { PersonPageWire } from '@yizhuan/server/wire/people/person'
import { read, withQuery } from './client.ts'

/** Somebody of the institution, as a form refers to them. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly unit: string | undefined
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** The people whose name contains a text. @throws {ApiProblem} */
export async function findPeople(q: string): Promise<readonly KnownPerson[]> {
  const { items } = await read<PersonPageWire>(withQuery('/people', { q, limit: 8 }))
  return items.map(({ id, name, unit, isChief, holdsLeadingPost }) => ({
    id,
    name,
    unit: unit?.name,
    isChief,
    holdsLeadingPost,
  }))
}

/** The one person of exactly this name; undefined when there is none, or more than one. */
export async function personNamed(name: string): Promise<KnownPerson | undefined> {
  const found = (await findPeople(name)).filter((person) => person.name === name)
  return found.length === 1 ? found[0] : undefined
}
