import type { Day } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import { asReadBy } from './credential.access.ts'
import { credentialsOf } from './credential.queries.ts'
import { managerKind, standingOf } from './manager.ts'
import type { ManagerFilterWire, ManagerWire } from './manager.wire.ts'
import { allPersons, postsOf } from './person.queries.ts'

/** Those here who hold a post of transfer or a certificate of a technology manager. */
export async function managersOn(
  tx: Tx,
  reader: Pick<Caller, 'institution' | 'person' | 'roles'>,
  today: Day,
  { q, state }: ManagerFilterWire,
): Promise<ManagerWire[]> {
  const { institution } = reader
  const people = await allPersons(tx, institution, { q, state: 'here', today })
  const ids = people.map(({ id }) => id)
  const posts = await postsOf(tx, institution, ids)
  const learned = await credentialsOf(tx, institution, ids, today)
  return people.flatMap(({ id, name, unitName: unit }) => {
    const held = (posts.get(id) ?? []).filter(
      ({ forTransfer, from, to }) => forTransfer && from <= today && (to === null || to > today),
    )
    const credentials = learned.get(id) ?? []
    if (held.length === 0 && !credentials.some(({ kind }) => kind === managerKind)) return []
    const standing = standingOf(credentials, today)
    if (state !== undefined && standing.state !== state) return []
    const titles = held.map(({ title }) => title)
    return [
      {
        id,
        name,
        unit,
        posts: titles,
        ...standing,
        credentials: asReadBy(reader, id, credentials),
      },
    ]
  })
}
