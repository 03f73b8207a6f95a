// Two assessments as people read them side by side: plain JSON, the same from the server and in a browser.
import type { Lang, Words } from '@yizhuan/kit'
import type { Assessment } from './assess.ts'
import { byTopics, type TopicRow } from './compare.ts'
import type { Finding } from './finding.ts'
import type { Law } from './law.ts'
import type { MoneyBlock } from './money.ts'
import type { Cite, TypeDocument } from './pack.ts'
import type { UsedParameter } from './parameters.ts'
import { valueText } from './sentence.ts'

/** An assessment with the law that made it. */
export interface Seen {
  readonly law: Law
  readonly assessment: Assessment
}

/** What is found of one topic on one side. */
export interface ShownCell {
  readonly norm: string
  readonly title: Words
  readonly status: string
  readonly due: string | null
  readonly opens: string | null
  readonly cite: Cite | null
  readonly isDraft: boolean
  /** An institution's own rule makes it what it is. */
  readonly isOwnRule: boolean
  readonly values: readonly {
    readonly label: Words
    readonly value: Words
    readonly provenance: string
    readonly verified: boolean
  }[]
}

/** One topic on both sides; null where a side has no such rule. */
export interface ShownRow {
  readonly topic: string
  readonly differs: boolean
  readonly before: ShownCell | null
  readonly after: ShownCell | null
}

/** The money of one side: what is shared out, and the bounds on its parts, in fen. */
export interface ShownMoney {
  readonly net: string | null
  readonly bounds: readonly {
    readonly id: string
    readonly label: Words
    readonly isFloor: boolean
    readonly value: Words
    readonly amount: string
    readonly cite: Cite
  }[]
}

/** Both sides topic by topic, differences first; a topic that neither speaks of is left out. */
export function sideBySide(before: Seen, after: Seen): readonly ShownRow[] {
  return byTopics([before.assessment, after.assessment])
    .filter(isTold)
    .map(({ topic, differs, cells: [a, b] }) => ({
      topic,
      differs,
      before: cellOf(a, before.law),
      after: cellOf(b, after.law),
    }))
}

const isTold = ({ cells }: TopicRow): boolean =>
  cells.some((cell) => cell !== undefined && cell.status !== 'na')

function cellOf(finding: Finding | undefined, law: Law): ShownCell | null {
  if (!finding) return null
  const { norm, title, status, due, opens, cites, advisory, breachOf, parameters } = finding
  const [cite] = cites
  const isOwn = ({ provenance }: UsedParameter) => provenance === 'institution_rule'
  return {
    norm,
    title,
    status,
    due: due ?? null,
    opens: opens ?? null,
    cite: cite ? { ...cite } : null,
    isDraft: advisory,
    isOwnRule: breachOf === 'institution' || parameters.some(isOwn),
    values: parameters.map((each) => ({
      label: each.label,
      value: shown(law, each),
      provenance: each.provenance,
      verified: each.verified,
    })),
  }
}

/** The money of one side as people read it. */
export function moneyShown(money: MoneyBlock | undefined, law: Law): ShownMoney | null {
  if (!money) return null
  return {
    net: money.net?.toString() ?? null,
    bounds: [...money.floors, ...money.caps].map(
      ({ id, label, rounding, parameter, amount, cite }) => ({
        id,
        label,
        isFloor: rounding === 'up',
        value: shown(law, parameter),
        amount: amount.toString(),
        cite: { ...cite },
      }),
    ),
  }
}

function shown(law: Law, { kind, value }: UsedParameter): Words {
  const say = (lang: Lang) => valueText(law, kind as TypeDocument, value, lang)
  return { zh: say('zh'), en: say('en') }
}
