import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { accept, type Outcome, refuse, timeInChina } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { keepFile, storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { giveRoomBack, takeRoom } from '../../platform/quota.ts'
import {
  type Commentable,
  commentFor,
  maskedNumbers,
  readersFor,
  say,
  strike,
} from '../comments/index.ts'
import { holdLetter, type LetterRow, letterNamed } from './letter.queries.ts'
import type { LetterRefusals } from './letter.refusals.ts'
import type { FileRef } from './letter.table.ts'
import { coverOf, type Letter, mostEnclosed, readLetter } from './letter.ts'
import type { BroughtWire, filedWith } from './letter.wire.ts'

type Done = Promise<Outcome<{ id: string }, LetterRefusals>>

/** A record that mail is filed with. */
export interface To {
  readonly kind: (typeof filedWith)[number]
  readonly id: string
}

type Brought = BroughtWire['items'][number]

/**
 * Reads a message that was stored, keeps what came with it as files, and lets it wait. The same message is brought
 * once, whoever brings it again.
 */
export async function bringLetter(
  context: Context,
  caller: Caller,
  { sha256, name }: { readonly sha256: string; readonly name: string },
): Promise<Brought> {
  const { db, files, clock } = context
  const told = (outcome: Brought['outcome'], id: string | null = null) => ({ name, outcome, id })
  const [stored] = await asReader(db, caller, (tx) => storedFiles(tx, caller.institution, [sha256]))
  const content = stored && (await files.read(sha256))
  if (!stored || !content) return told('notStored')
  const letter = await readLetter(await buffer(content), sha256)
  if (!letter) return told('notMail')
  if (letter.attachments.length > mostEnclosed) return told('tooMany')
  const known = await asReader(db, caller, (tx) => letterNamed(tx, caller, letter.messageId))
  if (known) return told('known', known.id)

  const message = { sha256, name: maskedNumbers(name), size: stored.size }
  const kept = await keepEnclosed(context, caller, letter)
  const id = await asCaller(db, caller, async (tx) => {
    for (const { type, ...file } of kept) await keepFile(tx, caller, { ...file, type })
    return writeLetter(tx, clock, caller, letter, message, kept)
  })
  if (id === undefined) return told('known')
  return told('waiting', id)
}

/** Stores what came with a message, within what its bringer may store. */
async function keepEnclosed(context: Context, caller: Caller, { attachments }: Letter) {
  const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0)
  if (bytes > 0) await takeRoom(context, caller, bytes)
  const kept: (FileRef & { readonly type: string })[] = []
  try {
    for (const { name, type, content } of attachments) {
      const { sha256, size } = await context.files.put(Readable.from([Buffer.from(content)]))
      if (!kept.some((one) => one.sha256 === sha256)) kept.push({ sha256, size, name, type })
    }
  } catch (error) {
    await giveRoomBack(context, caller, bytes)
    throw error
  }
  return kept
}

