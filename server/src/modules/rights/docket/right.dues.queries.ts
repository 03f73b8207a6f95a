import { type Day, day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { DueKind, DueSource, RegisteredDue } from '../../../platform/dues.ts'
import { feesUpTo } from './fee.queries.ts'

const roles = ['tto_negotiator', 'tto_reviewer']

const kinds: Readonly<Record<'deadline' | 'opening' | 'notice', DueKind>> = {
  deadline: 'deadline',
  opening: 'term',
  notice: 'notice',
}

/** Annual fees that are to be paid, and the other clocks of rights. */
export const rightDues: DueSource = {
  name: 'rights',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    const [fees, clocks] = await Promise.all([
      feeDues(tx, institution, until, record),
      clockDues(tx, institution, until, record),
    ])
    return [...fees, ...clocks]
  },
}

const common = { article: null, act: null }

async function feeDues(tx: Tx, institution: string, until: Day, record: string | undefined) {
  const rows = await feesUpTo(tx, institution, until, record)
  return rows.map(
    ({ id, number, title, year, payableUntil, counted }): RegisteredDue => ({
      ...common,
      key: `right/${id}/fee/${year}`,
      kind: 'deadline',
      day: day(payableUntil),
      title: { zh: `第 ${year} 年度年费`, en: `Annual fee of year ${year}` },
      record: { kind: 'right', id, number, title },
      counted,
      roles,
    }),
  )
}

async function clockDues(tx: Tx, institution: string, until: Day, record: string | undefined) {
  let query = tx
    .selectFrom('rightClock')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightClock.institutionId')
        .onRef('ipRight.id', '=', 'rightClock.rightId'),
    )
    .select([
      'ipRight.id',
      'ipRight.number',
      'ipRight.title',
      'rightClock.key',
      'rightClock.type',
      'rightClock.endsOn',
      'rightClock.title as clockTitle',
      'rightClock.counted',
    ])
    .where('rightClock.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('rightClock.endsOn', '<=', until)
    .orderBy('rightClock.endsOn')
    .orderBy('rightClock.rightId')
  if (record !== undefined) query = query.where('ipRight.id', '=', record)
  const rows = await query.execute()
  return rows.map(
    ({ id, number, title, key, type, endsOn, clockTitle, counted }): RegisteredDue => ({
      ...common,
      key: `right/${id}/${key}`,
      kind: kinds[type],
      day: day(endsOn),
      title: clockTitle,
      record: { kind: 'right', id, number, title },
      counted,
      roles: type === 'notice' ? [] : roles,
    }),
  )
}
