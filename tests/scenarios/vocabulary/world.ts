// One server for all scenarios, listening on a port as it does elsewhere, with a clock that stands
// still until a scenario moves it.
import { join } from 'node:path'
import { type Calendar, calendarOf, type Day } from '@yizhuan/kit'
import { loadCalendars } from '@yizhuan/law-authoring'
import { turnTask } from '../../../server/src/modules/cases/case.timers.ts'
import { modules } from '../../../server/src/modules/index.ts'
import { differencesOf } from '../../../server/src/modules/reconciliation/index.ts'
import type { Role } from '../../../server/src/platform/access.ts'
import { createAccount } from '../../../server/src/platform/account.ts'
import { asSystem } from '../../../server/src/platform/database.ts'
import { headOf } from '../../../server/src/platform/evidence.ts'
import { newId } from '../../../server/src/platform/ids.ts'
import { openSession, sessionCookie } from '../../../server/src/platform/session.ts'
import { openTestApp, type TestApp } from '../../../server/src/platform/testing/app.ts'

/** The answer to a request. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a scenario is about.
  readonly body: any
  readonly text: string
}

/** Sends a request to the server as somebody, or as nobody in particular. */
export type Ask = (method: string, path: string, body?: object | FormData) => Promise<Answer>

/** An institution of one scenario, with a person in each office. */
export interface Hospital {
  readonly id: string
  /** Asks as somebody who holds some roles; hired when first asked for. */
  as(roles: readonly Role[]): Ask
}

export interface World {
  readonly calendar: Calendar
  readonly house: TestApp
  /** Asks without an account, as the public does. */
  readonly anybody: Ask
  /** A new institution on a day. */
  founds(name: string, on: Day): Promise<Hospital>
  /** Lets time pass until a moment, stopping wherever a timer of the hospital's cases is set to. */
  passesTo(hospital: Hospital, moment: Date): Promise<void>
  /** The number of the last act of a case. */
  lastSeq(hospital: Hospital, id: string): Promise<number>
  /** Where the journal of an institution is not what its records say of money. */
  differencesIn(hospital: Hospital): Promise<readonly object[]>
  /** Forgets what an institution still waits for, so that it does not wake up in another scenario. */
  leaves(hospital: Hospital): Promise<void>
  close(): Promise<void>
}

/** Starts the server. */
export async function openWorld(): Promise<World> {
  const house = await openTestApp(modules)
  const address = await house.app.listen({ host: '127.0.0.1', port: 0 })
  const asked = (cookie?: () => Promise<string>): Ask => {
    return async (method, path, body) => {
      const isForm = body instanceof FormData
      const answer = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: {
          'x-yizhuan-csrf': '1',
          ...(cookie && { cookie: await cookie() }),
          ...(body && !isForm && { 'content-type': 'application/json' }),
        },
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      })
      const text = await answer.text()
      const isJson = /json\b/.test(answer.headers.get('content-type') ?? '')
      const isLines = answer.headers.get('content-type')?.includes('jsonl') ?? false
      return {
        status: answer.status,
        text,
        body: isJson && !isLines ? JSON.parse(text) : undefined,
      }
    }
  }
  return {
    house,
    calendar: calendarOf(loadCalendars(join(import.meta.dirname, '../../../packs'))),
    anybody: asked(),
    async founds(name, on) {
      house.clock.set(on)
      const id = await house.institution(name)
      return { id, as: hiring(house, id, asked) }
    },
    async passesTo({ id }, moment) {
      for (let next = await nextTimer(house, id, moment); next; ) {
        house.clock.set(next)
        await house.workOff()
        next = await nextTimer(house, id, moment)
      }
      house.clock.set(moment)
      await house.workOff()
    },
    lastSeq({ id: institution }, id) {
      return asSystem(house.context.db, institution, async (tx) => {
        const { seq } = await headOf(tx, { institution, name: `case/${id}` })
        return seq
      })
    },
    differencesIn({ id }) {
      return asSystem(house.context.db, id, async (tx) => (await differencesOf(tx, id)).items)
    },
    async leaves({ id }) {
      await house.database.asOwner('delete from job where institution_id = $1', [id])
    },
    close: () => house.close(),
  }
}

/** Hires whoever is asked for once, and gives them a session of each day on which they act. */
function hiring(
  { context }: TestApp,
  institution: string,
  asked: (cookie: () => Promise<string>) => Ask,
): Hospital['as'] {
  const { db, clock, config } = context
  const hired = new Map<string, Ask>()
  return (roles) => {
    const office = roles.join(' ')
    const known = hired.get(office)
    if (known) return known
    const id = newId()
    const named = { person: newId(), login: id, name: `示例${hired.size + 1}` }
    let account: Promise<{ id: string }> | undefined
    let session: { day: Day; cookie: string } | undefined
    const ask = asked(async () => {
      account ??= createAccount(db, clock, config.signIn, { ...named, institution, roles })
      const day = clock.today()
      if (session?.day !== day) {
        const token = await openSession(db, clock, config.signIn, (await account).id)
        session = { day, cookie: `${sessionCookie}=${token}` }
      }
      return session.cookie
    })
    hired.set(office, ask)
    return ask
  }
}

/** When the next timer of a case of the institution is set to, at a moment or before. */
async function nextTimer({ context: { db } }: TestApp, institution: string, until: Date) {
  const row = await db
    .selectFrom('job')
    .select((select) => select.fn.min('runAt').as('at'))
    .where('institutionId', '=', institution)
    .where('task', '=', turnTask)
    .where('trouble', 'is', null)
    .where('runAt', '<=', until)
    .executeTakeFirst()
  return row?.at ?? undefined
}
