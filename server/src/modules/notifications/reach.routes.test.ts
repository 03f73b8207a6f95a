import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addDays, type Day } from '@yizhuan/kit'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clockAt } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import type { Context, Module } from '../../platform/module.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { workOff } from '../../platform/worker.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'

/** What the mail server took, and what it says to the next mails. */
const mails: Email[] = []
let mailAnswer: { code: number; text: string } | undefined
/** What the service of our own was sent, and what it answers. */
const hooks: { url: string; headers: IncomingHttpHeaders; body: string }[] = []
let hookStatus = 200

let smtp: SMTPServer
let service: Server
let place: string
let house: TestApp
let institution: string
let admin: Person
let officer: Person
let reviewer: Person
let leader: Person
let signed: { id: string; on: Day }
let due: Day

beforeAll(async () => {
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        if (mailAnswer) {
          return done(Object.assign(new Error(mailAnswer.text), { responseCode: mailAnswer.code }))
        }
        mails.push(await PostalMime.parse(Buffer.concat(parts)))
        done()
      })
    },
  })
  const mailPort = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port),
    )
  })
  service = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      hooks.push({ url: request.url ?? '', headers: request.headers, body })
      response.writeHead(hookStatus).end('{"errcode":0,"code":0}')
    })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  place = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  house = await openTestApp(modules, {
    env: {
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      MAIL_FROM: '医转 <office@example.org>',
      WEBHOOKS_PRIVATE: '1',
    },
  })
  institution = await house.institution(sampleDeal.hospital)
  admin = await house.person(['admin'])
  officer = await house.person(['tto_negotiator'])
  reviewer = await house.person(['tto_reviewer'])
  leader = await house.person(['leaders'])
  for (const { caller } of [officer, reviewer, leader]) {
    await house.database.asOwner(
      'insert into person (institution_id, id, name, email) values ($1, $2, $3, $4)',
      [institution, caller.person, caller.name, `${caller.person}@example.org`],
    )
  }
  signed = await lead(house, institution, upTo('signed', lineOf(sampleDeal)), '2026-03-02' as Day)
  await go(signed.on)
  await enterTerms()
  const rows = await house.database.asOwner(
    `select due::text from case_due where case_id = $1 and norm = 'gd.report.in-time'`,
    [signed.id],
  )
  due = rows[0]?.['due'] as Day
})
afterAll(async () => {
  await house?.close()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
  await new Promise((resolve) => service.close(resolve))
})
beforeEach(() => {
  mails.length = 0
  hooks.length = 0
  mailAnswer = undefined
  hookStatus = 200
})

/** What is agreed is written down in time, so that nothing of it is late: only the report is. */
async function enterTerms() {
  const negotiator = await again(officer)
  const [contract] = (await negotiator.get('/contracts')).body.items
  const minor = `${sampleDeal.price}`
  const term = { key: 'a', kind: 'fixed', label: '一次付清（示例）', minor, dueOn: '2027-12-01' }
  const body = { terms: [term], effectiveOn: signed.on }
  const told = await negotiator.send('POST', `/contracts/${contract.id}/terms`, body)
  expect(told.status, told.text).toBe(201)
}

/** Moves the clock to nine in the morning of a day, or to a moment, and lets the worker keep up. */
async function go(to: string | Date): Promise<void> {
  house.clock.set(to)
  await house.workOff()
}
const mailsTo = ({ caller }: Person) =>
  mails.filter(({ to }) => to?.some(({ address }) => address === `${caller.person}@example.org`))
const again = (person: Person) => house.signInAgain(person)

