import { canonicalJson, sha256Hex } from '@yizhuan/kit'
import { tagPeriods, untouched } from '@yizhuan/procedures'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { prepared } from '../../platform/prepared.ts'
import '../achievements/index.ts'
import { assetLists } from '../policies/index.ts'
import type { AssetSign } from './asset.ts'
import './asset.table.ts'
import { signsOf } from './sign.queries.ts'

// Tags are stored for each stretch of days through which they stay, and believed unless something was told
// since. Triggers of the database mark the achievement of whatever is written that tags follow from.

/** The edition of the rules in `asset-tags`: with a new one all tags are worked out anew. */
const edition = 2

/** By what rules tags are worked out here: those of the code, and the lists of the law they read. */
export function rulesNow(): string {
  const kinds = assetLists().rights.flatMap((list) => list.kinds)
  return `${edition}/${sha256Hex(canonicalJson(kinds)).slice(0, 16)}`
}

/** The achievements whose stored tags cannot be believed: those marked since, or all. */
export async function unsettled(tx: Tx, institution: string): Promise<readonly string[] | 'all'> {
  const [known, marks] = await Promise.all([
    tx
      .selectFrom('assetTagRules')
      .select('rules')
      .where('institutionId', '=', institution)
      .executeTakeFirst(),
    tx
      .selectFrom('assetTagMark')
      .select('achievementId')
      .distinct()
      .where('institutionId', '=', institution)
      .execute(),
  ])
  if (known?.rules !== rulesNow()) return 'all'
  return marks.map(({ achievementId }) => achievementId)
}

/** Whether tags are to be worked out before the register of achievements shows them. */
export async function isUnsettled(tx: Tx, institution: string, today: string): Promise<boolean> {
  const [row] = await openNow(tx, { institution, today, rules: rulesNow() })
  return row?.isOpen ?? true
}

const openNow = prepared((tx: Tx, of: { institution: string; today: string; rules: string }) =>
  tx.selectNoFrom(
    sql<boolean>`exists (select from asset_tag_mark where institution_id = ${of.institution})
      or not exists (select from asset_tag_rules where institution_id = ${of.institution}
        and rules = ${of.rules} and read_on = ${of.today})`.as('isOpen'),
  ),
)

/** The achievements that the register shows otherwise than their tags of a day say; of all where none is named. */
export function shownOtherwise(
  institution: string,
  today: string,
  ids: readonly string[] | undefined,
): RawBuilder<unknown> {
  return sql`
    select achievement.id, coalesce(tag.conversion, ${untouched.conversion}) as conversion
    from achievement left join asset_tag as tag
      on tag.institution_id = ${institution} and tag.achievement_id = achievement.id
        and tag.since <= ${today} and (tag.until is null or tag.until > ${today})
    where achievement.institution_id = ${institution}
      and ${ids === undefined ? sql`true` : sql`achievement.id = any(${[...ids]}::uuid[])`}
      and achievement.conversion <> coalesce(tag.conversion, ${untouched.conversion})`
}

/** The rows by which the tags of achievements are stored. */
export function rowsOf(institutionId: string, signs: ReadonlyMap<string, readonly AssetSign[]>) {
  return [...signs].flatMap(([achievementId, told]) => {
    const periods = tagPeriods(told)
    return periods.map(({ since, tags }, at) => ({
      ...{ institutionId, achievementId, since, until: periods[at + 1]?.since ?? null },
      ...tags,
    }))
  })
}

/** The achievements whose stored tags are not what their signs come to now, or that show others; none is marked. A check. */
export async function wrongTags(
  tx: Tx,
  institution: string,
  today: string,
): Promise<readonly string[]> {
  const stored = await tx
    .selectFrom('assetTag')
    .select(['institutionId', 'achievementId', 'since', 'until'])
    .select(['attribute', 'stage', 'conversion', 'count'])
    .where('institutionId', '=', institution)
    .execute()
  const said = (rows: readonly (typeof stored)[number][]) =>
    new Map(rows.map((row) => [`${row.achievementId} ${row.since}`, canonicalJson({ ...row })]))
  const [is, should] = [said(stored), said(rowsOf(institution, await signsOf(tx, institution)))]
  const wrong = [...new Set([...is.keys(), ...should.keys()])].filter(
    (key) => is.get(key) !== should.get(key),
  )
  const { rows } = await sql<{
    id: string
  }>`${shownOtherwise(institution, today, undefined)}`.execute(tx)
  const shown = rows.map(({ id }) => id)
  return [...new Set([...wrong.map((key) => key.split(' ')[0] ?? ''), ...shown])]
}
