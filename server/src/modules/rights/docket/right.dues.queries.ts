import { addMonths, type Day, day, type Words } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { DueKind, DueSource, RegisteredDue } from '../../../platform/dues.ts'
import { docketReaders } from './docket.access.ts'
import { termEnd } from './docket.ts'
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
  access: docketReaders,
  tellsOwn: true,
  async duesUpTo(tx, institution, until, record, today) {
    const [fees, clocks, own] = await Promise.all([
      feeDues(tx, institution, { until, record, today }),
      clockDues(tx, institution, until, record),
      ownDues(tx, institution, until, record),
    ])
    return [...fees, ...clocks, ...own]
  },
}

const common = { article: null, act: null }

interface Asked {
  readonly until: Day
  readonly record: string | undefined
  readonly today: Day
}

type UnpaidFee = Awaited<ReturnType<typeof feesUpTo>>[number]

async function feeDues(tx: Tx, institution: string, asked: Asked) {
  const rows = await feesUpTo(tx, institution, asked)
  return rows
    .flatMap((row) => daysOf(row, asked.today).map((due) => dueOf(row, due)))
    .filter((due) => due.day <= asked.until)
}

/** A day on which something of a fee is to be done. */
interface FeeDay {
  readonly key: string
  readonly day: string
  readonly title: Words
  readonly isCounted?: true
}

/**
 * The days of an unpaid fee: to pay in time; once that is past, also the end of the months of grace, and
 * a month before it, so that somebody above hears of it while the right can still be kept. Once these are
 * over too, the loss alone. (The month is our choice; no rule asks for it.)
 */
function daysOf({ year, payableUntil, graceUntil }: UnpaidFee, today: Day): readonly FeeDay[] {
  const inTime = {
    key: `${year}`,
    day: payableUntil,
    title: { zh: `第 ${year} 年度年费`, en: `Annual fee of year ${year}` },
    isCounted: true as const,
  }
  if (payableUntil >= today || graceUntil === null) return [inTime]
  const grace = {
    key: `${year}/grace`,
    day: graceUntil,
    title: {
      zh: `第 ${year} 年度年费滞纳期届满，仍未缴则权利终止`,
      en: `End of grace for the fee of year ${year}: unpaid, the right ends`,
    },
  }
  if (graceUntil < today) return [grace]
  const warning = {
    key: `${year}/last-month`,
    day: addMonths(day(graceUntil), -1),
    title: {
      zh: `第 ${year} 年度年费滞纳期只剩一个月，须定缴费或放弃`,
      en: `One month of grace left for year ${year}: pay, or decide to let go`,
    },
  }
  return [inTime, warning, grace]
}

function dueOf({ id, number, title, counted }: UnpaidFee, due: FeeDay): RegisteredDue {
  return {
    ...common,
    key: `right/${id}/fee/${due.key}`,
    kind: 'deadline',
    day: day(due.day),
    title: due.title,
    record: { kind: 'right', id, number, title },
    counted: due.isCounted ? counted : null,
    roles,
  }
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
      kind: key === termEnd ? 'term' : kinds[type],
      day: day(endsOn),
      title: clockTitle,
      record: { kind: 'right', id, number, title },
      counted,
      roles: type === 'notice' && key !== termEnd ? [] : roles,
    }),
  )
}

/** Deadlines that people set: whoever is to meet one is reminded, too. */
async function ownDues(tx: Tx, institution: string, until: Day, record: string | undefined) {
  let query = tx
    .selectFrom('rightDeadline')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightDeadline.institutionId')
        .onRef('ipRight.id', '=', 'rightDeadline.rightId'),
    )
    .select(['ipRight.id', 'ipRight.number', 'ipRight.title', 'rightDeadline.id as deadline'])
    .select(['rightDeadline.title as what', 'rightDeadline.dueOn', 'rightDeadline.personId'])
    .select('rightDeadline.personName')
    .where('rightDeadline.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('rightDeadline.state', '=', 'open')
    .where('rightDeadline.dueOn', '<=', until)
    .orderBy('rightDeadline.dueOn')
    .orderBy('rightDeadline.id')
  if (record !== undefined) query = query.where('ipRight.id', '=', record)
  const rows = await query.execute()
  return rows.map(
    ({ id, number, title, deadline, what, dueOn, personId, personName }): RegisteredDue => ({
      ...common,
      // One that was put off is reminded of anew.
      key: `right/${id}/own/${deadline}/${dueOn}`,
      kind: 'deadline',
      day: day(dueOn),
      title: { zh: `${what}（${personName}）`, en: `${what} (${personName})` },
      record: { kind: 'right', id, number, title },
      counted: null,
      roles,
      ...(personId !== null && { ownTo: personId }),
    }),
  )
}
