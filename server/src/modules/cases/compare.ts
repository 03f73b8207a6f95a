// One and the same case looked at in two ways: topic by topic, each side with its article and numbers.
import type { Day, Words } from '@yizhuan/kit'
import { type Law, lapsesOn, moneyShown, type Seen, sideBySide } from '@yizhuan/law'
import { assessCase, type Entry, procedureOf, replay } from '@yizhuan/procedures'
import type { Ground } from '../policies/index.ts'
import { type CompareAllWire, CompareOneWire } from './compare.wire.ts'

/** One way to look at a case. */
export interface Way {
  /** As it was asked for: `own`, `place`, or a pack. */
  readonly name: string
  readonly asOf: Day
  readonly ground: Ground & { readonly readings?: Readonly<Record<string, string>> }
}

/** What one side was looked at with. */
export function toSide({ name, asOf, ground }: Way): CompareOneWire['before'] {
  const packs = ground.law.packs.map(({ id, title, revision, status }) => ({
    id,
    title,
    revision,
    isDraft: status === 'draft',
  }))
  const lapses = lapsesOn(ground.law, asOf).map(({ pack: _pack, ...lapse }) => lapse)
  return { law: name, asOf, packs, isDraft: packs.some(({ isDraft }) => isDraft), lapses }
}

/** A case in both ways. */
export function comparedIn(entries: readonly Entry[], before: Way, after: Way): Compared {
  const procedure = procedureOf(entries)
  const state = replay(procedure, entries)
  if (!state) throw new TypeError('A case has at least one act.')
  const seen = ({ ground, asOf }: Way): Seen => ({
    law: ground.law,
    assessment: assessCase(procedure, ground, state, asOf),
  })
  const [a, b] = [seen(before), seen(after)]
  return CompareOneWire.pick({ rows: true, money: true }).parse({
    rows: sideBySide(a, b),
    money: {
      before: moneyShown(a.assessment.money, a.law),
      after: moneyShown(b.assessment.money, b.law),
    },
  })
}

type Compared = Pick<CompareOneWire, 'rows' | 'money'>

/** How many cases differ in each topic, the most frequent first. */
export function topicsIn(items: CompareAllWire['items']): CompareAllWire['topics'] {
  const counts = new Map<string, { title: Words; cases: number }>()
  for (const { rows } of items)
    for (const { topic, before, after } of rows) {
      const title = (after ?? before)?.title ?? { zh: topic, en: topic }
      const known = counts.get(topic) ?? { title, cases: 0 }
      counts.set(topic, { ...known, cases: known.cases + 1 })
    }
  return [...counts]
    .map(([topic, count]) => ({ topic, ...count }))
    .sort((a, b) => b.cases - a.cases || (a.topic < b.topic ? -1 : 1))
}

/** The ambiguous clauses of both laws with their readings. */
export function readingsOf(...laws: readonly Law[]): CompareOneWire['readings'] {
  const clauses = new Map(laws.flatMap(({ interpretations }) => [...interpretations]))
  return [...clauses].map(([id, { question, readings }]) => ({
    id,
    question,
    choices: [...readings].map(([choice, { text }]) => ({ id: choice, text })),
  }))
}
