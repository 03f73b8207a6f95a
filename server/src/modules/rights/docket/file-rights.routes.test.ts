import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../platform/access.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const statusFor = async (roles: readonly Role[], sha256: string) =>
    (await (await app.person(roles, institution)).get(`/files/${sha256}`)).status
  const stored = async (content: string) => {
    const form = new FormData()
    form.set('file', new File([content], '材料.txt'))
    const { body } = await officer.send('POST', '/files', form)
    return { name: '材料.txt', sha256: body.sha256 as string, size: body.size as number }
  }
  return { institution, officer, statusFor, stored }
}

const roles = [
  ['tto_negotiator', 200, 200],
  ['tto_reviewer', 200, 200],
  ['finance', 200, 404],
  ['leaders', 200, 404],
  ['auditor', 200, 404],
  ['legal', 404, 404],
  ['discipline', 404, 404],
  ['inventor', 404, 404],
] as const

test.each(roles)('%s opens a paper of a right: %i, of a claim: %i', async (role, right, claim) => {
  const { institution, officer, statusFor, stored } = await office()
  const { id } = (await officer.send('POST', '/rights', { kind: 'know_how', title: '示例' })).body
  const [paper, proof] = [await stored(`通知书 ${role}`), await stored(`权属证据 ${role}`)]
  const attached = await officer.send('POST', `/rights/${id}/files`, { files: [paper] })
  expect(attached.status, attached.text).toBe(201)
  // As a claim has it; whose patent and which achievement is nothing to the file.
  await app.database.asOwner(`set session_replication_role = replica;
    insert into outside_claim (institution_id, id, patent_id, achievement_id, about, from_day, files,
      begun_at, begun_by, begun_name)
    values ('${institution}', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '示例',
      '2026-05-08', '${JSON.stringify([proof])}', now(), gen_random_uuid(), '示例')`)
  expect([await statusFor([role], paper.sha256), await statusFor([role], proof.sha256)]).toEqual([
    right,
    claim,
  ])
})

const ofPayouts = [
  ...(['finance', 'leaders', 'tto_negotiator', 'tto_reviewer', 'auditor'] as const).map(
    (role) => [role, 200] as const,
  ),
  ...(['legal', 'discipline', 'admin', 'inventor'] as const).map((role) => [role, 404] as const),
]

test.each(ofPayouts)('%s opens what the bank said of a payout: %i', async (role, expected) => {
  const { institution, statusFor, stored } = await office()
  const proof = await stored(`银行回单 ${role}`)
  // As a batch has it; which batch is nothing to the file.
  await app.database.asOwner(`set session_replication_role = replica;
    insert into payout_proof (institution_id, id, batch_id, document, file, lines, paid_fen,
      returned_fen, cases, taken_at, taken_by, taken_name)
    values ('${institution}', gen_random_uuid(), gen_random_uuid(), '示例',
      '${JSON.stringify(proof)}', 1, 100, 0, 1, now(), gen_random_uuid(), '示例')`)
  expect(await statusFor([role], proof.sha256)).toBe(expected)
})

test('an inventor opens papers of their own right, whoever stored a file opens it again', async () => {
  const { institution, officer, stored } = await office()
  const doctor = await app.person(['inventor'], institution)
  const body = { kind: 'know_how', title: '示例', inventors: [doctor.caller.name] }
  const { id } = (await officer.send('POST', '/rights', body)).body
  const paper = await stored('发明人的材料')
  await officer.send('POST', `/rights/${id}/files`, { files: [paper] })
  expect((await doctor.get(`/files/${paper.sha256}`)).status).toBe(200)
  const other = await app.person(['inventor'], institution)
  expect((await other.get(`/files/${paper.sha256}`)).status).toBe(404)
  const form = new FormData()
  form.set('file', new File(['发明人的材料'], '同一份.txt'))
  await other.send('POST', '/files', form)
  expect((await other.get(`/files/${paper.sha256}`)).status).toBe(200)
})