describe('the digest', () => {
  test('comes on a working day at the hour chosen, once, in the language of its reader', async () => {
    await (await again(reviewer)).send('PATCH', '/reach', { digestHour: 14, lang: 'en' })
    // The last day is a Monday; this is the Thursday before.
    const day = addDays(due, -4)
    await go(new Date(`${day}T07:59:00+08:00`))
    expect(mails).toEqual([])
    await go(new Date(`${day}T08:00:00+08:00`))
    expect(mailsTo(officer)).toHaveLength(1)
    const [mail] = mailsTo(officer)
    expect(mail?.subject).toMatch(new RegExp(`^医转期限提醒 ${day}：.*7 天内 \\d+ 项`))
    expect(mail?.text).toContain(`/cases/${signed.id}?act=reported`)
    expect(mail?.html).toContain(`${due}（`)
    expect(mail?.from?.address).toBe('office@example.org')
    expect(mailsTo(reviewer)).toEqual([])
    await go(new Date(`${day}T14:30:00+08:00`))
    expect(mailsTo(reviewer)[0]?.subject).toContain('Yizhuan, what is due')
    await go(new Date(`${day}T20:00:00+08:00`))
    expect(mails).toHaveLength(2)
  })

  test('leaves out what its reader put off until another day, and does not come on rest days', async () => {
    const friday = addDays(due, -3)
    house.clock.set(new Date(`${friday}T01:00:00+08:00`))
    const key = `case/${signed.id}/gd.report.in-time`
    const order = { key, until: due, reason: '示例' }
    expect((await (await again(officer)).send('POST', '/calendar/snoozes', order)).status).toBe(201)
    await go(friday)
    expect(mailsTo(reviewer)).toEqual([])
    await go(new Date(`${friday}T14:00:00+08:00`))
    expect(mailsTo(reviewer)[0]?.text).toContain('act=reported')
    expect(mailsTo(officer).filter(({ text }) => text?.includes('act=reported'))).toEqual([])
    mails.length = 0
    for (const rest of [addDays(due, -2), addDays(due, -1)]) {
      await go(new Date(`${rest}T20:00:00+08:00`))
    }
    expect(mails).toEqual([])
    await go(due)
    expect(mailsTo(officer)[0]?.text).toContain('act=reported')
  })
})

describe('a mail', () => {
  const letters = () =>
    house.database.asOwner(
      `select attempts, sent_at, gave_up_at, trouble, content from mail
       where kind = 'test' order by made_at desc limit 1`,
    )

  test('that the server cannot take now is tried again later, and sent once', async () => {
    mailAnswer = { code: 451, text: 'try again later' }
    const person = await again(officer)
    expect((await person.send('POST', '/reach/test-mail')).status).toBe(201)
    await house.workOff()
    expect(await letters()).toMatchObject([{ attempts: 1, sent_at: null, gave_up_at: null }])
    mailAnswer = undefined
    await house.workOff()
    expect(mails).toEqual([])
    await go(new Date(house.clock.now().getTime() + 61_000))
    expect(mailsTo(officer)).toHaveLength(1)
    expect(await letters()).toMatchObject([{ attempts: 2, trouble: null, content: null }])
    expect((await person.get('/reach')).body.mail.newest[0]).toMatchObject({ state: 'sent' })
  })

  test('that the server will never take is given up, and its reader is shown why', async () => {
    mailAnswer = { code: 550, text: 'no such user' }
    const person = await again(officer)
    house.clock.set(new Date(house.clock.now().getTime() + 1000))
    await person.send('POST', '/reach/test-mail')
    await house.workOff()
    const [newest] = (await person.get('/reach')).body.mail.newest
    expect(newest).toMatchObject({ state: 'given-up', attempts: 1 })
    expect(newest.trouble).toContain('no such user')
  })

  test('leads to a page that ends all of them without an account', async () => {
    const person = await again(officer)
    house.clock.set(new Date(house.clock.now().getTime() + 1000))
    await person.send('POST', '/reach/test-mail')
    await house.workOff()
    const link = new URL(/http\S+mail-stop\?\S+/.exec(mailsTo(officer)[0]?.text ?? '')?.[0] ?? '')
    const stop = Object.fromEntries(link.searchParams)
    const forged = { ...stop, person: reviewer.caller.person }
    expect((await house.nobody.send('POST', '/public/mail-stop', forged)).status).toBe(404)
    expect((await house.nobody.send('POST', '/public/mail-stop', stop)).status).toBe(200)
    expect((await person.get('/reach')).body).toMatchObject({ digestHour: null, atOnce: [] })
    await person.send('PATCH', '/reach', { digestHour: 8, atOnce: ['late'] })
  })

  test('needs an address in the register of people', async () => {
    const refused = await (await again(admin)).send('POST', '/reach/test-mail')
    expect(refused.body.code).toBe('no-mail-address')
  })
})

