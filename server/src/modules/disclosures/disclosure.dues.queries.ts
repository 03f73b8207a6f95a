import {
  addMonths,
  addWorkdays,
  type Calendar,
  type Day,
  dayInChina,
  missingYears,
  type Words,
} from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { office, wholeReaders } from '../achievements/index.ts'
import { disclosureLists, workCalendar } from '../policies/index.ts'
import './confirmation.table.ts'
import { teamHash } from './confirmation.ts'
import { evaluationsOf } from './evaluation.commands.ts'
import { isLeftUnfiled } from './evaluation.ts'
import { filingsOf } from './filing.queries.ts'
import { mergedUnder } from './merged.queries.ts'
import { type NoveltyClock, noveltyClocks } from './novelty.ts'

/** What falls due on the line of the register, which everybody sees: the answer of the office. */
export const disclosureDues: DueSource = {
  name: 'disclosures',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    const dues = await answers(tx, institution, record)
    return dues.filter(({ day }) => day <= until)
  },
}

/**
 * What falls due on what was told: confirmations that lapse, and the last day on which a patent can be filed
 * as new. The first names inventors, the second says when it becomes public: both are for those who read
 * disclosures whole, and for whoever disclosed it.
 */
export const toldDues: DueSource = {
  name: 'disclosures-told',
  access: wholeReaders,
  tellsOwn: true,
  async duesUpTo(tx, institution, until, record) {
    const lists = await Promise.all([
      confirmations(tx, institution, record),
      novelty(tx, institution, record),
    ])
    return lists.flat().filter(({ day }) => day <= until)
  },
}

interface Line {
  readonly id: string
  readonly number: string
  readonly title: string
  /** Whoever disclosed it, where what falls due stands in what they told. */
  readonly disclosedBy?: string | null
}

function due(line: Line, key: string, day: Day, title: Words): RegisteredDue {
  const { id, number, title: name, disclosedBy } = line
  return {
    key: `achievement/${id}/${key}`,
    kind: 'deadline',
    day,
    title,
    record: { kind: 'achievement', id, number, title: name },
    article: null,
    counted: null,
    act: null,
    roles: office,
    ...(disclosedBy && { ownTo: disclosedBy }),
  }
}

async function answers(tx: Tx, institution: string, record: string | undefined) {
  let query = tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title', 'intakeOn'])
    .where('institutionId', '=', institution)
    .where('intake', '=', 'submitted')
  if (record !== undefined) query = query.where('id', '=', record)
  const { workdays } = disclosureLists().handling.answer
  const calendar = workCalendar()
  return (await query.execute()).map((line) => {
    const from = line.intakeOn as Day // A disclosure that was handed in has its day.
    const ends = addWorkdays(from, workdays, calendar)
    const calendarMissing = missingYears(from, ends, calendar)
    const title = {
      zh: '答复成果报备（系统默认时限）',
      en: 'Answer the disclosure (default of this platform)',
    }
    return {
      ...due(line, 'answer', ends, title),
      counted: {
        from,
        last: ends,
        ends,
        unit: 'workdays' as const,
        length: workdays,
        calendarMissing,
      },
    }
  })
}

/** Links that nobody has answered: on their last day somebody is to remind, or to ask anew. */
async function confirmations(tx: Tx, institution: string, record: string | undefined) {
  let query = tx
    .selectFrom('inventorConfirmation')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'inventorConfirmation.institutionId')
        .onRef('achievement.id', '=', 'inventorConfirmation.achievementId'),
    )
    .select([
      'achievement.id',
      'achievement.number',
      'achievement.title',
      'achievement.inventors',
      'achievement.disclosedBy',
      'inventorConfirmation.name',
      'teamHash',
      'expiresAt',
    ])
    .where('inventorConfirmation.institutionId', '=', institution)
    .where('revokedAt', 'is', null)
    .where('answer', 'is', null)
    .where('mergedInto', 'is', null)
    .orderBy('expiresAt')
  if (record !== undefined) query = query.where('achievement.id', '=', record)
  const open = (await query.execute()).filter((row) => row.teamHash === teamHash(row.inventors))
  const asked = new Map<string, typeof open>()
  for (const row of open) asked.set(row.id, [...(asked.get(row.id) ?? []), row])
  return [...asked.values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const names = rows.map(({ name }) => name)
    return due(first, 'confirmations', dayInChina(first.expiresAt), {
      zh: `完成人尚未确认份额：${names.join('、')}`,
      en: `Shares not confirmed yet: ${names.join(', ')}`,
    })
  })
}

