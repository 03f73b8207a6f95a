import type { Selectable } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import './comment.table.ts'

/** A comment as stored. */
export type CommentRow = Selectable<Tables['comment']>

/** A record that something is said of. */
export interface Subject {
  readonly institution: string
  readonly kind: string
  readonly id: string
}

/** What is said of a record, oldest first. */
export function commentsOf(tx: Tx, { institution, kind, id }: Subject): Promise<CommentRow[]> {
  return tx
    .selectFrom('comment')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('kind', '=', kind)
    .where('recordId', '=', id)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

/** One comment, or undefined. */
export function commentOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('comment')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What a record is called, for whoever may find it; undefined for the others. */
export function nameOf(tx: Tx, { institution, kind, id }: Subject) {
  return tx
    .selectFrom('searchDocument')
    .select(['label', 'title'])
    .where('institutionId', '=', institution)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Everybody with an account here, by name. */
export function accountsOf(tx: Tx, institution: string) {
  return tx
    .selectFrom('account')
    .select(['personId as person', 'name', 'roles'])
    .where('institutionId', '=', institution)
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute()
}
