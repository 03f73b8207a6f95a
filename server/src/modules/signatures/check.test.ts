import { beforeAll, describe, expect, test } from 'vitest'
import { certOf } from './certificates.ts'
import { checkFile, type Trusted } from './check.ts'
import { signatureStates } from './signature.wire.ts'
import { type Holder, holderOf } from './testing/certificates.ts'
import { containerOf, plainPdf, type Signing, signedPdf } from './testing/signed-pdf.ts'

// Every file here is signed with real keys and real certificates of an authority that this test founds.

const now = new Date('2026-11-01T02:00:00Z')
let root: Holder
let middle: Holder
let hospital: Holder
let company: Holder
let service: Holder
let trusted: readonly Trusted[]

beforeAll(async () => {
  root = await holderOf({ name: '示例根证书', isAuthority: true, kind: 'rsa' })
  middle = await holderOf({ name: '示例中级证书', isAuthority: true, by: root })
  hospital = await holderOf({ name: '示例医院', organisation: '示例医院', by: middle, kind: 'rsa' })
  company = await holderOf({ name: '示例公司', by: root })
  service = await holderOf({ name: '示例时间戳', by: root, isForStamps: true })
  trusted = trustOf(root)
})

function trustOf(...holders: readonly Holder[]): readonly Trusted[] {
  return holders.flatMap((one) => {
    const cert = certOf(one.der)
    return cert ? [{ name: '示例认证机构', cert }] : []
  })
}

const sign = (signing: Omit<Signing, 'by'> & { by?: Holder }, before = plainPdf()) =>
  signedPdf(before, { by: hospital, along: [middle], ...signing })

const check = (file: Buffer, by = trusted, at = now) => checkFile(file, by, at)

describe('a signature that covers the whole file', () => {
  test.each(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])(
    'is valid and trusted in the form %s',
    async (subFilter) => {
      const file = await sign({ subFilter })
      const { state, signatures } = check(file)
      expect(state).toBe('trusted')
      expect(signatures).toMatchObject([
        {
          n: 1,
          state: 'trusted',
          why: null,
          subFilter,
          covers: file.length,
          algorithm: 'RSA sha256',
          authority: '示例认证机构',
          statedAt: '2026-03-01T02:00:00.000Z',
          judgedBy: 'signer',
          stamp: null,
          signer: {
            ...{ name: '示例医院', organisation: '示例医院', issuer: 'CN=示例中级证书' },
            validTo: '2029-12-31T00:00:00.000Z',
          },
        },
      ])
    },
  )

  test('holds with an elliptic curve as well', async () => {
    const { signatures } = check(await sign({ by: company, along: [] }))
    expect(signatures).toMatchObject([{ state: 'trusted', algorithm: 'ECDSA sha256' }])
  })

  test('is not trusted where nobody on the list issued it, or the way to them is missing', async () => {
    const file = await sign({})
    expect(check(file, []).state).toBe('unknownIssuer')
    const other = await holderOf({ name: '示例根证书', isAuthority: true })
    expect(check(file, trustOf(other)).state).toBe('unknownIssuer')
    expect(check(await sign({ along: [] })).state).toBe('unknownIssuer')
  })

  test('is not trusted through a certificate that may not issue', async () => {
    const false_ = await holderOf({ name: '冒充者', by: company })
    expect(check(await sign({ by: false_, along: [company] })).state).toBe('unknownIssuer')
  })
})