describe('lateness', () => {
  test('is passed on to the reviewer, then to the leaders, each once, with mail and news', async () => {
    const told = async (person: Person) =>
      (await (await again(person)).get('/notifications')).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'late',
      )
    const group = { name: '群', kind: 'feishu', url: `${place}/late`, events: ['late'] }
    const { body: made } = await (await again(admin)).send('POST', '/webhooks', group)
    // After a Monday: three working days are over on Friday, seven on Thursday of the next week.
    const [friday, thursday] = [addDays(due, 4), addDays(due, 10)]
    const heard = async (day: Day) => {
      await go(day)
      return [(await told(reviewer)).length, (await told(leader)).length]
    }
    expect(await heard(addDays(friday, -1))).toEqual([0, 0])
    expect(await heard(friday)).toEqual([1, 0])
    expect(await heard(addDays(thursday, -1))).toEqual([1, 0])
    mails.length = 0
    expect(await heard(thursday)).toEqual([1, 1])
    expect(await told(officer)).toEqual([])
    // Two levels, however many people each is news to.
    const sent = hooks.filter(({ url }) => url === '/late').map(({ body }) => JSON.parse(body))
    expect(sent.map(({ content }) => content.text)).toEqual([
      expect.stringContaining('逾期 3 个工作日'),
      expect.stringContaining('逾期 7 个工作日'),
    ])
    await (await again(admin)).send('DELETE', `/webhooks/${made.id}`)
    const late = (each: Email) => /逾期 \d+ 个工作日|Late by/.test(each.subject ?? '')
    expect(mailsTo(leader).filter(late)).toHaveLength(1)
    const { body } = await (await again(officer)).get(`/calendar?record=${signed.id}&overdue=true`)
    const desk = (await (await again(officer)).get('/workbench')).body.due
    expect(
      desk.find(({ key }: { key: string | null }) => key === `case/${signed.id}/gd.report.in-time`)
        .passed,
    ).toHaveLength(2)
    expect(body.items[0].passed).toMatchObject([
      { level: 'reviewer', toldOn: friday, workdays: 3 },
      { level: 'leaders', toldOn: thursday, workdays: 7 },
    ])
  })
})

