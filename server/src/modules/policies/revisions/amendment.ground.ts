import type { Day } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { packOf } from '@yizhuan/law-authoring'
import type { Tx } from '../../../platform/database.ts'
import { profileOf } from '../../institutions/index.ts'
import { ownRulesOf } from '../own-rules/own-rule.queries.ts'
import { type UnlawfulRule, unlawfulRules } from '../own-rules/recheck.ts'
import { type Ground, groundFrom, lawAt } from '../packs/ground.ts'
import { lawWith } from '../packs/packs.ts'
import { documentsOf } from './amendment.documents.ts'
import { amendmentOf } from './amendment.queries.ts'
import { toProblem } from './amendment.refusals.ts'
import { refreshRevisions } from './revision.queries.ts'

/**
 * The ground as it would be if an amendment were published, whether it touches the institution at all,
 * and the own rules that would then be laxer than the law.
 *
 * @throws {Problem} 404 when there is no such amendment.
 */
export async function groundOfAmendment(
  tx: Tx,
  institution: string,
  today: Day,
  id: string,
): Promise<{ ground: Ground; concerns: boolean; rules: readonly UnlawfulRule[] }> {
  await refreshRevisions(tx)
  const amendment = await amendmentOf(tx, institution, id)
  if (!amendment) throw toProblem({ code: 'amendment-not-found', facts: {} })
  const profile = await profileOf(tx, institution)
  const { name } = profile
  const own = await ownRulesOf(tx, institution)
  const now = lawAt(profile)
  const { after } = documentsOf(amendment)
  const law = readable(() => lawWith(now, packOf(after.source)))
  return {
    ground: groundFrom(law, name, own, today),
    concerns: now.packs.some((pack) => pack.id === amendment.pack),
    rules: unlawfulRules(own, law, name, today),
  }
}

/** What an amendment comes to may not even be a law; its check says why. */
function readable(read: () => Law): Law {
  try {
    return read()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const first = { zh: `规则不能读懂：${reason}`, en: `the rules cannot be read: ${reason}` }
    throw toProblem({ code: 'not-clean', facts: { problems: '1', failures: '0', ...first } })
  }
}
