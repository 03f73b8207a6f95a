// What ties people to enterprises, and whether one of them is a counterparty.
import { addDays, addMonths, type Day } from '@yizhuan/kit'

/** One tie as it was declared. */
export interface InterestItem {
  readonly tie: string
  readonly through: string
  readonly enterprise: string
  readonly uscc: string | null
  readonly detail: string | null
}

/** How somebody stands with declaring: nothing on file is not known, and never taken for nothing. */
export type DeclarationState = 'none' | 'expired' | 'valid'

/** The last day on which a declaration is still good. */
export function validUntil(declaredOn: Day, months: number): Day {
  return addDays(addMonths(declaredOn, months), -1)
}

/** How the newest declaration of somebody stands on a day. */
export function declarationState(
  newest: { readonly validUntil: string } | undefined,
  on: Day,
): DeclarationState {
  if (!newest) return 'none'
  return newest.validUntil < on ? 'expired' : 'valid'
}

/**
 * The name of an enterprise as it is compared: one width, no spaces and marks, and the two official forms
 * of a limited company as one. What is in brackets stays: it often is the place that tells two apart.
 */
export function enterpriseKey(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace('有限责任公司', '有限公司')
}

/** A counterparty, by its name and its code where that is known. */
export interface Party {
  readonly name: string
  readonly uscc: string | null
}

/**
 * Each party once, under the name it was first told by. A name told without its code is the one that bears
 * a code elsewhere; two codes under one name are two parties.
 */
export function partiesOf(
  named: readonly { readonly name: string | null; readonly uscc: string | null }[],
): readonly Party[] {
  const parties: Party[] = []
  for (const { name, uscc } of named) {
    if (name === null) continue
    const key = enterpriseKey(name)
    const at = parties.findIndex(
      (one) =>
        enterpriseKey(one.name) === key &&
        (one.uscc === uscc || one.uscc === null || uscc === null),
    )
    const known = parties[at]
    if (!known) parties.push({ name, uscc })
    else if (known.uscc === null) parties[at] = { ...known, uscc }
  }
  return parties
}

/** By what a declared enterprise is this party; undefined where it is not. */
export function matchedBy(
  item: Pick<InterestItem, 'enterprise' | 'uscc'>,
  party: Party,
): 'uscc' | 'name' | undefined {
  if (item.uscc !== null && item.uscc === party.uscc) return 'uscc'
  // Two codes that differ are two enterprises, unless somebody mistyped one: the name is shown, to be looked at.
  return enterpriseKey(item.enterprise) === enterpriseKey(party.name) ? 'name' : undefined
}

/** The fields of acts that name the other side of a deal. */
const partyFields = new Set([
  'counterparty',
  'enterprise',
  'company',
  'client',
  'receiver',
  'bidder',
  'buyer',
  'licensee',
  'transferee',
  'payer',
])

/** Every other side that the record of a case names: offers, bids, contracts; each once. */
export function partiesIn(data: unknown): readonly string[] {
  const names = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    if (typeof value !== 'object' || value === null) return
    for (const [field, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') look(inner)
      else if (partyFields.has(field) && inner.trim() !== '') names.add(inner.trim())
    }
  }
  look(data)
  return [...names]
}

/** A name of which only the first character is shown. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name]
  return `${first}${'*'.repeat(Math.max(1, rest.length))}`
}
