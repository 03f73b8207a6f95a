import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { profileOf } from '../institutions/index.ts'
import { disclosureLists, lawFor } from '../policies/index.ts'
import '../rights/index.ts'
import { evaluationsOf } from './evaluation.commands.ts'
import { preFiling } from './evaluation.ts'
import type { FilingReviewWire } from './evaluation.wire.ts'
import { type FiledRight, reviewGaps } from './filing-review.ts'

/** The review before filing of an achievement: which text asks for it here, and of which filings it is missing. */
export async function filingReviewOf(
  tx: Tx,
  institution: string,
  achievement: string,
): Promise<FilingReviewWire> {
  const law = lawFor(await profileOf(tx, institution))
  const asked = disclosureLists().evaluations.kinds.find(({ code }) => code === preFiling)?.asked
  const pack = law?.packs.find(({ id }) => id === asked?.pack)
  const [filed, evaluations] = await Promise.all([
    filedRights(tx, institution, achievement),
    evaluationsOf(tx, institution, [achievement]),
  ])
  const outcome = evaluations.findLast(({ kind }) => kind === preFiling)?.outcome ?? null
  if (!asked || !pack) return { asked: null, outcome, isFiled: filed.length > 0, gaps: [] }
  const isDraft = pack.status === 'draft'
  const from = pack.sources.find(({ id }) => id === asked.source)?.inForce?.from ?? null
  const byId = new Map(filed.map((right) => [right.id, right]))
  const gaps = reviewGaps({ isDraft, from }, filed, evaluations).flatMap(({ id, gap }) => {
    const right = byId.get(id)
    return right
      ? [{ id, gap, number: right.number, title: right.title, filedOn: right.filedOn }]
      : []
  })
  const text = { title: { ...pack.title }, isDraft, from, cite: asked.cite }
  return { asked: text, outcome, isFiled: filed.length > 0, gaps }
}

interface Filed extends FiledRight {
  readonly number: string | null
  readonly title: string
}

/** The applications for patents in an achievement whose day is known, the first one first. */
async function filedRights(tx: Tx, institution: string, achievement: string) {
  const { rows } = await sql<Filed>`
    select mine.id, mine.number, mine.title, mine.filed_on as "filedOn", exists (
      select from audit_entry where audit_entry.institution_id = ${institution}
        and chain = 'right/' || mine.id and seq = 1 and entry #> '{data,source}' is not null
    ) as "isBrought"
    from ip_right mine
    where mine.institution_id = ${institution} and mine.achievement_id = ${achievement}
      and mine.kind in ('patent', 'invention', 'utility_model', 'design', 'pct') and mine.filed_on is not null
    order by mine.filed_on, mine.id`.execute(tx)
  return rows
}
