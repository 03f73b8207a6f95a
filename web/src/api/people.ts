import { queryOptions } from '@tanstack/react-query'
import type { PersonLineWire, PersonPageWire, PersonWire } from '@yizhuan/server/wire/people/person'
import { read, withQuery } from './client.ts'
import { ApiProblem } from './problem.ts'

/** Somebody of the institution, as a form refers to them. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly unit: string | undefined
  readonly staffNumber: string | null
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** The people whose name contains a text. @throws {ApiProblem} */
export async function findPeople(q: string): Promise<readonly KnownPerson[]> {
  const { items } = await read<PersonPageWire>(withQuery('/people', { q, limit: 8 }))
  return items.map(known)
}

/** Whom a record means: whoever was chosen from the register, or the one person of exactly this name. */
export async function personMeant(named: {
  readonly name: string
  readonly person?: string | undefined
}): Promise<KnownPerson | undefined> {
  if (named.person !== undefined) {
    const person = await registered(named.person)
    return person ? known(person) : undefined
  }
  const found = (await findPeople(named.name)).filter(({ name }) => name === named.name)
  return found.length === 1 ? found[0] : undefined
}

function known(line: PersonLineWire): KnownPerson {
  const { id, name, unit, staffNumber, isChief, holdsLeadingPost } = line
  return { id, name, unit: unit?.name, staffNumber, isChief, holdsLeadingPost }
}

/** What the register says of one person; null for somebody who is not in it. */
export function registeredQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id, 'registered'],
    queryFn: () => registered(id),
    staleTime: 60_000,
  })
}

async function registered(id: string): Promise<PersonWire | null> {
  try {
    return await read<PersonWire>(`/people/${id}`)
  } catch (error) {
    if (error instanceof ApiProblem && error.body.status === 404) return null
    throw error
  }
}
