import type { Day } from '@yizhuan/kit'
import { neededActs, procedureById, waitsUntil } from '@yizhuan/procedures'
import { type CaseWire, type NextActWire, stateOf } from './case.api.ts'

/** The acts that may come next, by whose turn it is. */
export interface Turn {
  /** The step of the main line to take now, if it is mine. */
  readonly now: NextActWire | undefined
  /** Further steps of the main line that are mine: open, or closed for a reason that is told. */
  readonly mine: readonly NextActWire[]
  /** Steps of the main line that wait for somebody else. */
  readonly others: readonly NextActWire[]
  /** What may be recorded besides: corrections, logs, tips, endings. */
  readonly besides: readonly NextActWire[]
}

/** Sorts the next acts; `asked` is the act somebody came here for. */
export function turnOf(one: CaseWire, asked?: string): Turn {
  const procedure = procedureById(one.case.procedure)
  const needed = procedure ? neededActs(procedure, stateOf(one)) : []
  const line = one.next.filter(({ type }) => needed.includes(type))
  const mine = line.filter(({ mayI }) => mayI)
  const besides = one.next.filter(({ type, mayI }) => mayI && !needed.includes(type))
  const now =
    [...mine, ...besides].find(({ type, can }) => type === asked && can !== 'no') ??
    mine.find((act) => act.can !== 'no' && waitingDay(act, one.today) === undefined)
  return {
    now,
    mine: mine.filter((act) => act !== now),
    others: line.filter(({ mayI }) => !mayI),
    besides: besides.filter((act) => act !== now),
  }
}

/** The day from which an act should be done, where law that only advises asks to wait. */
export function waitingDay(act: NextActWire, today: string): string | undefined {
  return waitsUntil(act as unknown as Parameters<typeof waitsUntil>[0], today as Day)
}
