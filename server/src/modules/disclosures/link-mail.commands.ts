import { dayInChina } from '@yizhuan/kit'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import type { NewJob } from '../../platform/jobs.ts'
import { addJobs } from '../../platform/jobs.ts'
import { sendMail } from '../../platform/mail.ts'
import type { Context } from '../../platform/module.ts'
import { mostAttempts, nextTry } from '../../platform/sending-time.ts'
import { achievementOf } from '../achievements/index.ts'
import { profileOf } from '../institutions/index.ts'
import { linkState } from './confirmation.ts'
import { linkLetter, maskedAddress, maskedIn } from './link-letter.ts'

/** The task that hands the mail with one link to the server. */
export const linkMailTask = 'disclosures/link-mail'

/** What the mail needs and nobody else may read: where it goes, and the link. */
interface Sealed {
  readonly to: string
  readonly url: string
}

const placeOf = (id: string) => `inventor_confirmation:mail:${id}`

/** The columns of a link that is to be mailed, or not. */
export function sealedMail(keys: FieldKeys, id: string, to: string | null, url: string) {
  if (to === null) return { mailSealed: null, mailTo: null }
  const sealed: Sealed = { to, url }
  return { mailSealed: keys.seal(JSON.stringify(sealed), placeOf(id)), mailTo: maskedAddress(to) }
}

/** The job that mails a link. */
export function mailOf(institution: string, id: string, at: Date): NewJob {
  const key = `${linkMailTask}/${id}`
  return { institution, task: linkMailTask, payload: { link: id }, at, key }
}

/** Hands a link to the mail server while it is open; on a passing failure later again, at last not at all. */
export async function mailLink(
  tx: Tx,
  { clock, config, keys }: Context,
  institution: string,
  id: string,
): Promise<void> {
  const row = await tx
    .selectFrom('inventorConfirmation')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.mailSealed) return
  const now = clock.now()
  const mailAttempts = row.mailAttempts + 1
  const note = (change: Noted) =>
    tx
      .updateTable('inventorConfirmation')
      .set(change)
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .execute()
  const giveUp = (mailTrouble: string) =>
    note({ mailAttempts, mailTrouble, mailGaveUpAt: now, mailSealed: null })
  const one = await achievementOf(tx, institution, row.achievementId)
  // Nobody is sent a link that has ended meanwhile, or that asks about shares of yesterday.
  if (!one || one.intake === 'merged' || linkState(row, one.inventors, now) !== 'open') {
    return void (await giveUp('overtaken'))
  }
  if (!config.mail) return void (await giveUp('not-configured'))
  const { to, url } = JSON.parse(keys.open(row.mailSealed, placeOf(id))) as Sealed
  const letter = linkLetter({
    name: row.name,
    institution: (await profileOf(tx, institution)).name,
    askedBy: await nameOf(tx, institution, row.askedBy),
    number: one.number,
    url,
    expiresOn: dayInChina(row.expiresAt),
  })
  const outcome = await sendMail(config.mail, { id, to, ...letter })
  if (outcome.kind === 'sent') {
    return void (await note({ mailAttempts, mailTrouble: null, mailedAt: now, mailSealed: null }))
  }
  // Servers name the address they refuse.
  const why = maskedIn(outcome.why)
  if (outcome.isLasting || mailAttempts >= mostAttempts) return void (await giveUp(why))
  await note({ mailAttempts, mailTrouble: why })
  await addJobs(tx, [mailOf(institution, id, nextTry(now, mailAttempts))])
}

interface Noted {
  readonly mailAttempts: number
  readonly mailTrouble: string | null
  readonly mailedAt?: Date
  readonly mailGaveUpAt?: Date
  readonly mailSealed?: null
}

async function nameOf(tx: Tx, institution: string, person: string): Promise<string> {
  const row = await tx
    .selectFrom('account')
    .select('name')
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** What became of the mails with the links that stand, by the place of their inventor. */
export async function mailsOfLinks(
  tx: Tx,
  institution: string,
  achievement: string,
): Promise<ReadonlyMap<number, LinkMail>> {
  const rows = await tx
    .selectFrom('inventorConfirmation')
    .select(['place', 'mailTo', 'mailedAt', 'mailGaveUpAt', 'mailTrouble'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .where('revokedAt', 'is', null)
    .where('mailTo', 'is not', null)
    .orderBy('askedAt')
    .execute()
  return new Map(
    rows.map(({ place, mailTo, mailedAt, mailGaveUpAt, mailTrouble }) => {
      const state = mailedAt ? 'sent' : mailGaveUpAt ? 'failed' : 'waits'
      return [place, { to: mailTo ?? '', state, trouble: mailTrouble }]
    }),
  )
}

interface LinkMail {
  readonly to: string
  readonly state: 'waits' | 'sent' | 'failed'
  readonly trouble: string | null
}