describe('a webhook', () => {
  const make = async (body: object) =>
    (await again(admin)).send('POST', '/webhooks', { events: ['digest'], ...body })

  test('is made, tried and read by administrators; its address and secret lie sealed', async () => {
    const { body, status } = await make({
      name: '转化群',
      kind: 'dingtalk',
      url: `${place}/robot?access_token=verysecret`,
      secret: 'SECsecret',
    })
    expect(status).toBe(201)
    const who = await again(admin)
    const tried = await who.send('POST', `/webhooks/${body.id}/test`)
    expect(tried.body).toMatchObject({ state: 'delivered', status: 200, attempts: 1 })
    expect(hooks[0]?.url).toMatch(/^\/robot\?access_token=verysecret&timestamp=\d{13}&sign=/)
    expect((await who.get('/webhooks')).body.items).toMatchObject([
      { name: '转化群', isSigned: true, host: place.slice('http://'.length) },
    ])
    const stored = JSON.stringify(await house.database.asOwner('select * from webhook'))
    expect(stored).not.toMatch(/verysecret|SECsecret/)
    expect((await (await again(officer)).get('/webhooks')).status).toBe(403)
    await who.send('DELETE', `/webhooks/${body.id}`)
    expect((await who.get('/webhooks')).body.items).toEqual([])
  })

  test('is told each working day what is due, signed; what fails is tried again in order', async () => {
    const { body } = await make({ name: '接口', kind: 'signed', url: `${place}/own` })
    hookStatus = 503
    await go('2026-07-06')
    expect(hooks).toHaveLength(1)
    hookStatus = 200
    await go(new Date(house.clock.now().getTime() + 61_000))
    expect(hooks).toHaveLength(2)
    const { headers } = hooks[1] ?? { headers: {} }
    expect(headers['webhook-id']).toBe(hooks[0]?.headers['webhook-id'])
    const time = Number(headers['webhook-timestamp'])
    const sign = new Webhook(body.secret).sign(
      String(headers['webhook-id']),
      new Date(time * 1000),
      hooks[1]?.body ?? '',
    )
    expect(headers['webhook-signature']).toBe(sign)
    expect(JSON.parse(hooks[1]?.body ?? '')).toMatchObject({ type: 'digest' })
    const log = (await (await again(admin)).get(`/webhooks/${body.id}/deliveries`)).body.items
    expect(log[0]).toMatchObject({ state: 'delivered', attempts: 2, status: 200 })
    await (await again(admin)).send('PATCH', `/webhooks/${body.id}`, { isEnabled: false })
    await go('2026-07-07')
    expect(hooks).toHaveLength(2)
  })

  test('that fails too often is turned off, and its administrators are told', async () => {
    const { body } = await make({ name: '坏接口', kind: 'signed', url: `${place}/bad` })
    hookStatus = 500
    // From try to try, and from digest to digest.
    for (let step = 0; step < 30; step += 1) {
      const [{ at } = {}] = await house.database.asOwner(
        `select min(run_at) as at from job where task in ('notifications/webhook', 'notifications/day')`,
      )
      await go(at as Date)
    }
    const who = await again(admin)
    const bad = (await who.get('/webhooks')).body.items.find(
      ({ id }: { id: string }) => id === body.id,
    )
    expect(bad).toMatchObject({ disabled: 'failures', failures: 20 })
    expect(hooks).toHaveLength(20)
    expect((await who.get('/notifications')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'webhook-off', path: '/institution/delivery' }),
    )
    hookStatus = 200
    await who.send('PATCH', `/webhooks/${body.id}`, { isEnabled: true })
    await who.send('PATCH', `/webhooks/${body.id}`, { events: ['late'] })
  })

  test('to a wrong address is refused by field, and nothing is written', async () => {
    const before = await house.database.asOwner('select count(*) from webhook')
    const wrong = await make({ name: '错', kind: 'signed', url: 'ftp://example.org/' })
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '#/url', rule: 'https' })
    expect(await house.database.asOwner('select count(*) from webhook')).toEqual(before)
  })
})

test('two workers after two that were killed tell everything once', async () => {
  const day = addDays(house.clock.today(), 60)
  const context = { ...house.context, clock: clockAt(new Date(`${day}T09:30:00+08:00`)) }
  await (await again(officer)).send('PATCH', '/reach', { digestHour: 9 })
  // Each worker dies after it wrote everything and before that is committed.
  for (const task of ['notifications/day', 'notifications/digest']) {
    await expect(workOff(context, dyingAt(task))).rejects.toThrow('killed')
  }
  await Promise.all([workOff(context, modules), workOff(context, modules)])
  expect(mailsTo(officer).filter(({ subject }) => subject?.includes(day))).toHaveLength(1)
  const twice = await house.database.asOwner(
    `select 1 from mail group by person_id, kind, topic having count(*) > 1`,
  )
  expect(twice).toEqual([])
  const [{ days } = {}] = await house.database.asOwner(
    `select count(*)::int as days from job where task = 'notifications/day' and institution_id = $1`,
    [institution],
  )
  expect(days).toBe(1)
})

/** The modules, of which one task is done and then cut off, as by a kill, before it is kept. */
function dyingAt(task: string): readonly Module[] {
  return modules.map((module) => ({
    ...module,
    ...(module.jobs && {
      jobs: (context: Context) => {
        const tasks = module.jobs?.(context) ?? {}
        const real = tasks[task]
        if (!real) return tasks
        const killed = Object.assign(new Error('killed'), { code: 'ECONNRESET' })
        return {
          ...tasks,
          [task]: async (tx: Tx, job: Job) => {
            await real(tx, job)
            throw killed
          },
        }
      },
    }),
  }))
}