describe('a file that was changed', () => {
  test('is broken where a byte of what was signed is another', async () => {
    const file = await sign({})
    const place = file.indexOf('技术转让')
    file[place] = (file[place] ?? 0) ^ 1
    expect(check(file)).toMatchObject({
      state: 'broken',
      signatures: [{ state: 'broken', why: 'digest', signer: { name: '示例医院' } }],
    })
  })

  test('is broken where the signature is another', async () => {
    const file = await sign({ container: await containerOf([Buffer.from('别的')], signed(), said) })
    expect(check(file).signatures).toMatchObject([{ state: 'broken', why: 'digest' }])
  })

  test('is not whole where something stands behind the last signature', async () => {
    const whole = await sign({})
    const file = Buffer.concat([whole, Buffer.from('% 附加一页\n%%EOF\n')])
    const { state, signatures } = check(file)
    expect(state).toBe('notWhole')
    expect(signatures[0]).toMatchObject({ state: 'notWhole', covers: whole.length })
  })

  test('is broken where the range leaves out more than the container', async () => {
    const file = (await sign({})).toString('latin1')
    const cut = file.replace(/\/ByteRange \[0 (\d+) (\d+) (\d+)/, (_, from, to, rest) => {
      const later = `${Number(to) + 9} ${Number(rest) - 9}`
      return `/ByteRange [0 ${from} ${later}`
    })
    const { signatures } = check(Buffer.from(cut, 'latin1'))
    expect(signatures).toMatchObject([{ state: 'broken', why: 'range' }])
  })

  test('is broken where the range does not begin with the file', async () => {
    const file = (await sign({})).toString('latin1').replace('/ByteRange [0 ', '/ByteRange [9 ')
    expect(check(Buffer.from(file, 'latin1')).signatures).toMatchObject([
      { state: 'broken', why: 'range' },
    ])
  })

  test('does not take over a container that stands elsewhere', async () => {
    const real = await sign({})
    const [, gap = '0'] = /\/ByteRange \[0 (\d+)/.exec(real.toString('latin1')) ?? []
    // A copy of the range at the end of the file points at the container of the first signature.
    const copied = /\/ByteRange \[[^\]]*\]/.exec(real.toString('latin1'))?.[0] ?? ''
    expect(Number(gap)).toBeGreaterThan(0)
    const file = Buffer.concat([
      real,
      Buffer.alloc(9000, 0x20),
      Buffer.from(`99 0 obj\n<< /SubFilter /ETSI.CAdES.detached ${copied} >>\nendobj\n%%EOF\n`),
    ])
    const { state, signatures } = check(file)
    expect(state).toBe('broken')
    expect(signatures.map((one) => one.state).toSorted()).toEqual(['broken', 'notWhole'])
  })
})

describe('two signatures', () => {
  test('are whole where the later covers the whole, and each says what it covers', async () => {
    const file = await sign({ by: company, along: [] }, await sign({}))
    const { state, signatures } = check(file)
    expect(state).toBe('trusted')
    expect(signatures).toMatchObject([
      { n: 1, state: 'trusted', why: 'earlier', signer: { name: '示例医院' } },
      { n: 2, state: 'trusted', why: null, covers: file.length, signer: { name: '示例公司' } },
    ])
    expect(signatures[0]?.covers).toBeLessThan(file.length)
  })

  test('of whom the later is nobody known leave the earlier not whole', async () => {
    const stranger = await holderOf({ name: '陌生人' })
    const { state, signatures } = check(await sign({ by: stranger, along: [] }, await sign({})))
    expect(signatures.map((one) => one.state)).toEqual(['notWhole', 'unknownIssuer'])
    expect(state).toBe('notWhole')
  })

  test('are broken with one of them', async () => {
    const file = await sign({ by: company, along: [] }, await sign({}))
    const place = file.lastIndexOf('/Type /Sig ')
    file[place + 7] = 'X'.charCodeAt(0)
    expect(check(file).signatures.map((one) => one.state)).toEqual(['notWhole', 'broken'])
    expect(check(file).state).toBe('broken')
  })
})

describe('the time', () => {
  test('at which the certificate was not in force is said', async () => {
    const old = await holderOf({ name: '过期公司', by: root, to: '2026-02-01T00:00:00Z' })
    expect(check(await sign({ by: old, along: [] }))).toMatchObject({
      state: 'outOfTerm',
      signatures: [{ state: 'outOfTerm', authority: '示例认证机构' }],
    })
  })

  test('since when it expired is no fault of the signature', async () => {
    const old = await holderOf({ name: '到期公司', by: root, to: '2026-06-01T00:00:00Z' })
    expect(check(await sign({ by: old, along: [] })).state).toBe('trusted')
  })

  test('that a trusted service stamped counts before what the signer says', async () => {
    const old = await holderOf({ name: '倒签公司', by: root, to: '2026-02-01T00:00:00Z' })
    const stamped = { by: service, at: '2026-03-05T01:00:00Z' }
    const said = '2026-01-15T00:00:00Z'
    const { signatures } = check(await sign({ by: old, along: [], at: said, stamped }))
    expect(signatures).toMatchObject([
      {
        state: 'outOfTerm',
        statedAt: '2026-01-15T00:00:00.000Z',
        judgedAt: '2026-03-05T01:00:00.000Z',
        judgedBy: 'stamp',
        stamp: { state: 'trusted', at: '2026-03-05T01:00:00.000Z', by: '示例时间戳' },
      },
    ])
  })

  test('of a service that nobody trusts, or that may not stamp, proves nothing', async () => {
    const stranger = await holderOf({ name: '陌生时间戳', isForStamps: true })
    for (const by of [stranger, company]) {
      const stamped = { by, at: '2026-03-05T01:00:00Z' }
      const { signatures } = check(await sign({ stamped }))
      expect(signatures).toMatchObject([
        { state: 'trusted', judgedBy: 'signer', stamp: { state: 'unknownIssuer' } },
      ])
    }
  })
})

describe('what cannot be checked is never called valid', () => {
  test('a file that is no PDF, one without signature, and an empty one', () => {
    expect(check(Buffer.from('合同'))).toEqual({ state: 'notPdf', signatures: [] })
    expect(check(Buffer.alloc(0))).toEqual({ state: 'notPdf', signatures: [] })
    expect(check(plainPdf())).toEqual({ state: 'none', signatures: [] })
  })

  test('garbage in place of a container, and a field that was not finished', async () => {
    const garbage = check(await sign({ container: Buffer.alloc(500, 0x7f) }))
    expect(garbage.signatures).toMatchObject([{ state: 'notChecked', why: 'container' }])
    const open = Buffer.concat([plainPdf(), Buffer.from('9 0 obj << /ByteRange [0 /* /* /*] >>')])
    expect(check(open)).toMatchObject({ state: 'notChecked', signatures: [{ why: 'unfinished' }] })
  })

  test('the national algorithms, a form of its own, and a content that is enclosed', async () => {
    const sm2 = Buffer.from('3010060a2a811ccf550601040202a0020500', 'hex')
    expect(check(await sign({ container: sm2 })).signatures).toMatchObject([
      { state: 'notChecked', why: 'national' },
    ])
    expect(check(await sign({ subFilter: 'adbe.x509.rsa_sha1' })).signatures).toMatchObject([
      { state: 'notChecked', why: 'form' },
    ])
  })

  test('however its bytes are cut, it never fails', async () => {
    const file = await sign({})
    const from = file.indexOf('/Contents <') + 11
    for (let at = 0; at < 400; at += 7) {
      const cut = Buffer.from(file)
      cut.write('f', from + at, 'latin1')
      const { state } = check(cut)
      expect(signatureStates).toContain(state)
    }
  })
})

test('numbers of identity cards in names of certificates are shown in part only', async () => {
  const person = await holderOf({ name: '051@张三@0110101199003070013@1', by: root })
  const [one] = check(await sign({ by: person, along: [] })).signatures
  expect(JSON.stringify(one)).not.toContain('19900307')
  expect(one?.signer?.name).toContain('张三')
})

test('a file of fifty megabytes is checked in moderate time', async () => {
  const file = await sign({}, plainPdf('大文件', 50 * 1024 * 1024))
  const from = performance.now()
  expect(check(file).state).toBe('trusted')
  expect(performance.now() - from).toBeLessThan(5000)
})

const said = '2026-03-01T02:00:00Z'
const signed = () => ({ by: hospital, along: [middle] })
