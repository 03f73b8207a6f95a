import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { type AuditBody, lockChain, recordChange } from '../../../platform/evidence.ts'
import { storedFiles } from '../../../platform/files.queries.ts'
import type { Veil } from '../../../platform/history.ts'
import { newId } from '../../../platform/ids.ts'
import type { Author } from '../../../platform/register.ts'
import { caseExists } from '../case.queries.ts'
import {
  delegationOf,
  delegationsOf,
  delegationsRead,
  insertDelegation,
  withdraw,
} from './delegation.queries.ts'
import {
  type Delegation,
  type DelegationRefusals,
  delegated,
  holdsOn,
  restsOnLetter,
} from './delegation.ts'

/** The chain of all delegations of an institution. */
export const delegationChain = 'delegations'

type Answer<Value> = Outcome<Value, DelegationRefusals>

/** Enters that somebody else does a task, with the letter that says so. */
export async function delegate(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: Omit<Delegation, 'id' | 'withdrawnOn'> & { readonly reason: string },
): Promise<Answer<{ id: string }>> {
  const { reason, ...given } = order
  const { caseId, letter, from, until } = given
  if (caseId !== null && !(await caseExists(tx, by.institution, caseId))) {
    return refuse('no-such-case', {})
  }
  const [stored] = await storedFiles(tx, by.institution, [letter.sha256])
  if (stored?.size !== letter.size) return refuse('letter-not-stored', { name: letter.name })
  if (until !== null && until < from) return refuse('ends-before-it-begins', {})

  // From here on it is delegated.
  const id = newId()
  await insertDelegation(tx, by.institution, { ...given, id, withdrawnOn: null })
  const data = {
    ...given,
    letter: letter.name,
    letterHash: letter.sha256,
    reason,
  }
  await recordChange(tx, delegationChain, {
    action: 'delegation.entered',
    subject: id,
    data,
    at: clock.now(),
    by,
  })
  return accept({ id })
}

/** Withdraws a delegation from today on; what was done until then stays as it is. */
export async function withdrawDelegation(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Promise<Answer<{ id: string }>> {
  await lockChain(tx, { institution: by.institution, name: delegationChain })
  const found = await delegationOf(tx, by.institution, id)
  if (!found) return refuse('no-such-delegation', {})
  if (found.withdrawnOn !== null) return refuse('withdrawn-already', {})

  // From here on it is withdrawn.
  await withdraw(tx, by.institution, id, clock.today())
  const { task, delegate: to, letterNumber } = found
  await recordChange(tx, delegationChain, {
    action: 'delegation.withdrawn',
    subject: id,
    data: { task, delegate: to, letterNumber, reason },
    at: clock.now(),
    by,
  })
  return accept({ id })
}

/** Of a delegation for a closed case only its readers are told; row security knows who they are. */
export async function delegationVeil(
  tx: Tx,
  institution: string,
  entries: readonly AuditBody[],
): Promise<Veil> {
  const subjects = entries.flatMap(({ subject }) => (subject === null ? [] : [subject]))
  const read = await delegationsRead(tx, institution, subjects)
  return ({ subject, data }) => (subject !== null && read.has(subject) ? data : undefined)
}

/** An act that may rest on a delegation, before it is decided. */
interface Resting {
  readonly id: string
  readonly type: string
  readonly on: string
  readonly roles: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly files: readonly Delegation['letter'][]
}

/** The act with what the register of delegations knows, and the letter among its files. */
export async function withDelegations(
  tx: Tx,
  institution: string,
  { id, type, on, roles, data, files }: Resting,
): Promise<Pick<Resting, 'data' | 'files'>> {
  if (!restsOnLetter(type, data, roles)) return { data, files }
  const inForce = (await delegationsOf(tx, institution, id)).filter((one) => holdsOn(one, on))
  const { data: filled, letter } = delegated(type, data, inForce)
  const isThere = files.some(({ sha256 }) => sha256 === letter?.sha256)
  return { data: filled, files: letter && !isThere ? [...files, letter] : files }
}
