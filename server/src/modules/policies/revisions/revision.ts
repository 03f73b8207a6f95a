// The revisions of a law pack. A release ships files; what it brings is recorded when it is first seen.
// Officers publish amendments. A case is judged by the revisions of its opening, so none is ever lost.
import type { Pack } from '@yizhuan/law'

/** One revision of a pack, as recorded. */
export interface Revision {
  readonly pack: string
  readonly revision: number
  readonly hash: string
  readonly origin: 'shipped' | 'published'
  /** The hash of the files of a release that this revision took over. */
  readonly releaseHash: string | null
  readonly content: Pack
}

/** By which revision of each pack something is judged. */
export type Pins = Readonly<Record<string, number>>

/** The newest revision of each pack, in the order given. */
export function newestOf(revisions: readonly Revision[]): readonly Revision[] {
  const newest = new Map<string, Revision>()
  for (const one of revisions) {
    if (one.revision > (newest.get(one.pack)?.revision ?? 0)) newest.set(one.pack, one)
  }
  return [...newest.values()]
}

/** The revision a pin names; the newest for a pack that has none, because it came later. */
export function pinned(revisions: readonly Revision[], pins: Pins): readonly Revision[] {
  return newestOf(revisions).map(
    (newest) =>
      revisions.find((one) => one.pack === newest.pack && one.revision === pins[one.pack]) ??
      newest,
  )
}

/** Files of a release, as they compare with what is recorded. */
export type Shipped = Pick<Revision, 'pack' | 'revision' | 'hash'>

/**
 * What becomes of the files of a release.
 *
 * They are recorded and govern new cases when they only go on from earlier files. Where this
 * installation has published a revision of its own, or the files changed without a new number, they
 * wait: an officer takes them over by an amendment, and a second person publishes it.
 */
export function fateOf(
  shipped: Shipped,
  revisions: readonly Revision[],
): 'recorded' | 'to-record' | 'waits' {
  const own = revisions.filter(({ pack }) => pack === shipped.pack)
  if (own.some((one) => one.hash === shipped.hash || one.releaseHash === shipped.hash)) {
    return 'recorded'
  }
  const [newest] = newestOf(own)
  if (!newest) return 'to-record'
  return newest.origin === 'shipped' && shipped.revision > newest.revision ? 'to-record' : 'waits'
}
