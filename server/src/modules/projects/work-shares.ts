import { add, compare, parseRatio, percent, type Ratio, ratio } from '@yizhuan/kit'
import type { NewEntry } from './project.ts'

// What the shares of the work of a project come to: on any day, of each person what was said last by then, until
// they left. No text says that they make a whole; more than a whole is asked about, since plans cite them.

/** An entry as far as it tells who does how much from when on. */
type Told = Pick<NewEntry, 'kind' | 'onDay' | 'personId' | 'personName' | 'share'>

/** Who an entry is about: the person, or the name where nobody of the register was chosen. */
export const whoIn = ({ personId, personName }: Pick<Told, 'personId' | 'personName'>): string =>
  personId ?? personName

/** What all shares come to on a day. */
export function sharesOn(
  entries: readonly Told[],
  day: string,
  leaving: ReadonlySet<string>,
): Ratio {
  const told = entries.filter(({ onDay }) => onDay <= day)
  const people = [...new Set(told.map(whoIn))]
  return people
    .flatMap((who) =>
      lastOf(
        told.filter((one) => whoIn(one) === who),
        leaving,
      ),
    )
    .reduce(add, ratio(0))
}

/** What was said of one person last: all of the latest day, since none of them corrects another. */
function lastOf(own: readonly Told[], leaving: ReadonlySet<string>): readonly Ratio[] {
  const latest = (some: readonly Told[]) =>
    some
      .map(({ onDay }) => onDay)
      .toSorted()
      .at(-1) ?? ''
  const shares = own.filter(({ share }) => share !== null)
  const day = latest(shares)
  if (latest(own.filter(({ kind }) => leaving.has(kind))) > day) return []
  return shares.filter(({ onDay }) => onDay === day).map(({ share }) => parseRatio(share ?? '0'))
}

/** The days on which a share is told, each with what all come to then. */
export function sharesByDay(entries: readonly Told[], leaving: ReadonlySet<string>) {
  const days = new Set(entries.flatMap(({ share, onDay }) => (share === null ? [] : [onDay])))
  return [...days].toSorted().map((onDay) => {
    const sum = sharesOn(entries, onDay, leaving)
    return { onDay, sum: percent(sum), isAboveWhole: isAboveWhole(sum) }
  })
}

export const isAboveWhole = (sum: Ratio): boolean => compare(sum, ratio(1)) > 0
