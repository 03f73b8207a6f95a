import { InputError } from '@yizhuan/kit'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isId } from './ids.ts'

/** Where a page ended: the day it is sorted by, and the id that orders records of one day. */
export interface Place {
  readonly datedOn: string
  readonly id: string
}

/** The cursor of the page after this record. */
export function cursorAfter({ datedOn, id }: Place): string {
  return `${datedOn}~${id}`
}

/** Where a page ended, as its cursor says. @throws {InputError} */
export function placeIn(cursor: string): Place {
  const [, datedOn, id] = /^([\d-]{0,10})~([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (datedOn === undefined || id === undefined || !isId(id)) {
    throw new InputError('cursor', 'cursor', {
      zh: '翻页标记无效，请从第一页重新打开。',
      en: 'This page marker is not valid; begin again with the first page.',
    })
  }
  return { datedOn, id }
}

/** Newest first: whether a record comes after a cursor. @throws {InputError} */
export function isAfter(table: string, cursor: string): RawBuilder<SqlBool> {
  const { datedOn, id } = placeIn(cursor)
  const columns = [sql.ref(`${table}.datedOn`), sql.ref(`${table}.id`)]
  return sql<SqlBool>`(${sql.join(columns)}) < (${datedOn}, ${id}::uuid)`
}

/** One page of rows that were asked for with one more than the page holds. */
export function pageOf<Row extends Place, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(toItem)
  return rows.length > limit && last ? { items, nextCursor: cursorAfter(last) } : { items }
}
