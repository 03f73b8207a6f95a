import type { Day } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { prepared } from '../../platform/prepared.ts'
import type { Pins } from '../policies/index.ts'
import './case.table.ts'

const pinned = prepared((tx: Tx, of: { institution: string; id: string; on: Day }) =>
  tx
    .selectFrom('caseLaw')
    .select('revisions')
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.id)
    // What was decided on the day of the opening holds from the first act on.
    .where((where) => where.or([where('seq', '=', 1), where('since', '<=', of.on)]))
    .orderBy('seq', 'desc')
    .limit(1),
)

/** By which revisions of the packs a case is judged, as was known on a day; none for a new case. */
export async function pinsOf(tx: Tx, institution: string, id: string, on: Day): Promise<Pins> {
  const [row] = await pinned(tx, { institution, id, on })
  return row?.revisions ?? {}
}

/** Every move of a case to other revisions, its opening first. */
export function movesOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('caseLaw')
    .select(['seq', 'revisions', 'since', 'byName', 'reason'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .orderBy('seq')
    .execute()
}

/** The revisions in a law. */
export const pinsIn = ({ packs }: Law): Pins =>
  Object.fromEntries(packs.map(({ id, revision }) => [id, revision]))

/** Writes by which revisions a case is judged from a day on. */
export async function insertPins(
  tx: Tx,
  institution: string,
  id: string,
  move: {
    readonly seq: number
    readonly revisions: Pins
    readonly since: Day
    readonly at: Date
    readonly by: { readonly person: string; readonly name: string }
    readonly reason: string | null
  },
): Promise<void> {
  const { by, revisions, ...rest } = move
  await tx
    .insertInto('caseLaw')
    .values({
      ...rest,
      institutionId: institution,
      caseId: id,
      revisions: JSON.stringify(revisions),
      byPerson: by.person,
      byName: by.name,
    })
    .execute()
}
