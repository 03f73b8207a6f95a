import { labelOf } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { profileOf } from '../institutions/index.ts'
import { lawFor, lawOf, packsByPlace } from '../policies/index.ts'

// The lists of equity name the articles of several places; a house is told those of the nation and of its own.

interface Article {
  readonly source: string
  readonly at: string
  readonly label: string
}

/** Of articles as `gd-2025#a16.p1`, those that speak where the house stands. */
export type OfHere = (cites: readonly string[]) => Article[]

/** Which articles speak where a house stands. */
export async function ofHere(tx: Tx, institution: string): Promise<OfHere> {
  const law = lawFor(await profileOf(tx, institution))
  const speaking = new Set([...lawOf(['cn']).packs, ...(law?.packs ?? [])].map(({ id }) => id))
  const elsewhere = new Set(
    packsByPlace()
      .flatMap(({ packs }) => packs)
      .filter(({ id }) => !speaking.has(id))
      .flatMap(({ sources }) => sources.map(({ id }) => id)),
  )
  return (cites) =>
    cites.flatMap((cite) => {
      const [source = '', at = ''] = cite.split('#')
      return elsewhere.has(source) ? [] : [{ source, at, label: labelOf(at).zh }]
    })
}
