import type { Day } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { type PersonRow, personOf, postsOf } from './person.queries.ts'
import { personRegister } from './person.table.ts'
import { leadingOn, type Post } from './person.ts'
import type { PersonLineWire, PersonWire } from './person.wire.ts'

/** Who may read how to reach a person, and the ends of identity card and account. */
export function mayReadPrivate(caller: Pick<Caller, 'person' | 'roles'>, person: string): boolean {
  return (
    caller.person === person || ['admin', 'finance'].some((role) => caller.roles.includes(role))
  )
}

/** A line of the list: the posts held on a day, and whether they make a chief or a leading person. */
export function lineShown(row: PersonRow, posts: readonly Post[], on: Day): PersonLineWire {
  const { id, name, staffNumber, unitId, unitName, professionalTitle, occupation } = row
  const { isChief, holdsLeadingPost } = leadingOn(posts, on)
  return {
    id,
    name,
    staffNumber,
    unit: unitId !== null && unitName !== null ? { id: unitId, name: unitName } : null,
    professionalTitle,
    occupation,
    leftOn: row.leftOn,
    posts: posts.filter(({ from, to }) => from <= on && (to === null || on < to)).map(postShown),
    isChief,
    holdsLeadingPost,
  }
}

/** One person with all posts; what the caller may not read is left out. */
export async function personShown(
  tx: Tx,
  caller: Caller,
  id: string,
  today: Day,
): Promise<PersonWire | undefined> {
  const row = await personOf(tx, caller.institution, id)
  if (!row) return undefined
  const posts = (await postsOf(tx, caller.institution, [id])).get(id) ?? []
  const chain = { institution: caller.institution, name: chainOf(personRegister, id) }
  const mayRead = mayReadPrivate(caller, id)
  const { phone, email, idCardMasked, bankName, bankAccountMasked } = row
  const open = { phone, email, idCardMasked, bankName, bankAccountMasked }
  const shut = {
    phone: null,
    email: null,
    idCardMasked: null,
    bankName: null,
    bankAccountMasked: null,
  }
  return {
    ...lineShown(row, posts, today),
    ...(mayRead ? open : shut),
    mayRead,
    posts: posts.map(postShown),
    seq: (await headOf(tx, chain)).seq,
  }
}

function postShown({ unit, ...post }: Post) {
  return { ...post, unit: unit && { ...unit } }
}
