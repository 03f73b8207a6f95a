import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import { personOf, postsOf, unitOf } from './person.queries.ts'
import { personRegister } from './person.table.ts'
import type { Post, PostKind } from './person.ts'

/** Why a post is not written. */
export interface PostRefusals {
  'no-such-person': Record<string, never>
  'no-such-post': Record<string, never>
  'no-such-unit': Record<string, never>
  'ends-before-it-begins': Record<string, never>
  'chief-of-a-department': { readonly unit: string }
  'post-held-already': { readonly title: string; readonly from: string }
  'post-ended': { readonly to: string }
}

/** A post to be entered. */
export interface NewPost {
  readonly title: string
  readonly kind: PostKind
  readonly unitId: string | null
  readonly forTransfer?: boolean
  readonly from: string
  readonly to: string | null
}

/**
 * Enters a post. Head of a department is a middle post: a chief heads the institution or one of its
 * legal-person units (gd-2025#a21.p1).
 */
export async function enterPost(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  given: NewPost,
): Promise<Outcome<{ id: string }, PostRefusals>> {
  const { unitId, title, kind, forTransfer = false, from, to } = given
  if (!(await personOf(tx, by.institution, person))) return refuse('no-such-person', {})
  if (to !== null && to <= from) return refuse('ends-before-it-begins', {})
  const unit = unitId === null ? null : await unitOf(tx, by.institution, unitId)
  if (unit === undefined) return refuse('no-such-unit', {})
  if (kind === 'chief' && unit?.kind === 'department') {
    return refuse('chief-of-a-department', { unit: unit.name })
  }
  await lockChain(tx, { institution: by.institution, name: chainOf(personRegister, person) })
  const same = (await held(tx, by.institution, person)).find(
    (post) => post.title === title && (post.unit?.id ?? null) === unitId && overlaps(post, given),
  )
  if (same) return refuse('post-held-already', { title, from: same.from })

  // From here on the post is entered.
  const id = newId()
  const row = {
    institutionId: by.institution,
    id,
    personId: person,
    unitId,
    title,
    kind,
    forTransfer,
  }
  await tx
    .insertInto('post')
    .values({ ...row, fromDay: from, toDay: to, annulledOn: null })
    .execute()
  await record(tx, clock, by, person, 'person.appointed', {
    post: id,
    title,
    kind,
    unit: unit?.name ?? null,
    ...(forTransfer && { forTransfer }),
    from,
    to,
  })
  return accept({ id })
}

/** Ends a post on a day, or annuls one that was entered in error. */
export async function endPost(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  id: string,
  to: string | null,
  reason: string,
): Promise<Outcome<{ id: string }, PostRefusals>> {
  if (!(await personOf(tx, by.institution, person))) return refuse('no-such-person', {})
  await lockChain(tx, { institution: by.institution, name: chainOf(personRegister, person) })
  const post = (await held(tx, by.institution, person)).find((one) => one.id === id)
  if (!post) return refuse('no-such-post', {})
  if (to !== null && to <= post.from) return refuse('ends-before-it-begins', {})
  // What an ended post said of a past day may be in the record of a case.
  const today = clock.today()
  if (to !== null && post.to !== null && post.to <= today) {
    return refuse('post-ended', { to: post.to })
  }

  // From here on the post is ended or annulled.
  await tx
    .updateTable('post')
    .set(to === null ? { annulledOn: today } : { toDay: to })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
  const { title } = post
  const action = to === null ? 'person.appointmentAnnulled' : 'person.appointmentEnded'
  await record(tx, clock, by, person, action, { post: id, title, to, reason })
  return accept({ id })
}

/** A post that an import ended, and until when it was held before that. */
export interface EndedPost {
  readonly id: string
  readonly to: string | null
}

/** Takes ends back that an import said by mistake: each post runs until the day it ran before. */
export async function reopenPosts(
  tx: Tx,
  clock: Clock,
  by: Author,
  ended: readonly EndedPost[],
  reason: string,
): Promise<void> {
  for (const { id: post, to } of ended) {
    const { title, personId } = await tx
      .updateTable('post')
      .set({ toDay: to })
      .where('institutionId', '=', by.institution)
      .where('id', '=', post)
      .returning(['title', 'personId'])
      .executeTakeFirstOrThrow()
    const data = { post, title, to, reason }
    await record(tx, clock, by, personId, 'person.appointmentReopened', data)
  }
}

const held = async (tx: Tx, institution: string, person: string): Promise<readonly Post[]> =>
  (await postsOf(tx, institution, [person])).get(person) ?? []

function overlaps(post: Post, given: NewPost): boolean {
  return (given.to === null || post.from < given.to) && (post.to === null || given.from < post.to)
}

async function record(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const change = { action, subject: person, data, at: clock.now(), by }
  await recordChange(tx, chainOf(personRegister, person), change)
}
