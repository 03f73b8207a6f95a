import type { Role } from '../../platform/access.ts'
import type { Caller } from '../../platform/database.ts'
import type { CredentialWire } from './credential.wire.ts'

/** Who reads the papers themselves, which may name birthday and identity: those who enter them and those who check. */
export const certificateReaders: readonly Role[] = [
  'admin',
  'tto_reviewer',
  'auditor',
  'discipline',
]

/** Training and certificates as somebody reads them: what they are is open in the house, the paper is not. */
export function asReadBy(
  { person, roles }: Pick<Caller, 'person' | 'roles'>,
  holder: string,
  credentials: readonly CredentialWire[],
): CredentialWire[] {
  const readsPapers = person === holder || certificateReaders.some((role) => roles.includes(role))
  return credentials.map((one) => (readsPapers ? one : { ...one, file: null }))
}
