import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { folded } from '../../platform/grams.ts'
import { newId } from '../../platform/ids.ts'
import { putOut } from '../../platform/outbox.ts'
import { isTyped } from '../../platform/pinyin.ts'
import type { Searchable } from '../../platform/search.ts'
import type { TalkedOf } from '../../platform/talked-of.ts'
import { handlersOf } from '../cases/index.ts'
import { accountsOf, type CommentRow, commentOf, nameOf, type Subject } from './comment.queries.ts'
import type { CommentRefusals } from './comment.refusals.ts'
import {
  type Attached,
  type Audience,
  audienceOf,
  holdsPersonalNumber,
  isFresh,
  type Mention,
} from './comment.ts'
import { pages } from './sources.ts'

type Answer<Value> = Outcome<Value, CommentRefusals>

/** Whose records are commented on, and who reads them. */
export type Commentable = ReadonlyMap<
  string,
  Pick<Searchable, 'access' | 'readersOf'> & Pick<Partial<TalkedOf>, 'called'>
>

/** Who may read what is said of a record, what it is called, and where it is shown. */
export interface Subjected extends Audience {
  readonly name: string
  readonly path: string
}

/** A comment, and whom it speaks to. */
export interface Said {
  readonly body: string
  readonly mentions: readonly string[]
  readonly files?: readonly Attached[]
}

/** What is told when somebody is spoken to. */
export interface Mentioned {
  readonly comment: string
  readonly kind: string
  readonly id: string
  readonly name: string
  /** The page that shows it; what was told before pages were named has none. */
  readonly path?: string
  readonly by: { readonly person: string; readonly name: string }
  readonly who: readonly string[]
}

/** Who reads what is said of a record; refused for whoever does not. */
export async function readersFor(
  tx: Tx,
  commentable: Commentable,
  caller: Caller,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
): Promise<Answer<Subjected>> {
  const subject = commentable.get(kind)
  const called = subject && (await calledOf(tx, subject, { ...caller, kind, id }))
  if (!called) return refuse('no-such-record', {})
  const closed = kind === 'case' ? await handlersOf(tx, caller.institution, id) : undefined
  const whole = (await subject.readersOf?.(tx, caller.institution, [id]))?.get(id)
  const audience = audienceOf(subject.access, closed, whole)
  if (!audience.mayRead(caller)) return refuse('no-such-record', {})
  const name = [called.label, called.title].filter(Boolean).join(' ')
  return accept({ ...audience, name, path: called.path })
}

/** What a record is called: by its own module, or as whoever looks for it finds it. */
async function calledOf(
  tx: Tx,
  { called }: Pick<Partial<TalkedOf>, 'called'>,
  { institution, kind, id }: Subject,
) {
  if (called) return called(tx, institution, id)
  const found = await nameOf(tx, { institution, kind, id })
  return found && { ...found, path: `${pages[kind] ?? `/${kind}s`}/${id}` }
}

/** The colleagues who may be spoken to, by a part of their name or its sound. */
export async function peopleFor(
  tx: Tx,
  { mayRead }: Audience,
  institution: string,
  sought: string,
): Promise<readonly Mention[]> {
  const typed = folded(sought).replaceAll(' ', '')
  const accounts = await accountsOf(tx, institution)
  return accounts
    .filter(mayRead)
    .filter(({ name }) => typed === '' || folded(name).includes(typed) || isTyped(name, typed))
    .slice(0, 10)
    .map(({ person, name }) => ({ person, name }))
}

/** Says something of a record, and tells those whom it speaks to. */
export async function say(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { kind, id: recordId }: Pick<Subject, 'kind' | 'id'>,
  audience: Subjected,
  said: Said,
): Promise<Answer<{ id: string }>> {
  const { files = [] } = said
  const telling = files.find(({ name }) => holdsPersonalNumber(name))
  if (telling) return refuse('personal-number', { field: 'files' })
  const mentions = await mentioned(tx, by.institution, audience, said)
  if (mentions.kind === 'refused') return mentions
  const hashes = files.map(({ sha256 }) => sha256)
  const there = await storedFiles(tx, by.institution, hashes)
  const lost = files.find((file) => !there.some(({ sha256 }) => sha256 === file.sha256))
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is said.
  const id = newId()
  await tx
    .insertInto('comment')
    .values({
      institutionId: by.institution,
      id,
      kind,
      recordId,
      caseId: kind === 'case' ? recordId : null,
      personId: by.person,
      personName: by.name,
      body: said.body,
      mentions: JSON.stringify(mentions.value),
      files: JSON.stringify(files),
      earlier: '[]',
      madeAt: clock.now(),
    })
    .execute()
  const { name, path } = audience
  await tell(tx, by, { id, kind, recordId, name, path }, mentions.value, [])
  return accept({ id })
}

