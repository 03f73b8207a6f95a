import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'
import type { Holder } from './certificates.ts'

const sha256Id = '2.16.840.1.101.3.4.2.1'
const dataId = '1.2.840.113549.1.7.1'
const tokenId = '1.2.840.113549.1.9.16.1.4'

/** A small PDF, as a program would write it; of a size, if asked. */
export function plainPdf(text = '技术转让合同', size = 0): Buffer {
  const stream = Buffer.concat([Buffer.from(`% ${text}\n`), Buffer.alloc(size, 0x20)])
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const at: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((body, index) => {
    at.push(length())
    parts.push(Buffer.from(`${index + 1} 0 obj\n${body}\nendobj\n`))
  })
  at.push(length())
  parts.push(Buffer.from(`4 0 obj\n<< /Length ${stream.length} >>\nstream\n`), stream)
  parts.push(Buffer.from('\nendstream\nendobj\n'))
  const xref = length()
  const lines = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${lines}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export interface Signing {
  readonly by: Holder
  /** Certificates that travel along. */
  readonly along?: readonly Holder[]
  readonly at?: string
  readonly subFilter?: string
  /** A time stamping service that says when. */
  readonly stamped?: { readonly by: Holder; readonly at: string }
  /** What stands in place of the container that would be made. */
  readonly container?: Uint8Array
}

/** Adds a signature to a PDF, as an update behind what stands there. */
export async function signedPdf(before: Buffer, signing: Signing): Promise<Buffer> {
  const { at = '2026-03-01T02:00:00Z', subFilter = 'ETSI.CAdES.detached' } = signing
  const room = 2 * 8192
  const number = 10 + (before.toString('latin1').match(/\/Type \/Sig /g)?.length ?? 0)
  const time = at.replace(/[-:TZ]/g, '').slice(0, 14)
  const head = `${number} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:${time}Z)\n/ByteRange [`
  const tail = ` >>\nendobj\nxref\n${number} 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 20 /Root 1 0 R /Prev 9 >>\nstartxref\n${before.length}\n%%EOF\n`
  const range = (numbers: readonly number[]) => numbers.join(' ').padEnd(40, ' ')
  const gapFrom = before.length + head.length + 40 + ']\n/Contents '.length
  const gapTo = gapFrom + 1 + room + 1
  const said = range([0, gapFrom, gapTo, tail.length])
  const upTo = Buffer.concat([before, Buffer.from(`${head}${said}]\n/Contents `, 'latin1')])
  const behind = Buffer.from(tail, 'latin1')
  const container = signing.container ?? (await containerOf([upTo, behind], signing, at))
  const hex = Buffer.from(container).toString('hex').padEnd(room, '0')
  return Buffer.concat([upTo, Buffer.from(`<${hex}>`, 'latin1'), behind])
}

const sha256 = (parts: readonly Uint8Array[]) => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** A detached signature over some bytes. */
export async function containerOf(
  parts: readonly Uint8Array[],
  { by, along = [], stamped }: Pick<Signing, 'by' | 'along' | 'stamped'>,
  at: string,
): Promise<Uint8Array> {
  const data = dataOf(by, along, dataId, sha256(parts), at)
  await data.sign(by.key, 0, 'SHA-256')
  const [info] = data.signerInfos
  if (stamped && info) {
    const token = await tokenOf([new Uint8Array(info.signature.getValue())], stamped)
    info.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [
        new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [token.toSchema()] }),
      ],
    })
  }
  return bytesOf(data)
}

const bytesOf = (data: SignedData) => new Uint8Array(infoOf(data).toSchema().toBER())

const infoOf = (data: SignedData) =>
  new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) })

function dataOf(
  { certificate }: Holder,
  along: readonly Holder[],
  type: string,
  digest: Uint8Array,
  at: string,
  content?: ArrayBuffer,
): SignedData {
  return new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      ...(content && { eContent: new asn1.OctetString({ valueHex: content }) }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: type })),
            attribute('1.2.840.113549.1.9.5', new asn1.UTCTime({ valueDate: new Date(at) })),
            attribute(
              '1.2.840.113549.1.9.4',
              new asn1.OctetString({ valueHex: Uint8Array.from(digest).buffer }),
            ),
          ],
        }),
      }),
    ],
    certificates: [certificate, ...along.map((one) => one.certificate)],
  })
}

const attribute = (type: string, value: asn1.AsnType) => new Attribute({ type, values: [value] })

/** A token of a time stamping service over some bytes. */
async function tokenOf(
  over: readonly Uint8Array[],
  { by, at }: { readonly by: Holder; readonly at: string },
): Promise<ContentInfo> {
  const told = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
      hashedMessage: new asn1.OctetString({ valueHex: Uint8Array.from(sha256(over)).buffer }),
    }),
    serialNumber: new asn1.Integer({ value: 1 }),
    genTime: new Date(at),
  })
  const content = told.toSchema().toBER()
  const data = dataOf(by, [], tokenId, sha256([new Uint8Array(content)]), at, content)
  await data.sign(by.key, 0, 'SHA-256')
  return infoOf(data)
}
