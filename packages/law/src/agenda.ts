// Most norms of a law are about other matters than the case in hand, and say so first. Which norms
// are worth judging is worked out once for a stretch of days and a matter.
import type { Norm } from './law.ts'
import type { NormInRegime } from './regimes.ts'
import { type Result, Unknown, type Value } from './value.ts'

/** Norms of one anchor and one force: on every case one law governs all of them. */
export interface Group {
  readonly anchor: number
  readonly isAdvisory: boolean
  readonly norms: readonly Norm[]
}

/** The norms of a group as a case meets them. */
export interface Agenda {
  /** To be judged on the facts. */
  readonly judged: readonly NormInRegime[]
  /** Not in force, or about another matter: not applicable whatever the facts are. */
  readonly silent: readonly NormInRegime[]
}

/** The fact that most norms ask first, by its place: what a case is about. */
export interface Matter {
  readonly place: number
  /** What norms are about. */
  readonly codes: ReadonlySet<Value>
}

/** Norms by what decides which law governs them, each group in the order of the law. */
export function groupsOf(norms: readonly Norm[]): readonly Group[] {
  const groups = new Map<string, Norm[]>()
  for (const norm of norms) {
    const key = `${norm.anchorPlace} ${norm.isAdvisory}`
    const group = groups.get(key)
    if (group) group.push(norm)
    else groups.set(key, [norm])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ anchor: first.anchorPlace, isAdvisory: first.isAdvisory, norms: group }] : []
  })
}

/** The matter of a law; undefined where its norms do not tell matters apart. */
export function matterOf(norms: readonly Norm[]): Matter | undefined {
  const asked = new Map<number, Value[]>()
  for (const { place, codes } of norms.flatMap(({ gates }) => gates))
    asked.set(place, [...(asked.get(place) ?? []), ...codes])
  const [most] = [...asked].sort(([, a], [, b]) => b.length - a.length)
  return most && { place: most[0], codes: new Set(most[1]) }
}

/** The agendas of one stretch of days. */
export class Agendas {
  private readonly groups: readonly Group[]
  private readonly matter: Matter | undefined
  private readonly norms: readonly NormInRegime[]
  private readonly known = new Map<Value | undefined, readonly Agenda[]>()

  constructor(
    groups: readonly Group[],
    matter: Matter | undefined,
    norms: readonly NormInRegime[],
  ) {
    this.groups = groups
    this.matter = matter
    this.norms = norms
  }

  /**
   * The agenda of each group.
   *
   * @param fact  what the case is about. Where that is not known, every norm may be about it.
   */
  about(fact: Result): readonly Agenda[] {
    const code = this.codeOf(fact)
    const known = this.known.get(code)
    if (known) return known
    const made = this.groups.map((group) => this.agendaOf(group, code))
    this.known.set(code, made)
    return made
  }

  /** One code for all matters that no norm is about: what is typed into a case fills no memory. */
  private codeOf(fact: Result): Value | undefined {
    if (fact instanceof Unknown) return undefined
    return this.matter?.codes.has(fact) ? fact : null
  }

  private agendaOf(group: Group, code: Value | undefined): Agenda {
    const { matter } = this
    const isElsewhere = ({ gates }: Norm) =>
      code !== undefined &&
      gates.some(({ place, codes }) => place === matter?.place && !codes.includes(code))
    const here = group.norms.flatMap(({ place }) => this.norms[place] ?? [])
    const isSilent = ({ isInForce, norm }: NormInRegime) => !isInForce || isElsewhere(norm)
    return {
      judged: here.filter((norm) => !isSilent(norm)),
      silent: here.filter(isSilent),
    }
  }
}
