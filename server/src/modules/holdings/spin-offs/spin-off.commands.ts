import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain } from '../../../platform/evidence.ts'
import { storedFiles } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { institutionLists } from '../../../platform/institution-lists.ts'
import { type Author, amendRecord, enterRecords } from '../../../platform/register.ts'
import { bearerOf, isHolding, namedLinks, storedSpinOff } from './spin-off.queries.ts'
import { spinOffRegister } from './spin-off.table.ts'
import {
  decideSpinOff,
  type Link,
  type SpinOffFieldRefusals,
  type SpinOffFields,
} from './spin-off.ts'
import type { AmendSpinOffWire, NewSpinOffWire } from './spin-off.wire.ts'

/** Why a company is not entered or amended. */
export interface SpinOffRefusals extends SpinOffFieldRefusals {
  'no-such-spin-off': Record<string, never>
  'spin-off-name-used': { readonly name: string }
  'spin-off-code-used': { readonly name: string }
  'holding-has-spin-off': { readonly name: string }
  'no-such-holding': Record<string, never>
  'unknown-link': Record<string, never>
  'file-not-stored': { readonly name: string }
}

type Told = z.output<typeof NewSpinOffWire>

/** What a row of a ledger knows beforehand: the id its record gets, and where the row stands. */
interface Brought {
  readonly id?: string | undefined
  readonly source?: string
}

/** Enters a company that was founded on achievements, or is to be. */
export async function enterSpinOff(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: Told,
  { id = newId(), source }: Brought = {},
): Promise<Outcome<{ id: string }, SpinOffRefusals>> {
  await lockRegister(tx, by.institution)
  const checked = await checkedSpinOff(tx, clock, by.institution, told)
  if (checked.kind === 'refused') return checked

  // From here on it is entered.
  await enterRecords(tx, spinOffRegister, by, clock.now(), [
    { id, fields: checked.value, ...(source && { beside: { source } }) },
  ])
  return accept({ id })
}

type Amended = z.output<typeof AmendSpinOffWire>
/** An import has read no number of the last change. */
type Amendment = Omit<Amended, 'expectedSeq'> & Partial<Pick<Amended, 'expectedSeq'>>

/** Changes a company: it stands otherwise, somebody came or went, something was mistyped. */
export async function amendSpinOff(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq, ...fields }: Amendment,
): Promise<Outcome<{ seq: number }, SpinOffRefusals>> {
  await lockRegister(tx, by.institution)
  const stored = await storedSpinOff(tx, by.institution, id)
  if (!stored) return refuse('no-such-spin-off', {})
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Told>
  const { id: _id, ...before } = stored
  const now = { ...before, ...given }
  const checked = await checkedSpinOff(tx, clock, by.institution, now, { id, links: before.links })
  if (checked.kind === 'refused') return checked

  // From here on it is amended.
  const amended = await amendRecord(tx, spinOffRegister, clock, by, id, {
    fields: checked.value,
    reason,
    ...(expectedSeq !== undefined && { expectedSeq }),
  })
  return amended ? accept(amended) : refuse('no-such-spin-off', {})
}

/** Two that are entered at once look at each other: one register, one after the other. */
async function lockRegister(tx: Tx, institution: string): Promise<void> {
  await lockChain(tx, { institution, name: 'spin-offs' })
}

/** What stands already: a link of it stays, also where it is closed to who amends something else. */
interface Standing {
  readonly id: string
  readonly links: readonly Link[]
}

/** What is told of a company as it would be kept, or why it cannot be. */
export async function checkedSpinOff(
  tx: Tx,
  clock: Clock,
  institution: string,
  told: SpinOffFields,
  standing?: Standing,
): Promise<Outcome<SpinOffFields, SpinOffRefusals>> {
  const { companyStates, roles, ways } = institutionLists().equity
  const isKept = ({ kind, id }: Link) =>
    standing?.links.some((one) => one.kind === kind && one.id === id) ?? false
  const added = await namedLinks(
    tx,
    institution,
    told.links.filter((one) => !isKept(one)),
  )
  if (added.some(({ title }) => title === null)) return refuse('unknown-link', {})
  const fields = { ...told, links: told.links.map(({ kind, id }) => ({ kind, id })) }
  const lists = {
    states: Object.keys(companyStates),
    roles: Object.keys(roles),
    ways: Object.keys(ways),
  }
  const decided = decideSpinOff(fields, lists, clock.today())
  if (decided.kind === 'refused') return decided
  if (told.holdingId !== null && !(await isHolding(tx, institution, told.holdingId))) {
    return refuse('no-such-holding', {})
  }
  const others = (await bearerOf(tx, institution, fields)).filter((one) => one.id !== standing?.id)
  for (const { name, uscc, holdingId } of others) {
    if (name === told.name) return refuse('spin-off-name-used', { name })
    if (uscc !== null && uscc === told.uscc) return refuse('spin-off-code-used', { name })
    if (holdingId !== null && holdingId === told.holdingId) {
      return refuse('holding-has-spin-off', { name })
    }
  }
  const hashes = told.files.map(({ sha256 }) => sha256)
  const there = await storedFiles(tx, institution, hashes)
  const lost = told.files.find((file) => !there.some(({ sha256 }) => sha256 === file.sha256))
  return lost ? refuse('file-not-stored', { name: lost.name }) : accept(fields)
}
