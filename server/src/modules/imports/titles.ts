import { ownWord, type ReductionColumns, type TitleColumns } from '@yizhuan/ledger'
import type { Party } from '../rights/index.ts'

// Who owns a right and that its fees are reduced, as rows of rights tell of it. Pure.

/** An owner as a row names one. */
export interface SaidOwner {
  readonly name: string
  readonly share: string
  /** Absent where the row says nothing of a year. */
  readonly reducedUntil?: number | null
}

/** What a row of rights says of owners and fees; absent where it says nothing. */
export interface SaidTitle {
  readonly titleHolders?: readonly SaidOwner[]
  /** Since when the fees are reduced. */
  readonly reducedFrom?: string
}

type Told = TitleColumns &
  ReductionColumns & { readonly filedOn?: string | null; readonly coOwners?: readonly string[] }

/** The owners and the reduction that a row tells of. */
export function saidTitle(record: Told): SaidTitle {
  const holders = holdersIn(record)
  const from = isReduced(record) ? (record.reducedOn ?? wholeDay(record.filedOn)) : null
  return { ...(holders && { titleHolders: holders }), ...(from && { reducedFrom: from }) }
}

/** Whether a row says that fees are reduced. */
export function isReduced({ feeReduction, reducedUntil = [], reducedOn }: ReductionColumns) {
  const isTold = feeReduction !== null && feeReduction !== undefined
  return isTold || Boolean(reducedOn) || reducedUntil.some(({ year }) => year !== null)
}

function holdersIn({ titleShares = [], reducedUntil = [], coOwners = [] }: Told) {
  const named = titleShares.map(({ name, bp }) => ({ name, share: percent(bp) }))
  // The house alone, where the row names nobody else.
  const isAlone = named.length === 0 && coOwners.length === 0 && reducedUntil.length > 0
  const holders = isAlone ? [{ name: ownWord, share: '100%' }] : named
  if (holders.length === 0) return undefined
  if (reducedUntil.length === 0) return holders
  const years = yearsFor(
    holders.map(({ name }) => name),
    reducedUntil,
  )
  return holders.map((one, at) => ({ ...one, reducedUntil: years?.[at] ?? null }))
}

type Years = NonNullable<ReductionColumns['reducedUntil']>

/** The year of each owner: by name, in the order of the owners, or the one that is said of all; nothing where they do not fit. */
function yearsFor(owners: readonly string[], years: Years): readonly (number | null)[] | undefined {
  const [first] = years
  if (years.length === 1 && first?.name === null) return owners.map(() => first.year)
  if (years.every(({ name }) => name === null)) {
    return years.length === owners.length ? years.map(({ year }) => year) : undefined
  }
  const found = owners.map((owner) => years.find(({ name }) => name === owner))
  const left = years.filter((one) => !found.includes(one))
  if (left.length === 0) return found.map((one) => one?.year ?? null)
  // The house may bear its own name in one cell and none in the other.
  const alone = owners.flatMap((name, at) => (found[at] ? [] : [{ name, at }]))
  const [other, own] = [left[0], alone[0]]
  const isHouse = other?.name === ownWord || own?.name === ownWord
  if (left.length > 1 || alone.length !== 1 || !isHouse || other?.name === null) return undefined
  return found.map((one, at) => (one ?? (at === own?.at ? other : undefined))?.year ?? null)
}

/** Whether the years of a row name owners that it does not have. */
export function yearsAstray({ titleShares = [], reducedUntil = [], coOwners = [] }: Told): boolean {
  if (reducedUntil.length === 0) return false
  if (titleShares.length === 0) return coOwners.length > 0 || reducedUntil.length > 1
  const names = titleShares.map(({ name }) => name)
  return yearsFor(names, reducedUntil) === undefined
}

export const wholeDay = (day: string | null | undefined): string | null =>
  day?.length === 10 ? day : null

/** Basis points as a percentage. */
function percent(bp: number): string {
  return `${String(Math.round(bp) / 100)}%`
}

/** Whether a name is that of the house itself. */
export const isOwn = (name: string, house: string): boolean => name === ownWord || name === house

/** What is recorded of the owners as the row would tell it: with its own name of the house, and without what it does not say. */
export function asSaid(
  parties: readonly Party[],
  said: readonly SaidOwner[],
  house: string,
): readonly SaidOwner[] {
  const owners = parties.filter(({ role }) => role !== 'licensee')
  const known = owners.map(({ name, role, title, reducedUntil }): SaidOwner => {
    const word = said.find((one) => (role === 'own' ? isOwn(one.name, house) : one.name === name))
    return {
      name: word?.name ?? name,
      share: title ?? '',
      ...((word === undefined || word.reducedUntil !== undefined) && { reducedUntil }),
    }
  })
  const order = (name: string) => said.findIndex((one) => one.name === name)
  return known.toSorted((one, other) => order(one.name) - order(other.name))
}
