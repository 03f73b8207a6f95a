import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from './testing/app.ts'

let house: TestApp

beforeAll(async () => {
  house = await openTestApp([], {
    env: { UPLOAD_MB_PER_PERSON_DAY: '1', STORAGE_MB_PER_INSTITUTION: '3' },
  })
})
afterAll(() => house.close())

let salt = 0
function upload(who: Person, bytes: number) {
  salt += 1
  const form = new FormData()
  form.set('file', new File([Buffer.alloc(bytes, salt)], `材料${salt}.bin`))
  return house.app
    .inject({
      method: 'POST',
      url: '/api/v1/files',
      // As browsers say it: a form of one file is a little longer than the file.
      headers: { cookie: who.cookie, 'x-yizhuan-csrf': '1', 'content-length': `${bytes + 300}` },
      payload: form,
    })
    .then((answer) => ({ status: answer.statusCode, body: answer.json(), headers: answer.headers }))
}

const onDisk = () =>
  readdirSync(join(house.context.config.dataFolder, 'files'), { recursive: true }).filter((name) =>
    /[0-9a-f]{64}$/.test(String(name)),
  ).length

test('what one person stores in a day is limited; the refusal names the limit and stores nothing', async () => {
  const [ann, ben] = [await house.person(['tto_negotiator']), await house.person(['finance'])]
  expect((await upload(ann, 600_000)).status).toBe(201)
  const before = onDisk()
  const refused = await upload(ann, 600_000)
  expect([refused.status, refused.body.code]).toEqual([429, 'uploads-of-today'])
  expect(refused.body.detail).toContain('1 MB')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(onDisk()).toBe(before)
  // What does not fit takes no room: something smaller still does, and others have room of their own.
  expect((await upload(ann, 390_000)).status).toBe(201)
  expect((await upload(ben, 600_000)).status).toBe(201)
})

test('many at once get no more room than one after the other', async () => {
  const carl = await house.person(['tto_negotiator'])
  const answers = await Promise.all(Array.from({ length: 4 }, () => upload(carl, 300_000)))
  const stored = answers.filter(({ status }) => status === 201)
  expect(stored.length).toBeLessThanOrEqual(3)
  expect(answers.length - stored.length).toBeGreaterThan(0)
})

test('the next day there is room again; an upload that fails gives its room back', async () => {
  const dora = await house.person(['tto_negotiator'], await house.institution())
  for (let n = 0; n < 5; n += 1) expect((await upload(dora, 0)).status).toBe(400)
  expect((await upload(dora, 990_000)).status).toBe(201)
  expect((await upload(dora, 200_000)).status).toBe(429)
  house.clock.set('2026-03-03')
  expect((await upload(await house.signInAgain(dora), 20_000)).status).toBe(201)
})

test('a full institution is told so, with what its operator can do; another goes on', async () => {
  const [one, other] = [await house.institution(), await house.institution()]
  const people = await Promise.all([0, 1, 2, 3].map(() => house.person(['finance'], one)))
  const answers = []
  for (const person of people) answers.push(await upload(person, 990_000))
  const last = answers.at(-1)
  expect([last?.status, last?.body.code]).toEqual([409, 'storage-full'])
  expect(last?.body.detail).toMatch(/3 MB.*STORAGE_MB_PER_INSTITUTION/)
  expect((await upload(await house.person(['finance'], other), 990_000)).status).toBe(201)
})
