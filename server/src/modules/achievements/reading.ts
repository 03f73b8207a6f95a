import type { Caller } from '../../platform/database.ts'
import type { Veil } from '../../platform/history.ts'

/** The roles that answer a disclosure. */
export const office = ['tto_negotiator', 'tto_reviewer'] as const

/** Whether somebody disclosed an achievement or belongs to the office. */
export function isTheirs(
  { disclosedBy }: { readonly disclosedBy: string | null },
  { person, roles }: Pick<Caller, 'person' | 'roles'>,
): boolean {
  return disclosedBy === person || office.some((role) => roles.includes(role))
}

/** What an inventor said against the shares, by a link, was said to who disclosed and to the office. */
export function wordsVeil(mayRead: boolean): Veil {
  return ({ action, data }) => {
    if (mayRead || action !== 'achievement.disputed') return data
    const { reason: _words, ...told } = data
    return told
  }
}
