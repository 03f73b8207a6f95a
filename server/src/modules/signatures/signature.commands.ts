import { buffer } from 'node:stream/consumers'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import type { Tasks } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import { contractRegister, signedFileTask } from '../contracts/index.ts'
import { derOf, holdsKey } from './authority.ts'
import { certOf, wordsOf } from './certificates.ts'
import { checkFile, type Found } from './check.ts'
import { filesOfContract, type SignedFile, trustedBy } from './signature.queries.ts'
import './signature.table.ts'
import type { SignatureRefusals } from './signature.refusals.ts'
import type { EnterAuthorityWire } from './signature.wire.ts'

/** The chain of the list of authorities of an institution. */
const authorities = 'trusted-authorities'

/** Writes down what a check found of a file of a contract, there and in the chain of the contract. */
export async function keepCheck(
  tx: Tx,
  clock: Clock,
  by: Author,
  contract: string,
  file: SignedFile,
  found: Found,
): Promise<{ id: string }> {
  const id = newId()
  const at = clock.now()
  const { sha256, name, size } = file
  const { state, signatures } = found
  await tx
    .insertInto('signatureCheck')
    .values({
      ...{ institutionId: by.institution, id, contractId: contract, sha256, name, size, state },
      ...{ signatures: JSON.stringify(signatures) },
      ...{ checkedAt: at, checkedBy: by.person, checkedName: by.name },
    })
    .execute()
  await recordChange(tx, chainOf(contractRegister, contract), {
    action: 'contract.signaturesChecked',
    subject: contract,
    data: {
      check: id,
      changes: [
        { field: 'file', to: { name, sha256 } },
        { field: 'signatures', to: state },
      ],
      found: signatures.map((one) => ({
        ...{ state: one.state, signer: one.signer?.serial ?? null, judgedAt: one.judgedAt },
      })),
    },
    at,
    by,
  })
  return { id }
}

/** The content of a stored file, whole: no file is larger than the store takes. */
export async function contentOf({ files }: Context, sha256: string): Promise<Buffer | undefined> {
  const content = await files.read(sha256)
  return content && (await buffer(content))
}

/** Checks what was filed with a contract, for whoever filed it; what was withdrawn meanwhile is left alone. */
export function signatureTasks(context: Context): Tasks {
  const { clock } = context
  return {
    [signedFileTask]: async (tx, { institution, payload }) => {
      const { contract, sha256, by } = payload as {
        readonly contract: string
        readonly sha256: string
        readonly by: Pick<Author, 'person' | 'name'>
      }
      const file = (await filesOfContract(tx, institution, contract)).find(
        (one) => one.sha256 === sha256,
      )
      const content = file && (await contentOf(context, sha256))
      if (!file || !content) return
      const found = checkFile(content, await trustedBy(tx, institution), clock.now())
      await keepCheck(tx, clock, { institution, ...by }, contract, file, found)
    },
  }
}

/** Enters an authority whose certificates are trusted from now on. */
export async function enterAuthority(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { name, pem }: EnterAuthorityWire,
): Promise<Outcome<{ id: string }, SignatureRefusals>> {
  if (holdsKey(pem)) return refuse('holds-key', {})
  const der = derOf(pem)
  const cert = der && certOf(der)
  if (!cert) return refuse('no-certificate', {})
  if (!cert.x509.ca) return refuse('not-an-authority', {})
  const fingerprint = cert.x509.fingerprint256.replaceAll(':', '').toLowerCase()
  const { institution } = by
  await lockChain(tx, { institution, name: authorities })
  const twice = await tx
    .selectFrom('trustedAuthority')
    .select('name')
    .where('institutionId', '=', institution)
    .where('fingerprint', '=', fingerprint)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (twice) return refuse('trusted-already', { name: twice.name })

  // From here on it is trusted.
  const id = newId()
  const at = clock.now()
  const { subject, issuer, serial, validFrom, validTo } = wordsOf(cert)
  await tx
    .insertInto('trustedAuthority')
    .values({
      ...{ institutionId: institution, id, name, pem, fingerprint, subject, issuer, serial },
      ...{ validFrom: new Date(validFrom), validTo: new Date(validTo) },
      ...{ enteredAt: at, enteredBy: by.person, enteredName: by.name },
    })
    .execute()
  await recordChange(tx, authorities, {
    action: 'authority.entered',
    subject: id,
    data: { name, fingerprint, subject },
    at,
    by,
  })
  return accept({ id })
}

/** Trusts an authority no more; what was checked before stays as it was found. */
export async function retireAuthority(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, SignatureRefusals>> {
  const { institution } = by
  await lockChain(tx, { institution, name: authorities })
  const before = await tx
    .selectFrom('trustedAuthority')
    .select(['name', 'fingerprint', 'retiredAt'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!before) return refuse('no-such-authority', {})
  if (before.retiredAt !== null) return refuse('retired-already', {})

  // From here on it is retired.
  const at = clock.now()
  await tx
    .updateTable('trustedAuthority')
    .set({ retiredAt: at, retiredName: by.name, retiredReason: reason })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  const { name, fingerprint } = before
  await recordChange(tx, authorities, {
    action: 'authority.retired',
    subject: id,
    data: { name, fingerprint, reason },
    at,
    by,
  })
  return accept({ id })
}
