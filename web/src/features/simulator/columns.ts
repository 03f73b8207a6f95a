import type { Finding, ShareLine } from '@yizhuan/law'
import { byTopics, type TopicRow } from '@yizhuan/law'
import type { OfHouse, Outcome } from '@yizhuan/procedures'
import type { Place } from '../../api/laws.ts'

/** The law of one place with what it makes of the scenario. */
export interface Column extends Place {
  readonly outcome: Outcome
  /** What the house adds to this law, where it is judged by it. */
  readonly own?: OfHouse | undefined
}

/** A bound on a part of the net income in every column; undefined where none speaks of it. */
export interface BoundRow {
  readonly id: string
  readonly cells: readonly (ShareLine | undefined)[]
}

/** The bounds of all columns, share by share. One whose norm does not apply is left out. */
export function boundRows(columns: readonly Column[]): readonly BoundRow[] {
  const lines = columns.map(({ outcome }) => {
    const { money, assessment } = outcome
    const all = [...(money?.floors ?? []), ...(money?.caps ?? [])]
    return all.filter(({ param }) => speaks(assessment.findings, param))
  })
  const ids = [...new Set(lines.flat().map(({ id }) => id))]
  return ids.map((id) => ({ id, cells: lines.map((each) => each.find((line) => line.id === id)) }))
}

/** Whether a norm that applies rests on a number. */
function speaks(findings: readonly Finding[], param: string): boolean {
  return findings.some(
    ({ status, parameters }) => status !== 'na' && parameters.some(({ id }) => id === param),
  )
}

/** The topics that are decided by what was typed, and how many hang on what happens later. */
export function topicRows(columns: readonly Column[]): {
  readonly decided: readonly TopicRow[]
  readonly open: readonly TopicRow[]
} {
  const rows = byTopics(columns.map(({ outcome }) => outcome.assessment))
  const isDecided = ({ cells }: TopicRow) =>
    cells.some((cell) => cell && (cell.status === 'met' || cell.status === 'breached'))
  const isOpen = ({ cells }: TopicRow) => cells.some((cell) => cell && cell.status !== 'na')
  return {
    decided: rows.filter(isDecided),
    open: rows.filter((row) => !isDecided(row) && isOpen(row)),
  }
}
