import { addDays } from '@yizhuan/kit'
import { sql } from 'kysely'
import { startOf } from './clock.ts'
import { asCaller, type Caller } from './database.ts'
import type { Context } from './module.ts'
import { conflict, Problem } from './problem.ts'

type House = Pick<Context, 'db' | 'clock' | 'config'>

const megabyte = 1_000_000

/**
 * Takes room for bytes that somebody is about to store, before any of them is written.
 *
 * Of many at once each takes its own; who is refused has taken none.
 *
 * @throws {Problem} 429 when the person stored enough today, 409 when the institution is full.
 */
export async function takeRoom(house: House, caller: Caller, bytes: number): Promise<void> {
  const { db, clock, config } = house
  const { megabytesPerDay, megabytesPerInstitution } = config.storage
  await asCaller(db, caller, async (tx) => {
    const { institution, person } = caller
    const today = clock.today()
    const { bytes: taken } = await tx
      .insertInto('uploadDay')
      .values({ institutionId: institution, personId: person, day: today, bytes: `${bytes}` })
      .onConflict((on) =>
        on.columns(['institutionId', 'personId']).doUpdateSet({
          day: today,
          bytes: sql`${bytes}::bigint
            + case when upload_day.day = ${today} then upload_day.bytes else 0 end`,
        }),
      )
      .returning('bytes')
      .executeTakeFirstOrThrow()
    if (Number(taken) > megabytesPerDay * megabyte) throw enoughToday(house, megabytesPerDay)
    const { stored } = await tx
      .selectFrom('file')
      .select(sql<string>`coalesce(sum(size), 0)`.as('stored'))
      .where('institutionId', '=', institution)
      .executeTakeFirstOrThrow()
    const most = megabytesPerInstitution * megabyte
    if (Number(stored) + bytes > most) throw full(megabytesPerInstitution)
  })
}

/** Gives back room that was taken and not needed. */
export async function giveRoomBack(
  { db, clock }: House,
  caller: Caller,
  bytes: number,
): Promise<void> {
  await asCaller(db, caller, (tx) =>
    tx
      .updateTable('uploadDay')
      .set({ bytes: sql`greatest(0, bytes - ${bytes}::bigint)` })
      .where('institutionId', '=', caller.institution)
      .where('personId', '=', caller.person)
      .where('day', '=', clock.today())
      .execute(),
  )
}

function enoughToday({ clock }: House, megabytes: number): Problem {
  const tomorrow = startOf(addDays(clock.today(), 1))
  return new Problem(
    429,
    'uploads-of-today',
    { zh: '今日上传已达上限', en: 'Enough was uploaded today' },
    {
      zh: `每人每天最多上传 ${megabytes} MB，这个文件会超过。请明天再传，或压缩后上传；确需更多的，请运维人员调高 UPLOAD_MB_PER_PERSON_DAY。`,
      en: `One person uploads at most ${megabytes} MB a day, which this file would exceed. Go on tomorrow, or make it smaller; where more is needed, the operator raises UPLOAD_MB_PER_PERSON_DAY.`,
    },
    {
      facts: { limitMegabytes: megabytes },
      retryAfterSeconds: Math.ceil((tomorrow.getTime() - clock.now().getTime()) / 1000),
    },
  )
}

function full(megabytes: number): Problem {
  return conflict(
    'storage-full',
    {
      zh: `本机构的文件合计最多 ${megabytes} MB，已放不下这个文件。请运维人员调高 STORAGE_MB_PER_INSTITUTION。`,
      en: `The files of the institution may have ${megabytes} MB together, and this one does not fit. The operator raises STORAGE_MB_PER_INSTITUTION.`,
    },
    { facts: { limitMegabytes: megabytes } },
  )
}
