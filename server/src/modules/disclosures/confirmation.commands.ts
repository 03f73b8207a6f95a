import { accept, dayInChina, type Outcome, refuse } from '@yizhuan/kit'
import { asSystem, type Caller, systemPerson, type Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { addJobs } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { putOut } from '../../platform/outbox.ts'
import { chainOf } from '../../platform/register.ts'
import { newToken, tokenHash } from '../../platform/session.ts'
import { addressOf } from '../../platform/start.ts'
import { achievementOf, achievementRegister, isTheirs } from '../achievements/index.ts'
import { profileOf } from '../institutions/index.ts'
import { type LinkState, linkDays, linkState, teamHash } from './confirmation.ts'
import { disclosureOf } from './disclosure.queries.ts'
import type { AnswerWire, AskWire, ConfirmationWire, LinksWire } from './disclosure.wire.ts'
import { maskedAddress } from './link-letter.ts'
import { mailOf, sealedMail } from './link-mail.commands.ts'

/** Why nobody is asked, or an answer is not taken. */
export interface ConfirmationRefusals {
  'no-such-achievement': Record<string, never>
  'not-yours': Record<string, never>
  'merged-already': { readonly number: string }
  'no-such-inventor': { readonly place: string }
  'confirmed-already': { readonly name: string }
  'no-mail-server': Record<string, never>
  'mailed-unasked': { readonly place: string }
  'link-closed': { readonly state: string }
}

/**
 * Makes a link for each inventor to be asked; one made before for the same inventor ends at once. Who has
 * no account can be sent theirs by mail.
 */
export async function askInventors(
  tx: Tx,
  context: Context,
  caller: Caller,
  id: string,
  { places, mails = [] }: AskWire,
): Promise<Outcome<LinksWire, ConfirmationRefusals>> {
  const { clock, config } = context
  const now = clock.now()
  if (mails.length > 0 && !config.mail) return refuse('no-mail-server', {})
  const unasked = mails.find(({ place }) => !places.includes(place))
  if (unasked) return refuse('mailed-unasked', { place: `${unasked.place}` })
  const found = await disclosureOf(tx, caller.institution, id, now)
  if (!found) return refuse('no-such-achievement', {})
  const { one, inventors } = found
  if (!isTheirs(one, caller)) return refuse('not-yours', {})
  if (one.intake === 'merged') return refuse('merged-already', { number: one.number })
  for (const place of places) {
    const inventor = inventors[place]
    if (!inventor) return refuse('no-such-inventor', { place: `${place}` })
    if (inventor.status === 'confirmed') return refuse('confirmed-already', { name: inventor.name })
  }
  const hash = teamHash(one.inventors)
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
  const links = places.map((place) => ({
    place,
    id: newId(),
    name: inventors[place]?.name ?? '',
    staffNo: one.inventors[place]?.staffNo ?? null,
    to: mails.find((mail) => mail.place === place)?.to ?? null,
    ...newToken(),
  }))
  const address = `${addressOf(config)}/confirm/${caller.institution}`
  await endOpenLinks(tx, caller.institution, id, places, now)
  await tx
    .insertInto('inventorConfirmation')
    .values(
      links.map(({ id: link, place, name, staffNo, to, token, hash: tokenHash }) => ({
        institutionId: caller.institution,
        id: link,
        achievementId: id,
        place,
        name,
        staffNo,
        teamHash: hash,
        tokenHash,
        askedAt: now,
        askedBy: caller.person,
        expiresAt,
        revokedAt: null,
        answeredAt: null,
        answer: null,
        words: null,
        ...sealedMail(context.keys, link, to, `${address}/${token}`),
        mailTrouble: null,
        mailedAt: null,
        mailGaveUpAt: null,
      })),
    )
    .execute()
  await addJobs(
    tx,
    links.flatMap(({ id: link, to }) => (to ? [mailOf(caller.institution, link, now)] : [])),
  )
  const expiresOn = dayInChina(expiresAt)
  return accept({
    links: links.map(({ place, name, token, to }) => ({
      place,
      name,
      url: `${address}/${token}`,
      expiresOn,
      mailedTo: to && maskedAddress(to),
    })),
  })
}

async function endOpenLinks(
  tx: Tx,
  institution: string,
  achievement: string,
  places: readonly number[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('inventorConfirmation')
    .set({ revokedAt: now, mailSealed: null })
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .where('place', 'in', [...places])
    .where('answer', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

/** What stands behind a link; undefined where there is no such link. */
export function readConfirmation(
  context: Context,
  institution: string,
  token: string,
): Promise<ConfirmationWire | undefined> {
  return asSystem(context.db, institution, async (tx) => {
    const now = context.clock.now()
    const found = await behind(tx, institution, token, now)
    return found && shown(found, (await profileOf(tx, institution)).name, now)
  })
}

/** Takes the answer of an inventor, once, and writes it into the chain of the achievement. */
export function answerConfirmation(
  context: Context,
  institution: string,
  token: string,
  given: AnswerWire,
): Promise<Outcome<ConfirmationWire, ConfirmationRefusals> | undefined> {
  const now = context.clock.now()
  const { answer, words = null } = given
  return asSystem(context.db, institution, async (tx) => {
    const found = await behind(tx, institution, token, now)
    if (!found) return undefined
    if (found.state !== 'open') return refuse('link-closed', { state: found.state })
    const { row, one } = found
    const { id: achievement, number, title, disclosedBy } = one
    const taken = await tx
      .updateTable('inventorConfirmation')
      .set({ answer, words, answeredAt: now })
      .where('institutionId', '=', institution)
      .where('id', '=', row.id)
      .where('answer', 'is', null)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!taken) return refuse('link-closed', { state: 'answered' })
    const share = one.inventors[row.place]?.share ?? null
    await recordChange(tx, chainOf(achievementRegister, achievement), {
      action: `achievement.${answer}`,
      subject: achievement,
      data: {
        inventor: row.name,
        share,
        team: row.teamHash,
        ...(words !== null && { reason: words }),
      },
      at: now,
      by: { institution, person: systemPerson, name: row.name },
    })
    await putOut(tx, {
      institution,
      fact: `disclosure.${answer}`,
      body: { id: achievement, seq: one.seq, number, title, author: disclosedBy, by: null },
    })
    const answered = { ...row, answer, words, answeredAt: now }
    const name = (await profileOf(tx, institution)).name
    return accept(shown({ row: answered, one, state: 'answered' }, name, now))
  })
}

async function behind(tx: Tx, institution: string, token: string, now: Date) {
  const row = await tx
    .selectFrom('inventorConfirmation')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('tokenHash', '=', tokenHash(token))
    .executeTakeFirst()
  if (!row) return undefined
  const one = await achievementOf(tx, institution, row.achievementId)
  if (!one) return undefined
  const state = one.intake === 'merged' ? 'replaced' : linkState(row, one.inventors, now)
  return { row, one, state }
}

type Behind = NonNullable<Awaited<ReturnType<typeof behind>>>

/**
 * An unpublished invention is not told to whoever holds a link: its name and its team only, and neither
 * once the link's time is over. Shares of another day nobody is to agree to, nor to find agreed to.
 */
function shown(
  { row, one, state }: Omit<Behind, 'state'> & { state: LinkState },
  institution: string,
  now: Date,
): ConfirmationWire {
  const isOver = state === 'replaced' || row.expiresAt <= now
  const isTheSame = row.teamHash === teamHash(one.inventors)
  return {
    state,
    institution,
    number: isOver ? '' : one.number,
    title: isOver ? '' : one.title,
    name: row.name,
    place: row.place,
    team: isOver || !isTheSame ? [] : one.inventors.map(({ name, share }) => ({ name, share })),
    askedOn: dayInChina(row.askedAt),
    expiresOn: dayInChina(row.expiresAt),
    answer: row.answer,
    answeredOn: row.answeredAt && dayInChina(row.answeredAt),
  }
}
