import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { type Holder, holderOf } from './testing/certificates.ts'
import { plainPdf, signedPdf } from './testing/signed-pdf.ts'

let app: TestApp
let officer: Person
let admin: Person
let auditor: Person
let root: Holder
let hospital: Holder

beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-03-20T02:00:00Z' })
  officer = await app.person(['tto_negotiator'])
  admin = await app.person(['admin'])
  auditor = await app.person(['auditor'])
  root = await holderOf({ name: '示例根证书', isAuthority: true })
  hospital = await holderOf({ name: '示例医院', by: root })
})
afterAll(() => app.close())

async function contractWith(by = officer): Promise<string> {
  const counterparty = '示例公司'
  const [id = ''] = await asSystem(app.context.db, by.caller.institution, (tx) =>
    enterContracts(tx, app.clock, by.caller, [
      {
        fields: { ...blankContract, kind: 'transfer', title: '甲合同', counterparty },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  return `/contracts/${id}`
}

async function stored(content: Uint8Array, name = '合同.pdf', by = officer) {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(content)], name, { type: 'application/pdf' }))
  const answer = await by.send('POST', '/files', form)
  expect(answer.status, answer.text).toBe(201)
  const { sha256, size } = answer.body as { sha256: string; size: number }
  return { sha256, name, size }
}

async function filed(path: string, content: Uint8Array, name = '合同.pdf') {
  const file = await stored(content, name)
  const answer = await officer.send('POST', `${path}/files`, { files: [file], note: null })
  expect(answer.status, answer.text).toBe(201)
  return { file, id: answer.body.ids[0] as string }
}

const signed = () => signedPdf(plainPdf(), { by: hospital, at: '2026-03-10T02:00:00Z' })
const shown = async (path: string, who = auditor) => (await who.get(`${path}/signatures`)).body

test('a signed file is checked once it is filed, and again once its authority is trusted', async () => {
  const path = await contractWith()
  const { file } = await filed(path, await signed())
  expect((await shown(path)).files).toMatchObject([{ ...file, from: 'filed', checks: [] }])
  await app.workOff()
  const first = await shown(path)
  expect(first).toMatchObject({ mayCheck: false, authorities: 0 })
  expect(first.files).toMatchObject([
    {
      checks: [{ state: 'unknownIssuer', by: officer.caller.name, at: '2026-03-20T02:00:00.000Z' }],
      asks: [{ code: 'partyUnsigned', about: '示例公司' }],
    },
  ])

  app.clock.set('2026-03-20T02:10:00Z')
  const entered = await admin.send('POST', '/trusted-authorities', {
    ...{ name: '示例认证机构', pem: root.pem },
  })
  expect(entered.status, entered.text).toBe(201)
  const asks = (await shown(path)).files[0].asks.map(({ code }: { code: string }) => code)
  expect(asks).toEqual(['partyUnsigned', 'olderList'])

  app.clock.set('2026-03-20T02:20:00Z')
  const again = await officer.send('POST', `${path}/signatures`, { sha256: file.sha256 })
  expect(again.status, again.text).toBe(201)
  const { files, authorities } = await shown(path)
  expect(authorities).toBe(1)
  expect(files[0].checks.map(({ state }: { state: string }) => state)).toEqual([
    ...['trusted', 'unknownIssuer'],
  ])
  expect(files[0].checks[0].signatures).toMatchObject([{ authority: '示例认证机构' }])
  const history = (await auditor.get(`${path}/history`)).body
  expect(history.chain.ok).toBe(true)
  expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
    ...['contract.entered', 'contract.fileAdded'],
    ...['contract.signaturesChecked', 'contract.signaturesChecked'],
  ])

  // What was trusted then stays as it was found; what is checked from now on is not trusted.
  const { id } = entered.body as { id: string }
  const retire = `/trusted-authorities/${id}/retire`
  expect((await admin.send('POST', retire, { reason: '机构注销' })).status).toBe(200)
  const twice = await admin.send('POST', retire, { reason: '机构注销' })
  expect([twice.status, twice.body.code]).toEqual([409, 'authority-retired'])
  await officer.send('POST', `${path}/signatures`, { sha256: file.sha256 })
  const states = (await shown(path)).files[0].checks.map((one: { state: string }) => one.state)
  expect(states).toEqual(['unknownIssuer', 'trusted', 'unknownIssuer'])
})

