import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createAccount } from '../../platform/account.ts'
import { clockAt } from '../../platform/clock.ts'
import { secretFile } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-archive-'))
const file = join(folder, 'out.zip')
const passphrase = 'an example of a passphrase'

let here: TestDatabase
let there: TestDatabase
beforeAll(async () => {
  here = await openTestDatabase()
  there = await openTestDatabase()
  const institution = newId()
  await here.asOwner('insert into institution (id, name) values ($1, $2)', [
    institution,
    '示例医院',
  ])
  const account = {
    login: 'head',
    name: '示例甲',
    institution,
    person: newId(),
    password: 'a long one',
  }
  await createAccount(
    here.db,
    clockAt('2026-11-24'),
    { invitationDays: 7 },
    { ...account, roles: ['admin'] },
  )
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})
afterAll(async () => {
  await here.close()
  await there.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(at: TestDatabase, secret: string, ...argv: string[]) {
  vi.stubEnv('DATABASE_URL', at.ownerUrl)
  vi.stubEnv('YIZHUAN_DATA', join(folder, at === here ? 'here' : 'there'))
  vi.stubEnv('YIZHUAN_PASSPHRASE', secret)
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const status = await main(['archive', ...argv])
  return { status, out: out.join(''), err: err.join('') }
}

test('an institution is taken out, checked and brought in from the command line', async () => {
  const none = await run(here, passphrase, 'export', file)
  expect(none).toMatchObject({ status: 2, err: expect.stringContaining('set YIZHUAN_DATA') })
  secretFile(join(folder, 'here', 'secrets', 'field.key'))
  const short = await run(here, 'short', 'export', file)
  expect(short).toMatchObject({ status: 2, err: expect.stringContaining('fewer than 12') })
  const made = await run(here, passphrase, 'export', file)
  expect(made).toMatchObject({ status: 0, out: expect.stringContaining('示例医院') })
  const twice = await run(here, passphrase, 'export', file)
  expect(twice).toMatchObject({ status: 2, err: expect.stringContaining('is there already') })

  const checked = await run(there, passphrase, 'verify', file, '--json')
  expect(checked.status).toBe(0)
  expect(JSON.parse(checked.out)).toMatchObject({
    institution: { name: '示例医院' },
    isSealed: true,
    files: 0,
  })
  const wrong = await run(there, 'not that passphrase', 'import', file)
  expect(wrong).toMatchObject({ status: 1, err: 'The passphrase is wrong.\n' })
  const foreign = await run(there, passphrase, 'import', file, '--key', 'another-key')
  expect(foreign).toMatchObject({ status: 1, err: expect.stringContaining('not with another-key') })
  expect(await there.asOwner('select from institution')).toEqual([])
  const key = /Signed with the key (\S+) of/.exec(made.out)?.[1] ?? ''
  const known = await run(there, '', 'verify', file, '--key', key)
  expect(known).toMatchObject({ status: 0, out: expect.stringContaining(`${key}, as expected`) })
  const brought = await run(there, passphrase, 'import', file)
  expect(brought.out).toContain('Nobody compared it')
  expect(brought).toMatchObject({
    status: 0,
    out: expect.stringContaining('are here, each checked'),
  })
  const again = await run(there, passphrase, 'import', file)
  expect(again).toMatchObject({ status: 1, err: expect.stringContaining('is here already') })
})

test('who has no password any more is invited anew', async () => {
  const bare = join(folder, 'bare.zip')
  const left = await run(here, '', 'export', bare)
  expect(left.out).toContain('passwords were left out')
  const third = await openTestDatabase()
  try {
    const { status, out } = await run(third, '', 'import', bare)
    expect(status).toBe(0)
    expect(out).toMatch(/head: http:\S+\/invitation\?token=\S+/)
  } finally {
    await third.close()
  }
})

test('what is no archive is refused in one sentence', async () => {
  const text = join(folder, 'text.zip')
  writeFileSync(text, 'no archive')
  const { status, err } = await run(there, '', 'verify', text)
  expect(status).toBe(1)
  expect(err).toMatch(/is no archive that can be read: [^\n]+\.\n$/)
  expect((await run(there, '', 'verify')).status).toBe(2)
})
