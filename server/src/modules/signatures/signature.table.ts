import type { Json } from '../../platform/tables.ts'
import type { FileState, SignatureWire } from './signature.wire.ts'

interface SignatureCheckTable {
  institutionId: string
  id: string
  contractId: string
  sha256: string
  name: string
  size: number
  state: FileState
  signatures: Json<readonly SignatureWire[]>
  checkedAt: Date
  checkedBy: string
  checkedName: string
}

interface TrustedAuthorityTable {
  institutionId: string
  id: string
  name: string
  pem: string
  fingerprint: string
  subject: string
  issuer: string
  serial: string
  validFrom: Date
  validTo: Date
  enteredAt: Date
  enteredBy: string
  enteredName: string
  retiredAt: Date | null
  retiredName: string | null
  retiredReason: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    signatureCheck: SignatureCheckTable
    trustedAuthority: TrustedAuthorityTable
  }
}
