// A stack of packs as it travels to a browser: what it rules in one document, which is all that
// judging needs, and its texts in one document a language, which are fetched when they are shown.
import { assert, type CalendarYear, type Lang, type Words } from '@yizhuan/kit'
import { compiled, hashOf } from './compile.ts'
import type { Law } from './law.ts'
import type { Pack, Source } from './pack.ts'

/** The same document with null in the place of every text. */
export type Bare<T> = T extends Words
  ? null
  : T extends object
    ? { readonly [Key in keyof T]: Bare<T[Key]> }
    : T

/** A stack of packs, base first, without its texts. The vocabulary they share is carried once. */
export interface Rules {
  readonly hash: string
  readonly facts: Bare<Pack['facts']>
  readonly actions: Bare<Pack['actions']>
  readonly packs: readonly Bare<Omit<Pack, 'facts' | 'actions' | 'digests'>>[]
  readonly calendars: readonly CalendarYear[]
}

/** The texts of a stack of packs in one language, in the order in which they stand. */
export interface Texts {
  /** Of the packs whose texts they are. */
  readonly hash: string
  readonly lang: Lang
  readonly texts: readonly string[]
}

/**
 * What a stack of packs rules. Digests are read with their article and stay where that is, and so does
 * what proves a fact: it is read where the fact is asked for. Of a source travels what it is called and
 * when it is in force; the rest is read in the library of texts.
 */
export function rulesOf(packs: readonly Pack[], calendars: readonly CalendarYear[]): Rules {
  const bare = exchanged(wholeOf(packs), isWords, () => null)
  return { hash: hashOf(packs), ...(bare as Omit<Rules, 'hash' | 'calendars'>), calendars }
}

/** What a stack of packs says in one language. */
export function textsOf(packs: readonly Pack[], lang: Lang): Texts {
  const texts: string[] = []
  exchanged(wholeOf(packs), isWords, (words) => texts.push((words as Words)[lang]))
  return { hash: hashOf(packs), lang, texts }
}

/** The law of some rules, with the texts that were fetched; any other text reads "…". */
export function lawFrom(rules: Rules, ...fetched: readonly Texts[]): Law {
  const { hash, calendars, ...bare } = rules
  for (const texts of fetched) assert(texts.hash === hash, 'rules and texts are of the same packs')
  const textsIn = (lang: Lang) => fetched.find((each) => each.lang === lang)?.texts ?? []
  const [zh, en] = [textsIn('zh'), textsIn('en')]
  let place = -1
  const whole = exchanged(bare, isGap, () => {
    place += 1
    return { zh: zh[place] ?? '…', en: en[place] ?? '…' }
  })
  const { facts, actions, packs } = whole as ReturnType<typeof wholeOf>
  const stack = packs.map((pack) => ({ ...pack, facts, actions }))
  return compiled(stack, calendars, hash)
}

function wholeOf(packs: readonly Pack[]) {
  return {
    facts: unproven(Object.assign({}, ...packs.map(({ facts }) => facts)) as Pack['facts']),
    actions: Object.assign({}, ...packs.map(({ actions }) => actions)) as Pack['actions'],
    packs: packs.map(
      ({ facts: _facts, actions: _actions, digests: _digests, sources, ...own }) => ({
        ...own,
        sources: sources.map(inShort),
      }),
    ),
  }
}

const inShort = ({ id, title, status, inForce }: Source): Source => ({
  ...{ id, title, status },
  ...(inForce && { inForce }),
})

const unproven = (facts: Pack['facts']): Pack['facts'] =>
  Object.fromEntries(
    Object.entries(facts).map(([id, { evidence: _evidence, ...fact }]) => [id, fact]),
  )

const isGap = (value: unknown): boolean => value === null

const isWords = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** A document with other things in certain places, which are met in the same order every time. */
function exchanged(
  value: unknown,
  isPlace: (value: unknown) => boolean,
  other: (value: unknown) => unknown,
): unknown {
  if (isPlace(value)) return other(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => exchanged(each, isPlace, other))
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([key, each]) => [key, exchanged(each, isPlace, other)]))
}
