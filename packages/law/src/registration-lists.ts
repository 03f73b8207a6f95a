import { type Fen, parseFen, type Words } from '@yizhuan/kit'
import type { OpenSpan } from './pack.ts'
import { isWithin } from './parameters.ts'

// What `packs/registration` holds: the code lists of the form on which a technology contract is registered,
// edition by edition, and where a second person approves what was earned.

export const codeListNames = [
  'kind',
  'nature',
  'ip',
  'field',
  'plan',
  'purpose',
  'payment',
] as const
export type CodeListName = (typeof codeListNames)[number]

/** A code list, where it is from, and whether somebody compared it with that. */
export interface CodeList {
  readonly source: string
  readonly verified: boolean
  readonly codes: Readonly<Record<string, Words>>
}

/** All lists of a day. */
export interface CodeEdition extends OpenSpan {
  readonly from: string
  readonly lists: Readonly<Record<CodeListName, CodeList>>
  /** The kinds of contract of which the form asks what is to be invested and made. */
  readonly forecastFor: readonly string[]
}

/** From what amount of a contract on a second person approves, in one province. */
export interface ApprovalRule extends OpenSpan {
  readonly province: string
  readonly contractFrom: number | string
  readonly source: string
  readonly verified: boolean
}

export interface RegistrationLists {
  readonly codes: readonly CodeEdition[]
  readonly approvals: readonly ApprovalRule[]
}

/** The lists that hold on a day; before the first edition, that one. */
export function editionOn({ codes }: RegistrationLists, day: string): CodeEdition {
  const edition = codes.find((one) => isWithin(one, day)) ?? codes[0]
  if (!edition) throw new TypeError('There is no edition of the code lists.')
  return edition
}

/**
 * The rule by which a second person approves the income of a contract; undefined where none asks. A contract
 * whose amount nobody knows is not taken for a small one.
 */
export function approvalRule(
  { approvals }: RegistrationLists,
  of: { readonly province: string | null; readonly amount: Fen | null; readonly day: string },
): ApprovalRule | undefined {
  const { province, amount, day } = of
  if (province === null) return undefined
  return approvals.find(
    (rule) =>
      rule.province === province &&
      isWithin(rule, day) &&
      (amount === null || amount >= parseFen(rule.contractFrom, 'contractFrom')),
  )
}
