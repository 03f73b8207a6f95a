import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { secretFile } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-import-'))
const ledger = join(folder, '成果台账.csv')
writeFileSync(
  ledger,
  [
    '成果编号,成果名称,成果类型,第一完成人,全部完成人,披露日期',
    'CG2024-0001,示例引流装置,实用新型,示例甲,示例甲、示例乙,2024-03-05',
    'CG2024-0002,示例止血材料,发明专利,示例丁,示例丁,2024年2月30日',
  ].join('\n'),
)

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner('insert into institution (id, name) values ($1, $2)', [
    newId(),
    '示例医院',
  ])
  vi.stubEnv('DATABASE_URL', database.ownerUrl)
  vi.stubEnv('YIZHUAN_DATA', folder)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  vi.unstubAllEnvs()
  await database.close()
})

async function run(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const status = await main(argv)
  return { status, out: out.join(''), err: err.join('') }
}

const registered = async () =>
  (await database.asOwner('select number from achievement order by number')).map(
    (row) => row['number'],
  )

test('without the keys of the installation nothing is written', async () => {
  const { status, err } = await run('import', ledger, '--confirm')
  expect(status).toBe(2)
  expect(err).toContain('YIZHUAN_DATA')
  expect(await registered()).toEqual([])
  secretFile(join(folder, 'secrets', 'field.key'))
})

test('an institution that is not there is refused by name', async () => {
  const { status, err } = await run('import', ledger, '--confirm', '--institution', '别家医院')
  expect(status).toBe(2)
  expect(err).toContain('示例医院')
  expect(await registered()).toEqual([])
})

test('rows without errors go in once; a second time adds nothing', async () => {
  const first = await run('import', ledger, '--confirm', '--json', '--as-of', '2025-06-30')
  expect(first.status).toBe(0)
  expect(JSON.parse(first.out)).toMatchObject({ entered: { achievement: 1 }, leftOut: 1 })
  expect(await registered()).toEqual(['CG2024-0001'])
  const again = await run('import', ledger, '--confirm', '--institution', '示例医院')
  expect(again.out).toContain('成果 0')
  expect(await registered()).toEqual(['CG2024-0001'])
})

test('a preview writes nothing and asks for no database', async () => {
  const { status, err } = await run('import', ledger, '--institution', '示例医院')
  expect(status).toBe(2)
  expect(err).toContain('--confirm')
})