/** Rewords a comment shortly after it was written; what it said before stays readable. */
export async function reword(
  tx: Tx,
  clock: Clock,
  by: Caller,
  before: CommentRow,
  audience: Subjected,
  said: Said,
): Promise<Answer<{ id: string }>> {
  const now = clock.now()
  if (before.personId !== by.person) return refuse('not-yours', {})
  if (before.struckAt !== null) return refuse('struck-already', {})
  if (!isFresh(before.madeAt, now)) return refuse('too-late-to-reword', {})
  const mentions = await mentioned(tx, by.institution, audience, said)
  if (mentions.kind === 'refused') return mentions

  // From here on it is reworded.
  const at = (before.editedAt ?? before.madeAt).toISOString()
  const earlier = [...before.earlier, { body: before.body, at }]
  await tx
    .updateTable('comment')
    .set({
      body: said.body,
      mentions: JSON.stringify(mentions.value),
      earlier: JSON.stringify(earlier),
      editedAt: now,
    })
    .where('institutionId', '=', by.institution)
    .where('id', '=', before.id)
    .execute()
  const { name, path } = audience
  await tell(tx, by, { ...before, name, path }, mentions.value, before.mentions)
  return accept({ id: before.id })
}

/** Strikes a comment out: it stays readable, with who struck it. */
export async function strike(
  tx: Tx,
  clock: Clock,
  by: Caller,
  before: CommentRow,
): Promise<Answer<{ id: string }>> {
  if (before.personId !== by.person && !by.roles.includes('admin')) return refuse('not-yours', {})
  if (before.struckAt !== null) return refuse('struck-already', {})

  // From here on it is struck.
  await tx
    .updateTable('comment')
    .set({ struckAt: clock.now(), struckName: by.name })
    .where('institutionId', '=', by.institution)
    .where('id', '=', before.id)
    .execute()
  return accept({ id: before.id })
}

/** One comment and the readers of its record; refused for whoever is none of them. */
export async function commentFor(
  tx: Tx,
  commentable: Commentable,
  caller: Caller,
  id: string,
): Promise<Answer<{ row: CommentRow; audience: Subjected }>> {
  const row = await commentOf(tx, caller.institution, id)
  if (!row) return refuse('no-such-comment', {})
  const of = { kind: row.kind, id: row.recordId }
  const audience = await readersFor(tx, commentable, caller, of)
  return audience.kind === 'refused' ? audience : accept({ row, audience: audience.value })
}

async function mentioned(
  tx: Tx,
  institution: string,
  { mayRead }: Audience,
  { body, mentions }: Said,
): Promise<Answer<readonly Mention[]>> {
  if (holdsPersonalNumber(body)) return refuse('personal-number', { field: 'body' })
  if (mentions.length === 0) return accept([])
  const accounts = await accountsOf(tx, institution)
  const found: Mention[] = []
  for (const person of new Set(mentions)) {
    const account = accounts.find((one) => one.person === person)
    if (!account || !mayRead(account)) {
      return refuse('cannot-see', { name: account?.name ?? person })
    }
    found.push({ person, name: account.name })
  }
  return accept(found)
}

/** Tells those who were not spoken to before; nobody is told of what they said themselves. */
async function tell(
  tx: Tx,
  by: Caller,
  of: Pick<CommentRow, 'id' | 'kind' | 'recordId'> & Pick<Subjected, 'name' | 'path'>,
  mentions: readonly Mention[],
  before: readonly Mention[],
): Promise<void> {
  const known = new Set([by.person, ...before.map(({ person }) => person)])
  const who = mentions.map(({ person }) => person).filter((person) => !known.has(person))
  if (who.length === 0) return
  const body: Mentioned = {
    comment: of.id,
    kind: of.kind,
    id: of.recordId,
    name: of.name,
    path: of.path,
    by: { person: by.person, name: by.name },
    who,
  }
  await putOut(tx, { institution: by.institution, fact: 'comment.mentioned', body: { ...body } })
}
