import type { Composed } from '@yizhuan/procedures'
import type { Access } from './access.ts'
import type { Clock } from './clock.ts'
import type { Caller, Tx } from './database.ts'

/**
 * A paper of a register's record, printed as it stands when somebody asks for it.
 *
 * A case makes papers that are kept beside its acts; what a register prints can be printed again from
 * its record, and says which entry of the record it was made after.
 */
export interface Printable {
  /** `/registrations/:id/form` makes `/registrations/:id/form/pdf` and `/docx`; `:part` may follow. */
  readonly path: `/${string}`
  readonly tag: string
  readonly access: Access
  /** The paper; undefined where there is no such record. */
  composed(
    tx: Tx,
    caller: Caller,
    of: { readonly id: string; readonly part: string | undefined; readonly clock: Clock },
  ): Promise<Composed | undefined>
}
