import { sharedTables } from './contents.ts'
import { places } from './manifest.ts'
import { ArchiveRefused, type OpenArchive, rowsIn } from './open-archive.ts'

type Row = Readonly<Record<string, unknown>>

/** Tables whose rows belong to whom they name an account of. */
const byAccount: ReadonlySet<string> = new Set(
  Object.entries(sharedTables).flatMap(([name, { where }]) =>
    where.startsWith('account_id') ? [name] : [],
  ),
)

/**
 * Whoever makes an archive can sign it, and its rows are put in by the owner of the tables: a row of
 * another institution would be a way into that one.
 *
 * @throws {ArchiveRefused} at the first row that is not of the institution the manifest names.
 */
export async function expectOwnRows(archive: OpenArchive): Promise<void> {
  const { id } = archive.manifest.institution
  const accounts = new Set<unknown>()
  for await (const account of rowsIn<Row>(archive, places.table('account'))) {
    accounts.add(account['id'])
  }
  for (const { name, columns } of archive.manifest.tables) {
    const isTenant = columns.some((column) => column.name === 'institution_id')
    let isOwn: (row: Row) => boolean
    if (name === 'institution') isOwn = (row) => row['id'] === id
    else if (isTenant) isOwn = (row) => row['institution_id'] === id
    else if (byAccount.has(name)) isOwn = (row) => accounts.has(row['account_id'])
    else continue
    for await (const row of rowsIn<Row>(archive, places.table(name))) {
      if (isOwn(row)) continue
      throw new ArchiveRefused(`A row of ${name} belongs to another institution.`)
    }
  }
}
