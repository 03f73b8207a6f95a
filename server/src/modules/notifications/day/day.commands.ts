import { addDays, type Words } from '@yizhuan/kit'
import { roles } from '../../../platform/access.ts'
import { colleaguesOf } from '../../../platform/account.ts'
import { startOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { addJobs } from '../../../platform/jobs.ts'
import type { Context } from '../../../platform/module.ts'
import {
  type DueLine,
  duesFor,
  latenessToPass,
  lateRuleOf,
  listeners,
  notePassed,
  type ToPass,
} from '../../calendar/index.ts'
import { workCalendar } from '../../policies/index.ts'
import { daysAhead } from '../mail/letter.ts'
import { setDigest } from '../mail/mail.commands.ts'
import { reachesOf } from '../reach.queries.ts'
import { usualReach } from '../reach.ts'
import { tellPeople } from '../tell.commands.ts'
import { tellWebhooks } from '../webhooks/webhook.commands.ts'

/** The task that an institution's day begins with. */
export const dayTask = 'notifications/day'

/** Sets the daily task of an institution. */
export async function setDay(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: dayTask, payload: {}, at, key: dayTask }])
}

/**
 * Begins a day: sets the next one, passes on what is late, and sets when digests are written. Days on
 * which nothing ran are not made up for: what is late today is passed on today.
 */
export async function beginDay(tx: Tx, context: Context, institution: string): Promise<void> {
  const today = context.clock.today()
  await setDay(tx, institution, startOf(addDays(today, 1)))
  const colleagues = await colleaguesOf(tx, context.clock, institution)
  const until = addDays(today, daysAhead)
  // The service itself looks: it tells each only what their role is to know.
  const lines = await duesFor(tx, { institution, roles: [...roles] }, { today, until })
  await passLateness(tx, context, institution, lines, colleagues)
  const chosen = await reachesOf(tx, institution)
  for (const { person } of colleagues) {
    const { digestHour } = chosen.get(person) ?? usualReach
    await setDigest(tx, context, { institution, person }, digestHour)
  }
  await tellDigest(tx, context, institution, lines)
}

async function passLateness(
  tx: Tx,
  context: Context,
  institution: string,
  lines: readonly DueLine[],
  colleagues: Awaited<ReturnType<typeof colleaguesOf>>,
): Promise<void> {
  const today = context.clock.today()
  const rule = await lateRuleOf(tx, institution)
  for (const late of latenessToPass(lines, rule, workCalendar(), today)) {
    if (await notePassed(tx, institution, late, today)) {
      const hear: readonly string[] = listeners[late.level]
      const who = colleagues
        .filter(({ roles: held }) => held.some((role) => hear.includes(role)))
        .map(({ person }) => person)
      const { kind, id } = late.line.record
      const where = { institution, caseId: kind === 'case' ? id : null }
      await tellPeople(tx, context, where, [{ about: aboutLate(late), who }])
    }
  }
}

function aboutLate({ line, level, workdays, calendarMissing }: ToPass) {
  const { title, day, act, key, record } = line
  const { kind, id, number } = record
  const told = { kind: 'late' as const, title, due: day, act, level, workdays, calendarMissing }
  if (kind === 'case') return { ...told, norm: key.split('/').at(-1) ?? '' }
  const name = [number, record.title].filter(Boolean).join(' ')
  return { ...told, norm: key, record: { path: `/${kind}s/${id}`, name } }
}

/** Each working day the groups of the house are told how much is due, and where it stands. */
async function tellDigest(
  tx: Tx,
  context: Context,
  institution: string,
  lines: readonly DueLine[],
): Promise<void> {
  if (workCalendar().isRestDay(context.clock.today())) return
  const count = (wanted: DueLine['status']) =>
    lines.filter(({ status, kind }) => status === wanted && kind !== 'term').length
  const [late, today, soon] = [count('overdue'), count('today'), count('soon')]
  if (late + today + soon === 0) return
  const text: Words = {
    zh: `今日期限：逾期 ${late} 项，今天 ${today} 项，${daysAhead} 天内 ${soon} 项`,
    en: `Due: ${late} overdue, ${today} today, ${soon} within ${daysAhead} days`,
  }
  const nowhere = { caseId: null, caseNumber: null, caseTitle: null, path: '/calendar' }
  await tellWebhooks(
    tx,
    context,
    institution,
    'digest',
    { ...nowhere, text },
    context.clock.today(),
  )
}
