import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { chainOf } from '../../platform/register.ts'
import type { Tables } from '../../platform/tables.ts'
import { standardRegister } from './standard.table.ts'
import {
  type ClauseContent,
  isClause,
  type StandardContent,
  stateOf,
  type TemplateContent,
} from './standard.ts'
import type { StandardFilterWire, StandardLineWire } from './standard.wire.ts'

export type StandardRow = Selectable<Tables['contractStandard']>

/** Every clause and model contract that a filter finds; there are some hundreds. */
export async function listStandards(
  tx: Tx,
  institution: string,
  { q, form, kind, type, obligation, state }: StandardFilterWire,
): Promise<StandardLineWire[]> {
  let query = lines(tx, institution)
  if (q !== undefined)
    query = query.where(isFoundBy('contractStandard.id', institution, 'contractStandard', q))
  if (form !== undefined) query = query.where('form', '=', form)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (obligation !== undefined) query = query.where('obligation', '=', obligation)
  if (type !== undefined) query = query.where(sql<boolean>`${type} = any(types)`)
  const found = (await query.execute()).map(lineOf)
  return found.filter((line) => state === undefined || line.state === state)
}

const lines = (tx: Tx, institution: string) =>
  tx
    .selectFrom('contractStandard')
    .innerJoin('contractStandardVersion as last', (join) =>
      join
        .onRef('last.institutionId', '=', 'contractStandard.institutionId')
        .onRef('last.standardId', '=', 'contractStandard.id')
        .onRef('last.version', '=', 'contractStandard.newest'),
    )
    .leftJoin('contractStandardVerdict as verdict', (join) =>
      join
        .onRef('verdict.institutionId', '=', 'last.institutionId')
        .onRef('verdict.standardId', '=', 'last.standardId')
        .onRef('verdict.version', '=', 'last.version'),
    )
    .select([
      ...(['contractStandard.id', 'form', 'contractStandard.name', 'kind', 'types'] as const),
      ...(['obligation', 'inUse', 'newest', 'isRetired', 'sample', 'madeName'] as const),
      ...(['last.madeBy', 'verdict'] as const),
    ])
    .where('contractStandard.institutionId', '=', institution)
    .orderBy('form', 'desc')
    .orderBy('kind')
    .orderBy('contractStandard.name')
    .orderBy('contractStandard.id')

function lineOf(row: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]) {
  const { isRetired, sample, madeName, madeBy, verdict, ...line } = row
  const isOpen = verdict === null
  return {
    ...line,
    types: [...line.types],
    state: stateOf({ inUse: line.inUse, isRetired, isOpen }),
    open: isOpen ? { version: line.newest, by: madeName, person: madeBy } : null,
    isSample: sample !== null,
  }
}

/** One line of the library. */
export async function standardLine(
  tx: Tx,
  institution: string,
  id: string,
): Promise<(StandardLineWire & { readonly seq: number }) | undefined> {
  const row = await lines(tx, institution).where('contractStandard.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(standardRegister, id) })
  return { ...lineOf(row), seq }
}

/** The stored row. */
export function storedStandard(
  tx: Tx,
  institution: string,
  id: string,
): Promise<StandardRow | undefined> {
  return tx
    .selectFrom('contractStandard')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Every version of one, the newest first, each with what became of it. */
export function versionsOf(tx: Tx, institution: string, id: string) {
  return versionRows(tx, institution)
    .where('said.standardId', '=', id)
    .orderBy('said.version', 'desc')
    .execute()
}

/** One version. */
export function versionOf(tx: Tx, institution: string, id: string, version: number) {
  return versionRows(tx, institution)
    .where('said.standardId', '=', id)
    .where('said.version', '=', version)
    .executeTakeFirst()
}

const versionRows = (tx: Tx, institution: string) =>
  tx
    .selectFrom('contractStandardVersion as said')
    .leftJoin('contractStandardVerdict as verdict', (join) =>
      join
        .onRef('verdict.institutionId', '=', 'said.institutionId')
        .onRef('verdict.standardId', '=', 'said.standardId')
        .onRef('verdict.version', '=', 'said.version'),
    )
    .select(['said.version', 'said.name', 'said.content', 'said.reason'])
    .select(['said.madeAt', 'said.madeBy', 'said.madeName'])
    .select(['verdict.verdict', 'verdict.words', 'verdict.decidedAt', 'verdict.decidedName'])
    .where('said.institutionId', '=', institution)

/** A version in use: what it is called and says. */
export interface InUse<Content extends StandardContent = StandardContent> {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly content: Content
}

/** The versions in use that are not retired; those of some ids where they are named. */
export async function inUse(
  tx: Tx,
  institution: string,
  ids?: readonly string[],
): Promise<readonly InUse[]> {
  let query = tx
    .selectFrom('contractStandard')
    .innerJoin('contractStandardVersion as said', (join) =>
      join
        .onRef('said.institutionId', '=', 'contractStandard.institutionId')
        .onRef('said.standardId', '=', 'contractStandard.id')
        .onRef('said.version', '=', 'contractStandard.inUse'),
    )
    .select(['contractStandard.id', 'said.version', 'said.name', 'said.content'])
    .where('contractStandard.institutionId', '=', institution)
    .where('contractStandard.isRetired', '=', false)
    .orderBy('said.name')
    .orderBy('contractStandard.id')
  if (ids) query = query.where('contractStandard.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
  return await query.execute()
}

/** Those of the versions in use that are clauses, by their ids. */
export const clausesIn = (all: readonly InUse[]): ReadonlyMap<string, InUse<ClauseContent>> =>
  new Map(
    all.flatMap(({ content, ...one }) =>
      isClause(content) ? [[one.id, { ...one, content }] as const] : [],
    ),
  )

/** Those that are model contracts. */
export const templatesIn = (all: readonly InUse[]): readonly InUse<TemplateContent>[] =>
  all.flatMap(({ content, ...one }) => (isClause(content) ? [] : [{ ...one, content }]))
