import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { FileRef } from '../../cases/index.ts'

// A company that was founded on achievements of the house: how it stands, and who of the house works in
// it on what footing. What the house holds of it is for the record of the holding to say.

/** Something of the registers that it rests on. What it is called, its own register says to those who read it. */
export interface Link {
  readonly kind: 'achievement' | 'case' | 'contract'
  readonly id: string
}

/** A link as one who reads the company sees it; without a title where the record is closed to them. */
export interface NamedLink extends Link {
  readonly number: string | null
  readonly title: string | null
}

/** Somebody of the house in the company. */
export interface Member {
  readonly name: string
  readonly role: string
  readonly way: string
  readonly fromDay: string
  readonly toDay: string | null
  readonly approvedBy: string | null
  readonly approvedOn: string | null
}

export interface SpinOffFields {
  readonly name: string
  readonly uscc: string | null
  readonly state: string
  readonly stateSince: string
  readonly foundedOn: string | null
  readonly business: string
  readonly capitalFen: string | null
  readonly holdingId: string | null
  readonly links: readonly Link[]
  readonly people: readonly Member[]
  readonly files: readonly FileRef[]
  readonly remark: string | null
}

/** How a company can stand, as a list to choose from (packs/institution/equity.yaml). */
export const companyStates = ['in_preparation', 'not_approved', 'active', 'dormant', 'dissolved']

/** States in which there is no company yet, or never will be. */
const unfounded = ['in_preparation', 'not_approved']
/** Footings that somebody of the house approves. */
const approved = ['part_time', 'leave', 'seconded']

export interface SpinOffFieldRefusals {
  'unknown-company-state': { readonly known: string }
  'unknown-member-role': { readonly known: string }
  'unknown-member-way': { readonly known: string }
  'state-in-future': { readonly today: string }
  'founded-without-day': Record<string, never>
  'founded-before-approval': Record<string, never>
  'member-ends-before': { readonly name: string }
  'member-named-twice': { readonly name: string }
}

/** The codes the lists know. */
export interface SpinOffLists {
  readonly states: readonly string[]
  readonly roles: readonly string[]
  readonly ways: readonly string[]
}

/** Whether the fields can stand together. */
export function decideSpinOff(
  { state, stateSince, foundedOn, people }: SpinOffFields,
  { states, roles, ways }: SpinOffLists,
  today: string,
): Outcome<true, SpinOffFieldRefusals> {
  if (!states.includes(state)) return refuse('unknown-company-state', { known: states.join(', ') })
  if (stateSince > today) return refuse('state-in-future', { today })
  if (unfounded.includes(state) && foundedOn !== null) return refuse('founded-before-approval', {})
  if (!unfounded.includes(state) && foundedOn === null) return refuse('founded-without-day', {})
  for (const [at, { name, role, way, fromDay, toDay }] of people.entries()) {
    if (!roles.includes(role)) return refuse('unknown-member-role', { known: roles.join(', ') })
    if (!ways.includes(way)) return refuse('unknown-member-way', { known: ways.join(', ') })
    if (toDay !== null && toDay < fromDay) return refuse('member-ends-before', { name })
    const isSame = (one: Member) =>
      one.name === name && one.role === role && one.fromDay === fromDay
    if (people.slice(0, at).some(isSame)) return refuse('member-named-twice', { name })
  }
  return accept(true)
}

/** Who works there on a footing that is approved, and of whom no approval is entered. */
export function unapproved(people: readonly Member[], today: string): readonly string[] {
  return people
    .filter(({ way, approvedOn }) => approved.includes(way) && approvedOn === null)
    .filter(({ toDay }) => toDay === null || toDay >= today)
    .map(({ name }) => name)
}