/** The publications of the records that stand, with those that were told of their doubles. */
async function published(tx: Tx, institution: string, record: string | undefined) {
  const under = await mergedUnder(tx, institution, record === undefined ? undefined : [record])
  const doubles = under.filter(({ publications }) => publications.length > 0)
  let query = tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title', 'publications', 'disclosedOn', 'disclosedBy'])
    .where('institutionId', '=', institution)
    .where('mergedInto', 'is', null)
    .where((where) =>
      where.or([
        where('publicity', '=', 'yes'),
        where('id', '=', sql<string>`any(${doubles.map(({ keptId }) => keptId)}::uuid[])`),
      ]),
    )
  if (record !== undefined) query = query.where('id', '=', record)
  return (await query.execute()).map((line) => {
    const own = under.filter(({ keptId }) => keptId === line.id)
    const told = [line, ...own].flatMap(({ disclosedOn }) => disclosedOn ?? []).toSorted()
    return {
      line,
      ids: [line.id, ...own.map(({ id }) => id)],
      publications: [line, ...own].flatMap((one) => one.publications),
      toldOn: (told[0] ?? '') as Day,
    }
  })
}

async function novelty(tx: Tx, institution: string, record: string | undefined) {
  const records = await published(tx, institution, record)
  if (records.length === 0) return []
  const [filings, evaluations] = await Promise.all([
    filingsOf(
      tx,
      institution,
      records.flatMap(({ ids }) => ids),
    ),
    evaluationsOf(
      tx,
      institution,
      records.map(({ line }) => line.id),
    ),
  ])
  const lists = disclosureLists().novelty
  const calendar = workCalendar()
  return records.flatMap(({ line, ids, publications, toldOn }) => {
    // Once it is decided that nothing is filed, no day is left to file on.
    if (isLeftUnfiled(evaluations.filter((one) => one.achievementId === line.id))) return []
    const filed = filings.filter(({ achievement }) => ids.includes(achievement))
    // What was lost before it was told is nobody's to do.
    return noveltyClocks(publications, filed, lists, { calendar, today: toldOn })
      .filter(({ state }) => state === 'open')
      .map((clock) => {
        const { regime, lastDay } = clock
        const by = boundOf(clock)
        // Once it is filed at home, or by an international application, other countries are a choice.
        const isChoice = regime.office !== 'CN' && filed.some(({ office: at }) => homes.has(at))
        return {
          ...due(line, `novelty/${regime.code}`, lastDay, {
            zh: `${regime.label.zh}专利最迟申请日（${by.zh}）`,
            en: `Last day to file in ${regime.label.en} (${by.en})`,
          }),
          ...(isChoice && { kind: 'term' as const }),
          counted: countOf(clock, calendar),
        }
      })
  })
}

const homes: ReadonlySet<string> = new Set(['CN', 'WO'])

/** What ends on the last day to file. */
function boundOf({ isGrace, priority }: NoveltyClock): Words {
  if (priority) {
    return { zh: `${priority.of} 的优先权期止`, en: `the priority of ${priority.of} ends` }
  }
  return isGrace
    ? { zh: '宽限期止', en: 'grace ends' }
    : { zh: '公开之前', en: 'before it is public' }
}

function countOf(
  { regime, lastDay, isGrace, priority, publication }: NoveltyClock,
  calendar: Calendar,
) {
  if (!priority && !isGrace) return null
  const [from, length] = priority
    ? [priority.of, priority.months]
    : [publication.on as Day, regime.grace]
  const last = addMonths(from, length)
  const missing = regime.movesOverRestDays ? missingYears(last, lastDay, calendar) : []
  const period = { last, ends: lastDay, unit: 'months' as const, calendarMissing: missing }
  return { ...period, from, length }
}
