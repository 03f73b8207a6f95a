import { accept, day, type Outcome, refuse } from '@yizhuan/kit'
import { parseCreditCode } from '@yizhuan/ledger'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { Author } from '../../platform/register.ts'
import { recordOpening } from '../people/index.ts'
import { chainOf } from './interest.table.ts'
import { enterpriseKey, maskedName, validUntil } from './interest.ts'
import type { DeclareWire } from './interest.wire.ts'

/** What writing declarations needs: the clock, and the keys that seal. */
interface Desk {
  readonly clock: Clock
  readonly keys: FieldKeys
}

/** Why nothing is declared or opened. */
export interface InterestRefusals {
  'not-in-register': Record<string, never>
  'no-such-item': Record<string, never>
  'code-unknown': { readonly line: string; readonly field: string; readonly codes: string }
  'holder-missing': { readonly line: string }
  'uscc-wrong': { readonly line: string }
}

/** Somebody declares for themself what ties them to enterprises; it replaces what they said before. */
export async function declareInterests(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  { items }: z.output<typeof DeclareWire>,
): Promise<Outcome<{ id: string; validUntil: string }, InterestRefusals>> {
  const { institution, person } = by
  const known = await tx
    .selectFrom('person')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', person)
    .executeTakeFirst()
  if (!known) return refuse('not-in-register', {})
  const no = firstRefusal(items)
  if (no) return no

  // From here on it is declared.
  const id = newId()
  const declaredOn = clock.today()
  const told = { id, person, declaredOn, items, enteredBy: null }
  return accept({ id, validUntil: await keepDeclaration(tx, { clock, keys }, by, told) })
}

type Items = z.output<typeof DeclareWire>['items']

/** A declaration that somebody signed on paper, as a ledger brings it. */
export interface Brought {
  readonly id: string
  readonly person: string
  readonly declaredOn: string
  readonly items: Items
  /** Where it stood: file, sheet and row. */
  readonly source: string
}

/** Enters what somebody declared on paper; who entered it stays beside it. */
export async function bringDeclaration(
  tx: Tx,
  desk: Desk,
  by: Author,
  brought: Brought,
): Promise<Outcome<{ id: string }, InterestRefusals>> {
  const no = firstRefusal(brought.items)
  if (no) return no

  // From here on it is entered.
  await keepDeclaration(tx, desk, by, { ...brought, enteredBy: by.name })
  return accept({ id: brought.id })
}

interface Kept extends Omit<Brought, 'source'> {
  readonly source?: string
  readonly enteredBy: string | null
}

/** Keeps a declaration with its ties. @returns the last day on which it is good. */
async function keepDeclaration(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  { id, person, declaredOn, items, source, enteredBy }: Kept,
): Promise<string> {
  const { institution } = by
  const { months } = institutionLists().renewal.interestDeclaration
  const until = validUntil(day(declaredOn), months)
  const at = clock.now()
  const hasNone = items.length === 0
  await tx
    .insertInto('interestDeclaration')
    .values({
      ...{ institutionId: institution, id, personId: person, declaredOn, validUntil: until },
      ...{ hasNone, declaredAt: at, enteredBy },
    })
    .execute()
  const rows = items.map(({ holder, uscc, ...item }, index) => ({
    institutionId: institution,
    declarationId: id,
    line: index + 1,
    ...item,
    uscc: uscc?.toUpperCase() ?? null,
    enterpriseKey: enterpriseKey(item.enterprise),
    holderMasked: holder && maskedName(holder),
    holderSealed: holder && keys.seal(holder, placeOf(id, index + 1)),
  }))
  if (rows.length > 0) await tx.insertInto('interestItem').values(rows).execute()
  // Whose name it is stands sealed in its row, and in no chain.
  const told = items.map(({ holder: _holder, ...item }) => item)
  await recordChange(tx, chainOf(person), {
    action: 'interest.declared',
    subject: person,
    data: {
      ...{ items: told, validUntil: until, hasNone },
      ...(source !== undefined && { declaredOn, source }),
    },
    at,
    by,
  })
  return until
}

/** Takes declarations out again that an import entered by mistake: the chain of the person tells it first. */
export async function withdrawDeclarations(
  tx: Tx,
  clock: Clock,
  by: Author,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const { institution } = by
  const mine = await tx
    .selectFrom('interestDeclaration')
    .select(['id', 'personId', 'declaredOn'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute()
  for (const { id, personId, declaredOn } of mine) {
    await recordChange(tx, chainOf(personId), {
      action: 'interest.withdrawn',
      subject: personId,
      data: { declaration: id, declaredOn, reason },
      at: clock.now(),
      by,
    })
    for (const [table, column] of [
      ['interest_item', 'declaration_id'],
      ['interest_declaration', 'id'],
    ] as const) {
      await sql`delete from ${sql.table(table)}
        where institution_id = ${institution} and ${sql.ref(column)} = ${id}`.execute(tx)
    }
  }
}

/** Opens the name of a relative; that it was opened is told to the person and to who looks on. */
export async function revealHolder(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  { declaration, line, purpose }: { declaration: string; line: number; purpose: string },
): Promise<Outcome<{ value: string }, InterestRefusals>> {
  const item = await tx
    .selectFrom('interestItem')
    .innerJoin('interestDeclaration', (join) =>
      join
        .onRef('interestDeclaration.institutionId', '=', 'interestItem.institutionId')
        .onRef('interestDeclaration.id', '=', 'interestItem.declarationId'),
    )
    .select(['holderSealed', 'personId'])
    .where('interestItem.institutionId', '=', by.institution)
    .where('declarationId', '=', declaration)
    .where('line', '=', line)
    .executeTakeFirst()
  if (!item?.holderSealed) return refuse('no-such-item', {})

  // From here on the name is opened.
  await recordOpening(tx, clock, by, item.personId, 'relative', purpose)
  return accept({ value: keys.open(item.holderSealed, placeOf(declaration, line)) })
}

function firstRefusal(items: z.output<typeof DeclareWire>['items']) {
  const { ties, through } = institutionLists().interests
  const codes = { tie: Object.keys(ties), through: Object.keys(through) }
  for (const [index, item] of items.entries()) {
    const line = String(index)
    for (const field of ['tie', 'through'] as const) {
      if (codes[field].includes(item[field])) continue
      return refuse('code-unknown', { line, field, codes: codes[field].join('、') })
    }
    if (item.through !== 'self' && item.holder === null) return refuse('holder-missing', { line })
    if (item.uscc !== null && !isCreditCode(item.uscc)) return refuse('uscc-wrong', { line })
  }
  return undefined
}

function isCreditCode(code: string): boolean {
  const { value, problems } = parseCreditCode({ kind: 'text', text: code })
  return value !== null && problems.length === 0
}

/** Where a name is sealed for: moved to another line it cannot be opened. */
export const placeOf = (declaration: string, line: number): string =>
  `interest:${declaration}:${line}`
