import type { Facts } from './deal-facts.ts'
import type { Said } from './money-words.ts'
import { namesIn, placeholderNamed } from './placeholder.ts'
import type { InUse } from './standard.queries.ts'
import type { ClauseContent, ClauseKind, Condition, Slot, TemplateContent } from './standard.ts'

// A contract text: clauses in the order of a model contract, each as the library has it or changed for a reason.

/** What stands in a place of a text. */
export interface Part {
  readonly slot: string
  /** Null: left out. */
  readonly clause: string | null
  /** The version of the library that it was taken from. */
  readonly version: number | null
  readonly kind: ClauseKind | null
  readonly name: string
  readonly headingEn: string | null
  readonly zh: string
  readonly en: string | null
  /** It differs from the library. */
  readonly isEdited: boolean
  /** Why it differs, or was left out. */
  readonly reason: string | null
}

/** What was typed into a text, by the names of its placeholders. */
export type Inputs = Readonly<Record<string, string>>

/** A place of which nothing stands in the text. */
export const leftOut = (slot: string, reason: string | null = null): Part => ({
  ...{ slot, clause: null, version: null, kind: null, name: '', headingEn: null },
  ...{ zh: '', en: null, isEdited: false, reason },
})

/** A clause as the library has it. */
export const asKept = (
  slot: string,
  { id, version, name, content }: InUse<ClauseContent>,
): Part => ({
  ...{ slot, clause: id, version, kind: content.kind, name, headingEn: content.headingEn },
  ...{ zh: content.zh, en: content.en, isEdited: false, reason: null },
})

type Answers = Readonly<Partial<Record<Condition, boolean>>>

/** Whether a clause fits a deal: `no` where something it asks for is not so, `open` where nobody said. */
export function fitOf({ conditions }: ClauseContent, answers: Answers): 'yes' | 'no' | 'open' {
  if (conditions.some((one) => answers[one] === false)) return 'no'
  return conditions.every((one) => answers[one] === true) ? 'yes' : 'open'
}

/** How much a clause asks of a deal: of several that fit, the one that says more of it comes first. */
const asked = ({ content }: InUse<ClauseContent>) => content.conditions.length

/**
 * The clause of a place that fits a deal best; undefined where none does. One that certainly fits comes before one
 * of which nobody can say, the latter only where it asks for nothing else to be known.
 */
export function bestOf(
  { clauses }: Slot,
  library: ReadonlyMap<string, InUse<ClauseContent>>,
  answers: Answers,
): InUse<ClauseContent> | undefined {
  const there = clauses.flatMap((id) => library.get(id) ?? [])
  const fitting = there.filter(({ content }) => fitOf(content, answers) === 'yes')
  const [best] = fitting.toSorted((a, b) => asked(b) - asked(a))
  return best
}

/** A first text: in each place the clause that fits best. */
export function assembled(
  { slots }: TemplateContent,
  library: ReadonlyMap<string, InUse<ClauseContent>>,
  answers: Answers,
): readonly Part[] {
  return slots.map((slot) => {
    const best = slot.isOptional ? undefined : bestOf(slot, library, answers)
    return best ? asKept(slot.key, best) : leftOut(slot.key)
  })
}

/** The placeholders that the texts of a draft name, each once. */
export function namedIn(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ zh, en }) => [...namesIn(zh), ...namesIn(en ?? '')]))
}

/** The value of a placeholder in a language: of the facts, or as it was typed. */
export function valueIn(facts: Facts, inputs: Inputs, lang: keyof Said) {
  return (name: string): string | undefined => {
    const said = (facts as Readonly<Record<string, Said | undefined>>)[name]
    return said?.[lang] ?? inputs[name]
  }
}

/** A value that a text names and nobody gave. */
export interface Gap {
  readonly name: string
  readonly at: string
  readonly comesLater: boolean
}

/** Where a text has blanks; what comes with the signature is told apart. */
export function gapsIn(parts: readonly Part[], facts: Facts, inputs: Inputs): readonly Gap[] {
  const said = valueIn(facts, inputs, 'zh')
  return [...namedIn(parts)].flatMap((name) => {
    const place = placeholderNamed(name)
    if (!place || said(name) !== undefined) return []
    return [{ name, at: place.at, comesLater: place.comesLater === true }]
  })
}
