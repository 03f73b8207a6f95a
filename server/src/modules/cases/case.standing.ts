import { actOf } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import type { Desk } from './case.desk.ts'
import { type Due, duesOf } from './case.dues.ts'
import { caseLine, entriesOf } from './case.queries.ts'
import type { CaseLineWire, NextActWire } from './case.wire.ts'
import { officersOf } from './officers/officer.queries.ts'
import { nextOf, replayed, toEntries } from './procedure.ts'

/** How a case stands today, for modules that tell people about it. */
export interface Standing {
  readonly line: CaseLineWire
  readonly next: readonly NextActWire[]
  readonly dues: readonly Due[]
  /** Who has recorded an act in this case. */
  readonly actors: ReadonlySet<string>
  /** Who answers for the case or helps with it. */
  readonly officers: ReadonlySet<string>
  /** Who recorded the last act, when it was recorded today. */
  readonly lastActor: string | undefined
  /** Who recorded the act of a number. */
  actorOf(seq: number): string
  /** The roles that may record an act. */
  whoMay(act: string): readonly string[]
}

/** How a case stands today, or undefined when the institution has no such case. */
export async function standingOf(
  tx: Tx,
  desk: Desk,
  institution: string,
  id: string,
): Promise<Standing | undefined> {
  const line = await caseLine(tx, institution, id)
  if (!line) return undefined
  const entries = toEntries(await entriesOf(tx, institution, id))
  const officers = await officersOf(tx, institution, id)
  const today = desk.clock.today()
  const after = replayed(desk, entries, today)
  const last = entries.at(-1)
  return {
    line,
    next: nextOf(after, desk, today, []),
    dues: duesOf(after),
    actors: new Set(entries.map(({ by }) => by.person)),
    officers: new Set(officers.map(({ person }) => person)),
    lastActor: last?.on === today ? last.by.person : undefined,
    actorOf: (seq) => entries[seq - 1]?.by.person ?? '',
    whoMay: (act) => actOf(after.procedure, act)?.who ?? [],
  }
}
