import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy, likeTitles } from '../../platform/found-by.ts'
import type { achievementOf } from '../achievements/index.ts'
import '../rights/index.ts'
import type { DuplicatesWire, SimilarWire } from './disclosure.wire.ts'
import { likeEnough, likeness, rightNumbersIn } from './likeness.ts'

/** The most records that are shown. */
const most = 5

type Achievement = NonNullable<Awaited<ReturnType<typeof achievementOf>>>

/** Records that may be the same: alike in title, or naming the number of the same right. */
export async function duplicatesOf(
  tx: Tx,
  institution: string,
  one: Achievement,
): Promise<DuplicatesWire> {
  const numbers = await numbersOf(tx, institution, one)
  const like = await alike(tx, institution, one.title, one.id)
  const named = new Map<string, string[]>()
  for (const number of numbers) {
    for (const id of await naming(tx, institution, number)) {
      if (id !== one.id) named.set(id, [...(named.get(id) ?? []), number])
    }
  }
  const ids = [...new Set([...named.keys(), ...like.map(({ id }) => id)])].slice(0, 2 * most)
  if (ids.length === 0) return { items: [] }
  const records = await tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('mergedInto', 'is', null)
    .execute()
  const items = records.map((record) => ({
    ...record,
    likeness: Math.round(100 * likeness(one.title, record.title)),
    numbers: named.get(record.id) ?? [],
  }))
  const weight = (item: (typeof items)[number]) => item.likeness + 100 * item.numbers.length
  return { items: items.toSorted((a, b) => weight(b) - weight(a)) }
}

/** The records whose titles are most like one, without the record itself. */
async function alike(tx: Tx, institution: string, sought: string, own?: string) {
  return (await likeTitles(tx, institution, 'achievement', sought))
    .map(({ id, title }) => ({ id, likeness: likeness(sought, title) }))
    .filter((other) => other.id !== own && other.likeness >= likeEnough)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
}

/**
 * What is there already under a title like the one somebody types: number and title, which everybody of
 * the house sees, and nothing of what stands behind them.
 */
export async function similarTo(
  tx: Tx,
  institution: string,
  { title, own }: { readonly title: string; readonly own?: string | undefined },
): Promise<SimilarWire> {
  const like = await alike(tx, institution, title, own)
  if (like.length === 0) return { items: [] }
  const records = await tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${like.map(({ id }) => id)}::uuid[])`)
    .where('mergedInto', 'is', null)
    .execute()
  const at = new Map(like.map(({ id }, place) => [id, place]))
  return { items: records.toSorted((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0)) }
}

/** The numbers of rights in an achievement: those linked to it, and those its texts name. */
async function numbersOf(tx: Tx, institution: string, one: Achievement) {
  const rights = await tx
    .selectFrom('ipRight')
    .select('number')
    .where('institutionId', '=', institution)
    .where('achievementId', '=', one.id)
    .where('number', 'is not', null)
    .limit(most)
    .execute()
  const texts = [one.projectNo, one.remark, ...Object.values(one.disclosure)]
  const said = texts.flatMap((text) => (text ? rightNumbersIn(text) : []))
  const linked = rights.flatMap(({ number }) => rightNumbersIn(number ?? ''))
  return [...new Set([...linked, ...said])].slice(0, most)
}

/** The achievements that name a number, or whose right has it. */
async function naming(tx: Tx, institution: string, number: string): Promise<readonly string[]> {
  const [told, held] = await Promise.all([
    tx
      .selectFrom('achievement')
      .select('id')
      .where('institutionId', '=', institution)
      .where(isFoundBy('achievement.id', institution, 'achievement', number))
      .limit(most)
      .execute(),
    tx
      .selectFrom('ipRight')
      .select('achievementId as id')
      .where('institutionId', '=', institution)
      .where('achievementId', 'is not', null)
      .where(isFoundBy('ipRight.id', institution, 'right', number))
      .limit(most)
      .execute(),
  ])
  return [...told, ...held].flatMap(({ id }) => (id === null ? [] : [id]))
}
