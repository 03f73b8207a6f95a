import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let smtp: SMTPServer
let house: TestApp
let institution: string
let inventor: Person
let officer: Person
const mails: Email[] = []
let refusal: { code: number; text: string } | undefined

beforeAll(async () => {
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        if (refusal) {
          return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
        }
        mails.push(await PostalMime.parse(Buffer.concat(parts)))
        done()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port),
    )
  })
  house = await openTestApp(modules, {
    at: '2026-03-02',
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: '医转 <office@example.org>' },
  })
  institution = await house.institution('示例医院（虚构）')
  inventor = await house.person(['inventor'], institution)
  officer = await house.person(['tto_negotiator'], institution)
})
afterAll(async () => {
  await house?.close()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})
beforeEach(() => {
  mails.length = 0
  refusal = undefined
})

const title = '可降解缝线（虚构）'

async function disclosed(): Promise<string> {
  const answer = await inventor.send('POST', '/achievements', {
    title,
    kind: 'device',
    disclosure: { type: '材料' },
    inventors: [
      { name: inventor.caller.name, share: '60%' },
      { name: '示例乙', share: '30%', staffNo: 'Z-02' },
      { name: '示例丙', share: '10%' },
    ],
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

const ask = (id: string, body: object, who = inventor) =>
  who.send('POST', `/achievements/${id}/confirmations`, body)
const standing = async (id: string, place: number, who = inventor) =>
  (await who.get(`/achievements/${id}/progress`)).body.inventors[place]
const linkIn = (mail: Email | undefined) =>
  new URL(/http\S+\/confirm\/\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname.replace(
    '/confirm/',
    '/public/confirmations/',
  )

test('an inventor without an account confirms by the link of a mail that names no invention', async () => {
  const id = await disclosed()
  const body = { places: [1, 2], mails: [{ place: 1, to: 'yi@example.org' }] }
  const asked = await ask(id, body)
  expect(asked.body.links.map(({ mailedTo }: { mailedTo: string }) => mailedTo)).toEqual([
    'y***@example.org',
    null,
  ])
  expect((await standing(id, 1)).mail).toEqual({
    to: 'y***@example.org',
    state: 'waits',
    trouble: null,
  })
  await house.workOff()
  expect(mails).toHaveLength(1)
  const [mail] = mails
  expect(mail?.to?.[0]?.address).toBe('yi@example.org')
  for (const part of [mail?.subject, mail?.text, mail?.html]) expect(part).not.toContain(title)
  for (const part of ['示例乙', inventor.caller.name, '示例医院（虚构）', '2026-03-16']) {
    expect(mail?.text).toContain(part)
  }
  expect((await standing(id, 1)).mail.state).toBe('sent')
  const answered = await house.nobody.send('POST', linkIn(mail), { answer: 'confirmed' })
  expect(answered.status, answered.text).toBe(200)
  expect((await standing(id, 1)).status).toBe('confirmed')
})

test('neither address nor link is readable in the database, and nothing is kept once it left', async () => {
  const id = await disclosed()
  const rows = () =>
    house.database.asOwner(
      'select mail_sealed, mail_to from inventor_confirmation where achievement_id = $1',
      [id],
    )
  const asked = await ask(id, { places: [2], mails: [{ place: 2, to: 'bing@example.org' }] })
  const [waiting] = await rows()
  expect(waiting?.['mail_sealed']).toBeTruthy()
  expect(JSON.stringify(waiting)).not.toContain('bing')
  expect(JSON.stringify(waiting)).not.toContain(asked.body.links[0].url)
  await house.workOff()
  expect(await rows()).toEqual([{ mail_sealed: null, mail_to: 'b***@example.org' }])
})

test('a passing failure is tried again, a lasting one is told', async () => {
  const id = await disclosed()
  refusal = { code: 451, text: 'later' }
  await ask(id, { places: [1], mails: [{ place: 1, to: 'yi@example.org' }] })
  await house.workOff()
  expect((await standing(id, 1)).mail).toMatchObject({ state: 'waits' })
  refusal = { code: 550, text: '<yi@example.org>: no such mailbox' }
  house.clock.set(new Date(house.clock.now().getTime() + 120_000))
  await house.workOff()
  const { mail } = await standing(id, 1)
  expect(mail.state).toBe('failed')
  expect(mail.trouble).toContain('no such mailbox')
  // The server names whom it refuses; nobody reads the address from that either.
  expect(mail.trouble).not.toContain('yi@example.org')
  expect(mails).toEqual([])
})

test('a link that was replaced before it left is not mailed', async () => {
  const id = await disclosed()
  await ask(id, { places: [1], mails: [{ place: 1, to: 'yi@example.org' }] })
  await ask(id, { places: [1] })
  await house.workOff()
  expect(mails).toEqual([])
})

test('the office is offered the address of the register; nobody else sees it', async () => {
  const person = { name: '示例乙', staffNumber: 'Z-02', email: 'register@example.org' }
  const admin = await house.person(['admin'], institution)
  expect((await admin.send('POST', '/people', person)).status).toBe(201)
  const id = await disclosed()
  expect((await standing(id, 1, officer)).email).toBe('register@example.org')
  expect((await standing(id, 1)).email).toBeNull()
  const colleague = await house.person(['auditor'], institution)
  await ask(id, { places: [2], mails: [{ place: 2, to: 'bing@example.org' }] })
  expect(await standing(id, 2, colleague)).toMatchObject({ email: null, mail: null })
})

test('an address that is none, and one of somebody not asked, change nothing', async () => {
  const id = await disclosed()
  const noAddress = await ask(id, { places: [1], mails: [{ place: 1, to: 'nobody' }] })
  expect(noAddress.status).toBe(400)
  expect(noAddress.body.errors[0].pointer).toBe('#/mails/0/to')
  const unasked = await ask(id, { places: [1], mails: [{ place: 2, to: 'bing@example.org' }] })
  expect(unasked.body.errors[0]).toMatchObject({ pointer: '#/mails', rule: 'mailed-unasked' })
  expect((await standing(id, 1)).status).toBe('unasked')
})
