import type { Day } from '@yizhuan/kit'
import { type Law, labelOf, type Norm } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { groundOf, lawOf, shippedPacks } from '../policies/index.ts'
import type { NormWire } from './standard.wire.ts'

/** A norm that a clause may answer; unconfirmed where its text was not compared with the official one. */
export interface ClauseNorm {
  readonly norm: Norm
  readonly isUnconfirmed: boolean
}

/** Those that stand before a signature, and those on service contracts and registration. */
const isForClauses = ({ requiredFor, topic }: Norm) =>
  requiredFor.includes('sign') ||
  ['service.', 'registration.'].some((begun) => topic.startsWith(begun))

/**
 * The norms that a clause of the house may cite: of the law of its place, and of the nation's packs that judge no
 * case until their texts are compared. To cite one decides nothing.
 */
export async function clauseNorms(
  tx: Tx,
  institution: string,
  today: Day,
): Promise<readonly ClauseNorm[]> {
  const { law } = await groundOf(tx, institution, today)
  const own = new Set(law.norms.map(({ id }) => id))
  return [
    ...law.norms.map((norm) => ({ norm, isUnconfirmed: false })),
    ...nation()
      .norms.filter(({ id }) => !own.has(id))
      .map((norm) => ({ norm, isUnconfirmed: true })),
  ].filter(({ norm }) => isForClauses(norm))
}

function nation(): Law {
  const packs = shippedPacks().map(({ content }) => content)
  return lawOf(
    packs
      .filter(({ jurisdiction, status }) => jurisdiction === 'CN' && status === 'published')
      .map(({ id }) => id),
  )
}

export const normShown = ({ norm, isUnconfirmed }: ClauseNorm): NormWire => ({
  ...{ id: norm.id, title: norm.title, force: norm.force },
  ...{ isAdvisory: norm.isAdvisory, isUnconfirmed },
  articles: norm.cites.map(({ source, at }) => ({ source, at, label: labelOf(at) })),
})