/** @returns its id, or none where the message is here already. */
async function writeLetter(
  tx: Tx,
  clock: Clock,
  by: Caller,
  letter: Letter,
  message: FileRef,
  kept: readonly (FileRef & { readonly type: string })[],
): Promise<string | undefined> {
  const id = newId()
  const at = clock.now()
  const files = kept.map(({ sha256, name, size }) => ({ sha256, name, size }))
  const written = await tx
    .insertInto('letter')
    .values({
      ...{ institutionId: by.institution, id, messageId: letter.messageId, ...message },
      ...{ fromWords: letter.from, toWords: letter.to, sentAt: letter.sentAt },
      ...{ subject: letter.subject, body: letter.text, files: JSON.stringify(files) },
      ...{ broughtAt: at, broughtBy: by.person, broughtName: by.name, state: 'waiting' },
    })
    .onConflict((on) => on.columns(['institutionId', 'messageId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return undefined
  await recordChange(
    tx,
    `letter/${id}`,
    {
      action: 'letter.brought',
      subject: id,
      data: { message: message.sha256, files: files.map(({ sha256 }) => sha256) },
      at,
      by,
    },
    { fresh: true },
  )
  return id
}

/** Files a message with a record: what it says stands among what is said of the record, with its files. */
export async function fileLetter(
  tx: Tx,
  clock: Clock,
  by: Caller,
  commentable: Commentable,
  id: string,
  to: To,
): Done {
  const letter = await holdLetter(tx, by, id)
  if (!letter) return refuse('no-such-letter', {})
  if (letter.state !== 'waiting') return refuse('letter-settled', {})
  const audience = await readersFor(tx, commentable, by, to)
  if (audience.kind === 'refused') return refuse('no-such-record', {})
  const { sha256, name, size, fromWords: from, toWords, subject, body: text } = letter
  const sent = letter.sentAt ? timeInChina(letter.sentAt) : '—'
  const said = {
    body: coverOf({ from, to: toWords, subject, text }, sent),
    mentions: [],
    files: [{ sha256, name, size }, ...letter.files],
  }
  const commented = await say(tx, clock, by, to, audience.value, said)
  if (commented.kind === 'refused') {
    if (commented.refusal.code === 'file-not-stored') {
      return refuse('file-not-stored', commented.refusal.facts)
    }
    throw new TypeError(`The cover of a message was refused: ${commented.refusal.code}.`)
  }

  // From here on it is filed.
  await settle(tx, clock, by, letter, {
    ...{ state: 'filed', recordKind: to.kind, recordId: to.id, reason: null },
    commentId: commented.value.id,
  })
  return accept({ id })
}

/** Says that a message is filed with no record, and why; or that a disclosure was begun with it. */
export async function setAside(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  told: { readonly state: 'aside' | 'drafted'; readonly reason: string | null },
): Done {
  const letter = await holdLetter(tx, by, id)
  if (!letter) return refuse('no-such-letter', {})
  if (letter.state !== 'waiting') return refuse('letter-settled', {})
  await settle(tx, clock, by, letter, {
    ...told,
    ...{ recordKind: null, recordId: null, commentId: null },
  })
  return accept({ id })
}

/** Takes back what was done with a message: it waits again, and what was said of the record is struck. */
export async function takeBack(
  tx: Tx,
  clock: Clock,
  by: Caller,
  commentable: Commentable,
  id: string,
  reason: string,
): Done {
  const letter = await holdLetter(tx, by, id)
  if (!letter) return refuse('no-such-letter', {})
  if (letter.state === 'waiting') return refuse('not-filed', {})
  if (!mayTakeBack(letter, by)) return refuse('not-yours', {})
  if (letter.commentId !== null) {
    const found = await commentFor(tx, commentable, by, letter.commentId)
    if (found.kind === 'refused') return refuse('no-such-letter', {})
    if (found.value.row.struckAt === null) {
      const struck = await strike(tx, clock, by, found.value.row)
      if (struck.kind === 'refused') return refuse('not-yours', {})
    }
  }
  await settle(tx, clock, by, letter, {
    ...{ state: 'waiting', recordKind: null, recordId: null, commentId: null, reason },
  })
  return accept({ id })
}

/** Whoever dealt with it, and the administrator. */
export function mayTakeBack({ settledBy }: LetterRow, by: Caller): boolean {
  return settledBy === by.person || by.roles.includes('admin')
}

async function settle(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { id, state: before }: LetterRow,
  to: Pick<LetterRow, 'state' | 'recordKind' | 'recordId' | 'commentId' | 'reason'>,
): Promise<void> {
  const at = clock.now()
  const { state, recordKind, recordId, reason } = to
  const isSettled = state !== 'waiting'
  await tx
    .updateTable('letter')
    .set({
      ...to,
      settledAt: isSettled ? at : null,
      settledBy: isSettled ? by.person : null,
      settledName: isSettled ? by.name : null,
      reason: isSettled ? reason : null,
    })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
  await recordChange(tx, `letter/${id}`, {
    action: isSettled ? `letter.${state}` : 'letter.takenBack',
    subject: id,
    data: { from: before, to: state, recordKind, recordId, reason },
    at,
    by,
  })
}
