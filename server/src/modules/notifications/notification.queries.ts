import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import './notification.table.ts'
import '../cases/index.ts'
import { type About, type Matter, topicOf } from './notification.ts'

/** A line that was just added. */
export interface Added {
  readonly person: string
  readonly about: About
}

/**
 * Adds lines for the people of each matter; who has the same line already keeps it as it is.
 * @returns the lines that are new.
 */
export async function addMatters(
  tx: Tx,
  where: { readonly institution: string; readonly caseId: string | null },
  matters: readonly Matter[],
  at: Date,
): Promise<Added[]> {
  const rows = matters.flatMap(({ about, who }) =>
    who.map((person) => ({
      institutionId: where.institution,
      id: newId(),
      personId: person,
      caseId: where.caseId,
      kind: about.kind,
      topic: topicOf(about),
      about: JSON.stringify(about),
      madeAt: at,
    })),
  )
  if (rows.length === 0) return []
  return tx
    .insertInto('notification')
    .values(rows)
    .onConflict((on) =>
      on.columns(['institutionId', 'personId', 'caseId', 'kind', 'topic']).doNothing(),
    )
    .returning(['personId as person', 'about'])
    .execute()
}

/** Takes back the lines of a case that no longer hold, so that they are news when they hold again. */
export async function takeBack(
  tx: Tx,
  where: { readonly institution: string; readonly caseId: string },
  stillHold: readonly Matter[],
): Promise<void> {
  const rows = await tx
    .selectFrom('notification')
    .select(['id', 'personId', 'kind', 'topic', 'about'])
    .where('institutionId', '=', where.institution)
    .where('caseId', '=', where.caseId)
    .where('kind', 'in', ['your-act', 'overdue', 'late'])
    .execute()
  const isStillLate = ({ about }: (typeof rows)[number]) =>
    about.kind === 'late' &&
    stillHold.some(
      ({ about: held }) =>
        held.kind === 'overdue' && held.norm === about.norm && held.due === about.due,
    )
  const keep = (row: (typeof rows)[number]) =>
    isStillLate(row) ||
    stillHold.some(
      ({ about, who }) =>
        about.kind === row.kind && topicOf(about) === row.topic && who.includes(row.personId),
    )
  const gone = rows.filter((row) => !keep(row)).map(({ id }) => id)
  if (gone.length === 0) return
  await tx
    .deleteFrom('notification')
    .where('institutionId', '=', where.institution)
    .where('id', 'in', gone)
    .execute()
}

/** A person's newest lines with the cases they are about. */
export function newestOf(tx: Tx, institution: string, person: string, limit: number) {
  return tx
    .selectFrom('notification')
    .leftJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'notification.institutionId')
        .onRef('transferCase.id', '=', 'notification.caseId'),
    )
    .select([
      'notification.id',
      'notification.caseId',
      'notification.about',
      'notification.madeAt',
      'notification.readAt',
      'transferCase.number',
      'transferCase.title',
    ])
    .where('notification.institutionId', '=', institution)
    .where('notification.personId', '=', person)
    .orderBy('madeAt', 'desc')
    .orderBy('notification.id', 'desc')
    .limit(limit)
    .execute()
}

/** How many lines a person has not read. */
export async function unreadOf(tx: Tx, institution: string, person: string): Promise<number> {
  const { count } = await tx
    .selectFrom('notification')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Marks a person's lines as read: those named, or all. */
export async function markRead(
  tx: Tx,
  institution: string,
  person: string,
  ids: readonly string[] | undefined,
  at: Date,
): Promise<void> {
  let update = tx
    .updateTable('notification')
    .set({ readAt: at })
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('readAt', 'is', null)
  if (ids !== undefined) update = update.where('id', 'in', [...ids])
  await update.execute()
}
