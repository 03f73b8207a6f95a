import { sql } from 'kysely'
import type { StorageLimits } from '../../platform/config.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { draftsFull } from './draft.refusals.ts'
import './draft.table.ts'

/** Whose form it is. */
export interface Place {
  readonly institution: string
  readonly person: string
  /** Such as `case/<id>/reviewed`, `disclosure`. */
  readonly form: string
}

/** What was typed, where and when. */
export interface Draft {
  readonly value: unknown
  readonly device: string
  readonly savedAt: Date
}

/** What nobody came back to for so long is not meant any more. */
const keptForMs = 30 * 24 * 3_600_000

const sealedFor = ({ institution, person, form }: Place) => `draft:${institution}:${person}:${form}`

/**
 * Keeps what was typed last, wherever; and lets go of what is too old, everybody's.
 *
 * @throws {Problem} 409 when somebody keeps as many drafts as they may, or as much.
 */
export async function keepDraft(
  tx: Tx,
  keys: FieldKeys,
  limits: StorageLimits,
  place: Place,
  { value, device, savedAt }: Draft,
): Promise<void> {
  const { institution, person, form } = place
  const sealed = keys.seal(JSON.stringify(value), sealedFor(place))
  await tx
    .deleteFrom('draft')
    .where('institutionId', '=', institution)
    .where('savedAt', '<', new Date(savedAt.getTime() - keptForMs))
    .execute()
  const others = await tx
    .selectFrom('draft')
    .select((select) => [
      select.fn.countAll<string>().as('count'),
      sql<string>`coalesce(sum(length(sealed)), 0)`.as('bytes'),
    ])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('form', '!=', form)
    .executeTakeFirstOrThrow()
  if (Number(others.count) >= limits.draftsPerPerson) throw draftsFull(limits)
  const bytes = Number(others.bytes) + sealed.length
  if (bytes > limits.draftKilobytesPerPerson * 1000) throw draftsFull(limits)
  await tx
    .insertInto('draft')
    .values({
      institutionId: institution,
      personId: person,
      form,
      sealed,
      device,
      savedAt,
    })
    .onConflict((on) =>
      on.columns(['institutionId', 'personId', 'form']).doUpdateSet({
        sealed: sql`excluded.sealed`,
        device: sql`excluded.device`,
        savedAt: sql`excluded.saved_at`,
      }),
    )
    .execute()
}

/** What somebody typed last into a form, while it is meant still. */
export async function draftOf(
  tx: Tx,
  keys: FieldKeys,
  place: Place,
  now: Date,
): Promise<Draft | undefined> {
  const { institution, person, form } = place
  const row = await tx
    .selectFrom('draft')
    .select(['sealed', 'device', 'savedAt'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('form', '=', form)
    .where('savedAt', '>', new Date(now.getTime() - keptForMs))
    .executeTakeFirst()
  if (!row) return undefined
  const { sealed, ...told } = row
  return { ...told, value: JSON.parse(keys.open(sealed, sealedFor(place))) as unknown }
}

/** Lets go of a draft: it was sent, or is not wanted. */
export async function forgetDraft(tx: Tx, { institution, person, form }: Place): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('form', '=', form)
    .execute()
}