test('a scan is signed on paper, and a picture is not checked by itself', async () => {
  const path = await contractWith()
  await filed(path, plainPdf('扫描件'), '扫描件.PDF')
  await filed(path, Buffer.from('照片'), '照片.jpg')
  await app.workOff()
  const { files } = await shown(path)
  expect(files).toMatchObject([
    { name: '扫描件.PDF', checks: [{ state: 'none', signatures: [] }], asks: [] },
    { name: '照片.jpg', checks: [], asks: [] },
  ])
})

test('who may check and trust, and what is refused', async () => {
  const path = await contractWith()
  const { file, id } = await filed(path, await signed())
  const inventor = await app.person(['inventor'])
  const { sha256 } = file
  expect((await inventor.get(`${path}/signatures`)).status).toBe(403)
  expect((await auditor.send('POST', `${path}/signatures`, { sha256 })).status).toBe(403)
  const pem = root.pem
  expect((await officer.send('POST', '/trusted-authorities', { name: '甲', pem })).status).toBe(403)

  // A file that others stored and the contract does not name.
  const other = await stored(await signed(), '别的.pdf')
  const foreign = await officer.send('POST', `${path}/signatures`, { sha256: other.sha256 })
  expect(foreign.body.errors).toMatchObject([{ pointer: '#/sha256', rule: 'no-such-file' }])
  const missing = `/contracts/${newId()}/signatures`
  expect((await officer.send('POST', missing, { sha256 })).status).toBe(404)
  expect((await officer.get(missing)).status).toBe(404)
  await officer.send('POST', `${path}/files/${id}/take-off`, { reason: '传错' })
  expect((await officer.send('POST', `${path}/signatures`, { sha256 })).status).toBe(400)
  // The job of a file that was withdrawn meanwhile finds nothing to do.
  await app.workOff()
  expect((await shown(path)).files).toEqual([])

  const wrong = async (body: { name?: string; pem: string }) =>
    (await admin.send('POST', '/trusted-authorities', { name: '乙', ...body })).body.errors
  expect(await wrong({ pem: '不是证书' })).toMatchObject([{ rule: 'no-certificate' }])
  expect(await wrong({ pem: `${root.pem}${root.pem}` })).toMatchObject([{ rule: 'no-certificate' }])
  expect(await wrong({ pem: hospital.pem })).toMatchObject([
    { pointer: '#/pem', rule: 'not-an-authority' },
  ])
  const secret = `${root.pem}-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----`
  expect(await wrong({ pem: secret })).toMatchObject([{ rule: 'holds-key' }])
})

test('an authority is trusted once, even where two enter it at the same time', async () => {
  const authority = await holderOf({ name: '另一根证书', isAuthority: true })
  const body = { name: '另一机构', pem: authority.pem }
  const both = await Promise.all([
    admin.send('POST', '/trusted-authorities', body),
    admin.send('POST', '/trusted-authorities', body),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  const refused = both.find(({ status }) => status === 400)
  expect(refused?.body.errors).toMatchObject([{ pointer: '#/pem', rule: 'trusted-already' }])
})

test('another institution sees neither checks nor authorities', async () => {
  const path = await contractWith()
  await filed(path, await signed())
  await app.workOff()
  const elsewhere = await app.institution('另一家医院')
  const stranger = await app.person(['admin', 'auditor'], elsewhere)
  expect((await stranger.get(`${path}/signatures`)).status).toBe(404)
  expect((await stranger.get('/trusted-authorities')).body.items).toEqual([])
})

test('a check is never changed', async () => {
  await expect(
    app.database.asOwner(`update signature_check set state = 'trusted'`),
  ).rejects.toThrow(/append-only/)
})
