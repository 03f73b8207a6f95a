import { accept, type Outcome } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { clauseNorms } from './clause-norms.queries.ts'
import { samples } from './samples.ts'
import {
  isSame,
  proposeStandard,
  proposeVersion,
  type StandardRefusals,
} from './standard.commands.ts'
import { type StandardRow, versionsOf } from './standard.queries.ts'
import { isClause, type StandardContent, shownOf } from './standard.ts'

/** One of a list that is brought: of another house, or of the samples. */
export interface Brought {
  readonly key: string
  readonly name: string
  readonly content: StandardContent
  readonly sample?: string
}

/** Where a refusal belongs in the list. */
export interface BroughtRefused {
  readonly at: number
}

/** What became of a list. */
export interface BroughtAnswer {
  readonly entered: number
  readonly versions: number
  readonly left: number
}

/**
 * Proposes all that a list brings, or nothing. What the library has under the same name gets a further version
 * where it says something else; what waits for a decision is left as it is.
 */
export async function bringStandards(
  tx: Tx,
  clock: Clock,
  by: Author,
  items: readonly Brought[],
  reason: string,
): Promise<Outcome<BroughtAnswer, StandardRefusals> & Partial<BroughtRefused>> {
  const ids = new Map<string, string>()
  let [entered, versions, left] = [0, 0, 0]
  // Clauses first: a model contract names them by their keys.
  const order = [...items.entries()].toSorted(
    ([, a], [, b]) => Number(!isClause(a.content)) - Number(!isClause(b.content)),
  )
  for (const [at, { key, name, content: told, sample }] of order) {
    const content = withIds(told, ids)
    const known = await knownAs(tx, by.institution, name, content, sample)
    const proposal = { name, content, reason }
    if (!known) {
      const outcome = await proposeStandard(tx, clock, by, proposal, { sample: sample ?? null })
      if (outcome.kind === 'refused') return { ...outcome, at }
      ids.set(key, outcome.value.id)
      entered += 1
      continue
    }
    ids.set(key, known.id)
    const [last] = await versionsOf(tx, by.institution, known.id)
    // A sample that the house has made its own is not written over by the sample.
    if (
      sample !== undefined ||
      known.isRetired ||
      !last ||
      last.verdict === null ||
      isSame(last, proposal)
    ) {
      left += 1
      continue
    }
    const outcome = await proposeVersion(tx, clock, by, known.id, proposal)
    if (outcome.kind === 'refused') return { ...outcome, at }
    versions += 1
  }
  return accept({ entered, versions, left })
}

/** Proposes the samples of the platform, each with those of its norms that the law of the house has. */
export async function bringSamples(tx: Tx, clock: Clock, by: Author) {
  const norms = await clauseNorms(tx, by.institution, clock.today())
  const known = new Set(norms.map(({ norm }) => norm.id))
  const items = samples.map((one) => {
    if (!isClause(one.content)) return one
    const own = one.content.norms.filter((norm) => known.has(norm))
    return { ...one, content: { ...one.content, norms: own } }
  })
  return bringStandards(tx, clock, by, items, '复制平台示例文本')
}

function withIds(content: StandardContent, ids: ReadonlyMap<string, string>): StandardContent {
  if (isClause(content)) return content
  const slots = content.slots.map((slot) => ({
    ...slot,
    clauses: slot.clauses.map((key) => ids.get(key) ?? key),
  }))
  return { ...content, slots }
}

/** What the library has of it: the same sample, or one of the same form and name. */
function knownAs(
  tx: Tx,
  institution: string,
  name: string,
  content: StandardContent,
  sample: string | undefined,
): Promise<StandardRow | undefined> {
  const query = tx
    .selectFrom('contractStandard')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('form', '=', isClause(content) ? 'clause' : 'template')
    .orderBy('isRetired')
    .orderBy('id')
  // Two clauses of one name are told apart by what they settle, and for which contracts.
  const { kind, types } = shownOf(name, content)
  return sample === undefined
    ? query
        .where('name', '=', name)
        .where('kind', 'is not distinct from', kind)
        .where(sql<boolean>`types = ${types}::text[]`)
        .executeTakeFirst()
    : query.where('sample', '=', sample).executeTakeFirst()
}
