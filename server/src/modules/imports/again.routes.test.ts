import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app?.close())

const number = `202120000001.${patentCheckCharacter('202120000001')}`

async function upload(by: Person, ...lines: readonly string[]) {
  const ledger = ['专利名称,专利类型,申请号,申请日,发明人,法律状态', ...lines].join('\r\n')
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, '专利台账.csv', Buffer.from(`\uFEFF${ledger}\r\n`)),
  })
  return answer.json()
}

const rowsOf = async (by: Person, id: string) => (await by.get(`/imports/${id}/rows`)).body.items

test('a right that comes again with another title is changed in that alone', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const confirm = ({ id, version, written }: Record<'id' | 'version' | 'written', string>) =>
    officer.send('POST', `/imports/${id}/confirm`, { version, rows: written })
  const first = await upload(
    officer,
    `示例引流装置,实用新型,${number},2021-01-04,示例甲、示例乙,授权`,
  )
  expect((await confirm(first)).status).toBe(200)

  const again = await upload(
    officer,
    `示例引流架,实用新型,${number},2021-01-04,示例甲、示例乙,授权`,
  )
  const [row] = await rowsOf(officer, again.id)
  expect(row).toMatchObject({
    state: 'changed',
    changes: [{ field: 'title', from: '示例引流装置', to: '示例引流架' }],
  })
  const accept = [{ kind: 'row', sheet: row.sheet, row: row.row, choice: 'accept' }]
  const decided = await officer.send('POST', `/imports/${again.id}/decisions`, {
    ...{ version: again.version, decisions: accept },
  })
  expect(decided.status, decided.text).toBe(200)
  expect((await confirm(decided.body)).status).toBe(200)
  const right = (await officer.get(`/rights/${row.recordId}`)).body
  expect([right.title, right.inventors]).toEqual(['示例引流架', ['示例甲', '示例乙']])

  const joined = await upload(officer, `示例引流架,实用新型,${number},2021-01-04,示例甲,授权`)
  expect((await rowsOf(officer, joined.id))[0]?.changes).toEqual([
    { field: 'inventors', from: ['示例甲', '示例乙'], to: ['示例甲'] },
  ])
})
