import { addDays, type Day, missingYears } from '@yizhuan/kit'
import { startOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { addJobs, cancelJob } from '../../../platform/jobs.ts'
import { sendMail } from '../../../platform/mail.ts'
import type { Context } from '../../../platform/module.ts'
import { mostAttempts, nextTry, notAtNight } from '../../../platform/sending-time.ts'
import { addressOf } from '../../../platform/start.ts'
import { duesFor, isRemindedOf } from '../../calendar/index.ts'
import { workCalendar } from '../../policies/index.ts'
import { mailAddressOf, reachOf } from '../reach.queries.ts'
import { daysAhead, digestLetter, digestOf, type Links } from './letter.ts'
import type { MailContent, MailKind } from './mail.table.ts'

/** The task that hands one mail to the server, and the one that writes a person's digest. */
export const mailTask = 'notifications/mail'
export const digestTask = 'notifications/digest'

/** Whose mail it is. */
export interface Reader {
  readonly institution: string
  readonly person: string
}

const stopField = 'mail stop'

/** The pages a mail leads to; the way to end mails needs no account, only this mail. */
export function linksFor({ config, keys }: Context, { institution, person }: Reader): Links {
  const address = addressOf(config)
  const token = keys.blindIndex(`${institution}/${person}`, stopField)
  const query = new URLSearchParams({ institution, person, token })
  return { address, stop: `${address}/mail-stop?${query}` }
}

/** Whether somebody holds the link of a mail to this person. */
export function holdsStopLink({ keys }: Context, reader: Reader, token: string): boolean {
  return keys.blindIndex(`${reader.institution}/${reader.person}`, stopField) === token
}

/** Puts a mail on its way, once for each topic, to those who have an address. */
export async function post(
  tx: Tx,
  { clock }: Context,
  { institution, person }: Reader,
  { kind, topic, content }: { kind: MailKind; topic: string; content: MailContent },
): Promise<void> {
  if ((await mailAddressOf(tx, institution, person)) === undefined) return
  const at = clock.now()
  const row = await tx
    .insertInto('mail')
    .values({
      institutionId: institution,
      id: newId(),
      personId: person,
      kind,
      topic,
      day: clock.today(),
      content: JSON.stringify(content),
      madeAt: at,
      trouble: null,
      sentAt: null,
      gaveUpAt: null,
    })
    .onConflict((on) => on.columns(['institutionId', 'personId', 'kind', 'topic']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await sendAt(tx, institution, row.id, kind === 'at-once' ? notAtNight(at) : at)
}

/** Sets when a mail is handed to the server. */
async function sendAt(tx: Tx, institution: string, id: string, at: Date): Promise<void> {
  const key = `${mailTask}/${id}`
  await addJobs(tx, [{ institution, task: mailTask, payload: { mail: id }, at, key }])
}

/** Sets when a person's digest of today is written; takes it back where they want none. */
export async function setDigest(
  tx: Tx,
  { config, clock }: Context,
  { institution, person }: Reader,
  digestHour: number | null,
): Promise<void> {
  const key = `${digestTask}/${person}`
  const today = clock.today()
  if (digestHour === null || !config.mail || workCalendar().isRestDay(today)) {
    return cancelJob(tx, institution, key)
  }
  const at = new Date(startOf(today).getTime() + digestHour * 3_600_000)
  await addJobs(tx, [{ institution, task: digestTask, payload: { person, day: today }, at, key }])
}

/** Writes a person's digest of today, once, with what they may see and are to do now. */
export async function writeDigest(
  tx: Tx,
  context: Context,
  reader: Reader,
  day: Day,
): Promise<void> {
  const { institution, person } = reader
  const today = context.clock.today()
  // One that nothing ran for on its day is overtaken by that of another day.
  if (day !== today) return
  const { digestHour } = await reachOf(tx, institution, person)
  const account = await tx
    .selectFrom('account')
    .select(['name', 'roles', 'lang'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (digestHour === null || !account) return
  const { name, roles, lang } = account
  const until = addDays(today, daysAhead)
  const dues = await duesFor(tx, { institution, roles, person }, { today, until })
  const missing = missingYears(today, until, workCalendar())
  const mine = dues.filter((line) => isRemindedOf(line, person))
  const digest = digestOf(mine, today, missing)
  if (!digest) return
  const content = digestLetter(digest, name, lang, linksFor(context, reader))
  await post(tx, context, reader, { kind: 'digest', topic: day, content })
}

/** Hands a mail to the server; on a passing failure it tries again later, at last it gives up. */
export async function deliverMail(
  tx: Tx,
  context: Context,
  institution: string,
  id: string,
): Promise<void> {
  const { clock, config } = context
  const mail = await tx
    .selectFrom('mail')
    .select(['personId', 'kind', 'day', 'content', 'attempts', 'sentAt', 'gaveUpAt'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail?.content || mail.sentAt || mail.gaveUpAt) return
  const now = clock.now()
  const note = (change: { attempts: number } & Noted) =>
    tx
      .updateTable('mail')
      .set(change)
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .execute()
  const giveUp = (trouble: string, attempts = mail.attempts) =>
    note({ attempts, trouble, gaveUpAt: now, content: null })
  if (!config.mail) return void (await giveUp('not-configured'))
  if (mail.kind === 'digest' && mail.day !== clock.today()) return void (await giveUp('overtaken'))
  const to = await mailAddressOf(tx, institution, mail.personId)
  if (to === undefined) return void (await giveUp('no-address'))
  const attempts = mail.attempts + 1
  const { stop } = linksFor(context, { institution, person: mail.personId })
  const outcome = await sendMail(config.mail, { id, to, ...mail.content, stopUrl: stop })
  if (outcome.kind === 'sent') {
    return void (await note({ attempts, trouble: null, sentAt: now, content: null }))
  }
  if (outcome.isLasting || attempts >= mostAttempts) {
    return void (await giveUp(outcome.why, attempts))
  }
  await note({ attempts, trouble: outcome.why })
  await sendAt(tx, institution, id, nextTry(now, attempts))
}

interface Noted {
  readonly trouble: string | null
  readonly sentAt?: Date
  readonly gaveUpAt?: Date
  readonly content?: null
}

/** The newest mails to a person, and what became of them. */
export function mailsOf(tx: Tx, { institution, person }: Reader) {
  return tx
    .selectFrom('mail')
    .select(['id', 'kind', 'madeAt', 'sentAt', 'gaveUpAt', 'attempts', 'trouble'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .orderBy('madeAt', 'desc')
    .limit(5)
    .execute()
}
