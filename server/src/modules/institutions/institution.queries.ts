import type { Tx } from '../../platform/database.ts'
import { prepared } from '../../platform/prepared.ts'
import type { Given } from '../../platform/register.ts'
import './institution.table.ts'
import type { Profile } from './institution.ts'

const said = [
  'kind',
  'province',
  'pilot',
  'universityAffiliated',
  'university',
  'platformCompany',
  'objectionProcedure',
  'noticeDepartment',
] as const

const profile = prepared((tx: Tx, { institution }: { institution: string }) =>
  tx
    .selectFrom('institution')
    .leftJoin('institutionProfile', 'institutionProfile.institutionId', 'institution.id')
    .select(['name', ...said])
    .where('institution.id', '=', institution),
)

/** What the institution says of itself. */
export async function profileOf(tx: Tx, institution: string): Promise<Profile> {
  const [row] = await profile(tx, { institution })
  if (!row) throw new TypeError('There is no such institution.')
  return row
}

/** Writes changed fields; the caller records the change. */
export async function saveProfile(
  tx: Tx,
  institution: string,
  { name, ...rest }: Given<Profile>,
): Promise<void> {
  if (name !== undefined) {
    await tx.updateTable('institution').set({ name }).where('id', '=', institution).execute()
  }
  if (Object.keys(rest).length === 0) return
  const none = Object.fromEntries(said.map((field) => [field, null])) as Record<
    (typeof said)[number],
    null
  >
  await tx
    .insertInto('institutionProfile')
    .values({ ...none, ...rest, institutionId: institution })
    .onConflict((on) => on.column('institutionId').doUpdateSet(rest))
    .execute()
}
