import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Selectable } from 'kysely'
import type { Role } from '../../platform/access.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Tables } from '../../platform/tables.ts'
import './view.table.ts'
import type { ViewRefusals } from './view.refusals.ts'

type Answer<Value> = Outcome<Value, ViewRefusals>

/** Those whose views all of the institution may use. */
const sharers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'admin']

export function mayShare({ roles }: Pick<Caller, 'roles'>): boolean {
  return roles.some((role) => sharers.includes(role as Role))
}

/** Filters, order and columns of a list, and for whom. */
export interface View {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly isShared: boolean
}

/** A view as a list offers it. */
export interface KeptView extends View {
  readonly id: string
  readonly personId: string
  readonly personName: string
  /** Its own id where the list opens with it. */
  readonly viewId: string | null
}

/** The views of a list that somebody may use: their own, and those that are shared. */
export function viewsOf(
  tx: Tx,
  { institution, person }: Caller,
  list: string,
): Promise<KeptView[]> {
  return tx
    .selectFrom('savedView')
    .leftJoin('defaultView', (join) =>
      join
        .onRef('defaultView.institutionId', '=', 'savedView.institutionId')
        .onRef('defaultView.viewId', '=', 'savedView.id')
        .on('defaultView.personId', '=', person),
    )
    .select(['id', 'name', 'params', 'isShared', 'savedView.personId', 'personName', 'viewId'])
    .where('savedView.institutionId', '=', institution)
    .where('savedView.list', '=', list)
    .where('deletedAt', 'is', null)
    .where((where) =>
      where.or([where('isShared', '=', true), where('savedView.personId', '=', person)]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Keeps a view under a name. */
export async function saveView(
  tx: Tx,
  clock: Clock,
  by: Caller,
  list: string,
  view: View,
): Promise<Answer<{ id: string }>> {
  if (view.isShared && !mayShare(by)) return refuse('may-not-share', {})
  const { institution, person } = by
  if (await isTaken(tx, { institution, person, list, name: view.name })) {
    return refuse('name-taken', { name: view.name })
  }

  // From here on it is kept.
  const id = newId()
  const whose = { institutionId: institution, personId: person, personName: by.name }
  await tx
    .insertInto('savedView')
    .values({
      ...whose,
      id,
      list,
      ...view,
      params: JSON.stringify(view.params),
      savedAt: clock.now(),
      deletedAt: null,
    })
    .execute()
  return accept({ id })
}

/** Renames a view, fills it anew, or shares it; what is not given stays. */
export async function changeView(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: { readonly [Part in keyof View]?: View[Part] | undefined },
): Promise<Answer<{ id: string }>> {
  const before = await viewFor(tx, by, id)
  if (before.kind === 'refused') return before
  if (given.isShared && !mayShare(by)) return refuse('may-not-share', {})
  const { list, personId: person } = before.value
  const { name, params, isShared } = { ...before.value, ...definedOf(given) }
  const isRenamed = name !== before.value.name
  if (isRenamed && (await isTaken(tx, { institution: by.institution, person, list, name }))) {
    return refuse('name-taken', { name })
  }

  // From here on it is changed.
  await tx
    .updateTable('savedView')
    .set({ name, params: JSON.stringify(params), isShared, savedAt: clock.now() })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
  return accept({ id })
}

/** Takes a view away, or brings it back: its place and whose default it was stay for that. */
export async function setDeleted(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  isDeleted: boolean,
): Promise<Answer<{ id: string }>> {
  const before = await viewFor(tx, by, id, !isDeleted)
  if (before.kind === 'refused') return before
  const { list, personId: person, name } = before.value
  if (!isDeleted && (await isTaken(tx, { institution: by.institution, person, list, name }))) {
    return refuse('name-taken', { name })
  }

  // From here on it is gone, or there again.
  await tx
    .updateTable('savedView')
    .set({ deletedAt: isDeleted ? clock.now() : null })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
  return accept({ id })
}

/** Makes a view the one a list opens with for somebody; none where it is null. */
export async function chooseDefault(
  tx: Tx,
  by: Caller,
  list: string,
  view: string | null,
): Promise<Answer<{ id: string }>> {
  const { institution, person } = by
  if (view !== null && !(await viewsOf(tx, by, list)).some(({ id }) => id === view)) {
    return refuse('no-such-view', {})
  }

  // From here on it is chosen.
  await tx
    .deleteFrom('defaultView')
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('list', '=', list)
    .execute()
  if (view === null) return accept({ id: '' })
  const row = { institutionId: institution, personId: person, list, viewId: view }
  await tx.insertInto('defaultView').values(row).execute()
  return accept({ id: view })
}

/** A view that somebody may change. */
async function viewFor(
  tx: Tx,
  { institution, person, roles }: Caller,
  id: string,
  gone = false,
): Promise<Answer<Selectable<Tables['savedView']>>> {
  const view = await tx
    .selectFrom('savedView')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .where('deletedAt', gone ? 'is not' : 'is', null)
    .executeTakeFirst()
  const isMine = view?.personId === person
  if (!view || !(isMine || view.isShared)) return refuse('no-such-view', {})
  if (!isMine && !roles.includes('admin')) return refuse('not-your-view', {})
  return accept(view)
}

async function isTaken(
  tx: Tx,
  of: { institution: string; person: string; list: string; name: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('savedView')
    .select('id')
    .where('institutionId', '=', of.institution)
    .where('list', '=', of.list)
    .where('personId', '=', of.person)
    .where('name', '=', of.name)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

function definedOf<Given extends object>(given: Given) {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Part in keyof Given]?: NonNullable<Given[Part]> }
}
