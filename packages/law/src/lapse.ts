// After the last day of a law, and before its first, nothing of it binds, and so nothing of it can be
// broken. That is not leave to act: somebody must look for what holds instead, so every act that the
// law would guard says so. What began under the law is judged by it still, as the anchors of norms say.
import type { Words } from '@yizhuan/kit'
import type { Norm } from './law.ts'
import type { Pack } from './pack.ts'
import { isWithin } from './parameters.ts'
import { ALLOWED, type Because, type Verdict } from './verdict.ts'

/** A pack of which no text is in force on a day. */
export interface Lapse {
  readonly pack: string
  /** The text that begins last or ended last. */
  readonly source: string
  readonly title: Words
  readonly when: 'before' | 'after'
  /** Its first day, or the first day after it. */
  readonly day: string
}

/** What is so of acts on a day before anything is judged. */
export interface Standing {
  readonly lapses: readonly Lapse[]
  /** Every act allowed, with a warning where a law that would guard it is not in force. */
  readonly allowed: Readonly<Record<string, Verdict>>
}

/** The packs of a law of which no text is in force on a day. */
export function lapsesOn({ packs }: Pick<StandingMaterial, 'packs'>, day: string): Lapse[] {
  return packs.flatMap((pack) => lapseOf(pack, day) ?? [])
}

/** How things stand on a day. */
export function standingOn({ packs, norms, acts }: StandingMaterial, day: string): Standing {
  const lapses = lapsesOn({ packs }, day)
  const warnings = (act: string) =>
    lapses
      .filter(({ pack }) => norms.some((norm) => norm.pack === pack && guards(norm, act)))
      .map(warningOf)
  return {
    lapses,
    allowed: Object.fromEntries(acts.map((act) => [act, allowedWith(warnings(act))])),
  }
}

interface StandingMaterial {
  readonly packs: readonly Pack[]
  readonly norms: readonly Norm[]
  readonly acts: readonly string[]
}

const guards = ({ requiredFor, settledBy }: Norm, act: string): boolean =>
  requiredFor.includes(act) || settledBy === act

const allowedWith = (warnings: readonly Because[]): Verdict =>
  warnings.length === 0 ? ALLOWED : { ...ALLOWED, warnings }

/** A draft never was in force; a text without days is in force on all. */
function lapseOf({ id, status, sources }: Pack, day: string): Lapse | undefined {
  if (status !== 'published') return undefined
  const spans = sources
    .filter((source) => source.status === 'in-force' || source.status === 'expired')
    .map((source) => ({ source, span: source.inForce ?? { from: '' } }))
  if (spans.some(({ span }) => isWithin(span, day))) return undefined
  const ended = spans
    .flatMap(({ source, span: { to } }) => (to !== undefined && to <= day ? { source, to } : []))
    .sort((a, b) => (a.to < b.to ? 1 : -1))[0]
  if (ended) {
    const { source, to } = ended
    return { pack: id, source: source.id, title: source.title, when: 'after', day: to }
  }
  const [first] = spans.sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  if (!first) return undefined
  const { source, span } = first
  return { pack: id, source: source.id, title: source.title, when: 'before', day: span.from }
}

/** The lapse as advice against an act: it blocks nothing, and nothing happens by itself. */
function warningOf(lapse: Lapse): Because {
  const { source, title, when, day } = lapse
  const words: Words =
    when === 'after'
      ? {
          zh: `《${title.zh}》自 ${day} 起不再有效，没有违反不等于允许，请核对接替的规定`,
          en: `${title.en}: no longer in force from ${day}; that nothing is broken is no leave. Check what took its place`,
        }
      : {
          zh: `《${title.zh}》自 ${day} 起才施行，没有违反不等于允许，请核对当时的规定`,
          en: `${title.en}: in force only from ${day}; that nothing is broken is no leave. Check what held then`,
        }
  return { norm: source, title: words, status: 'unknown', cites: [], missing: [], lapse }
}
