import { canonicalJson, type Day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { sha256 } from '../../../platform/evidence.ts'
import { ownRulesOf } from './own-rule.queries.ts'
import { governing } from './own-rule.ts'

/** The institution's rules that governed on a day, each by the document it rests on and with its hash. */
export async function rulesGoverningOn(
  tx: Tx,
  institution: string,
  day: Day,
): Promise<readonly { readonly title: string; readonly since: Day; readonly hash: string }[]> {
  const known = (await ownRulesOf(tx, institution)).filter(
    ({ decided }) => decided !== undefined && decided.on <= day,
  )
  return governing(known)
    .filter(({ from, to }) => from <= day && (to === null || day < to))
    .map(({ rule: { kind, subject, choice, basis, from }, from: since }) => ({
      title: basis,
      since,
      hash: sha256(canonicalJson({ kind, subject, choice, basis, from })),
    }))
}
