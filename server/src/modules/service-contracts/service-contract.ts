import type { Words } from '@yizhuan/kit'
import { type InterestStanding, matchedBy } from '../interests/index.ts'

// Whether commissioned work may count in the appraisal of those who do it: not where one of them, or their
// close family, has to do with the client (sh-draft-2024#a15.p1.i3, a draft: it advises).

export const recognitionWords = {
  counts: { zh: '可以计入', en: 'May count' },
  excluded: { zh: '利益关联，不计入', en: 'Related, left out' },
  unknown: { zh: '申报不全，待确认', en: 'Not declared in full' },
} as const satisfies Record<string, Words>
export type Recognition = keyof typeof recognitionWords

export interface Recognised {
  readonly state: Recognition
  /** Who has to do with the client, by which tie. */
  readonly related: readonly {
    readonly name: string
    readonly tie: Words
    readonly through: Words
  }[]
  /** Whose declaration is missing, too old, or not to be told from a namesake's. */
  readonly undeclared: readonly string[]
}

/** Whether work for a client counts, as its team has declared. */
export function recognise(of: {
  readonly client: { readonly name: string | null; readonly uscc: string | null }
  readonly team: readonly string[]
  readonly standings: ReadonlyMap<string, InterestStanding>
  /** The record of the work itself says that there is a related interest. */
  readonly isDeclaredRelated: boolean
}): Recognised {
  const { client, team, standings, isDeclaredRelated } = of
  const party = client.name === null ? undefined : { name: client.name, uscc: client.uscc }
  const related = team.flatMap((name) =>
    (standings.get(name)?.ties ?? [])
      .filter((tie) => party !== undefined && matchedBy(tie, party) !== undefined)
      .map(({ tie, through }) => ({ name, tie, through })),
  )
  const undeclared = team.filter((name) => standings.get(name)?.state !== 'valid')
  const isExcluded = related.length > 0 || isDeclaredRelated
  const isUnknown = undeclared.length > 0 || team.length === 0 || party === undefined
  return { related, undeclared, state: isExcluded ? 'excluded' : isUnknown ? 'unknown' : 'counts' }
}
