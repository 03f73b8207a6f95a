// One and the same case looked at in two ways: topic by topic, each side with its article and numbers.
import type { Day, Lang, Words } from '@yizhuan/kit'
import {
  byTopics,
  type Finding,
  type Law,
  type MoneyBlock,
  type TopicRow,
  type TypeDocument,
  valueText,
} from '@yizhuan/law'
import { assessCase, type CaseState } from '@yizhuan/procedures'
import type { Ground } from '../policies/index.ts'
import type {
  CellWire,
  CompareAllWire,
  CompareMoneyWire,
  CompareOneWire,
  CompareRowWire,
} from './compare.wire.ts'

/** One way to look at a case. */
export interface Way {
  /** As it was asked for: `own`, `place`, or a pack. */
  readonly name: string
  readonly asOf: Day
  readonly ground: Ground & { readonly readings?: Readonly<Record<string, string>> }
}

const inBoth = (say: (lang: Lang) => string): Words => ({ zh: say('zh'), en: say('en') })

/** What one side was looked at with. */
export function toSide({ name, asOf, ground }: Way): CompareOneWire['before'] {
  const packs = ground.law.packs.map(({ id, title, revision, status }) => ({
    id,
    title,
    revision,
    isDraft: status === 'draft',
  }))
  return { law: name, asOf, packs, isDraft: packs.some(({ isDraft }) => isDraft) }
}

/** A case in both ways. */
export function comparedIn(state: CaseState, before: Way, after: Way) {
  const [a, b] = [before, after].map(({ ground, asOf }) => assessCase(ground, state, asOf))
  if (!a || !b) throw new Error('two ways make two assessments')
  const rows = byTopics([a, b]).filter(isTold)
  return {
    rows: rows.map((row) => toRow(row, before.ground.law, after.ground.law)),
    money: {
      before: toMoney(a.money, before.ground.law),
      after: toMoney(b.money, after.ground.law),
    },
  }
}

/** A topic that neither side says anything of is left out. */
const isTold = ({ cells }: TopicRow): boolean =>
  cells.some((cell) => cell !== undefined && cell.status !== 'na')

function toRow({ topic, differs, cells }: TopicRow, before: Law, after: Law): CompareRowWire {
  const [a, b] = cells
  return { topic, differs, before: toCell(a, before), after: toCell(b, after) }
}

function toCell(finding: Finding | undefined, law: Law): CellWire | null {
  if (!finding) return null
  const { norm, title, status, due, opens, cites, advisory, breachOf, parameters } = finding
  const [cite] = cites
  return {
    norm,
    title,
    status,
    due: due ?? null,
    opens: opens ?? null,
    cite: cite ? { ...cite } : null,
    isDraft: advisory,
    isOwnRule:
      breachOf === 'institution' ||
      parameters.some(({ provenance }) => provenance === 'institution_rule'),
    values: parameters.map(({ label, value, kind, verified }) => ({
      label,
      value: inBoth((lang) => valueText(law, kind as TypeDocument, value, lang)),
      verified,
    })),
  }
}

function toMoney(money: MoneyBlock | undefined, law: Law): CompareMoneyWire | null {
  if (!money) return null
  return {
    net: money.net?.toString() ?? null,
    bounds: [...money.floors, ...money.caps].map((line) => ({
      id: line.id,
      label: line.label,
      isFloor: line.rounding === 'up',
      value: inBoth((lang) =>
        valueText(law, line.parameter.kind as TypeDocument, line.parameter.value, lang),
      ),
      amount: line.amount.toString(),
      cite: { ...line.cite },
    })),
  }
}

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
