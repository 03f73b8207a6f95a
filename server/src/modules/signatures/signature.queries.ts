import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type Cert, certOf } from './certificates.ts'
import type { Trusted } from './check.ts'
import './signature.table.ts'
import { derOf } from './authority.ts'
import type { AuthorityWire, SignatureCheckWire } from './signature.wire.ts'

/** A file that may be the signed text of a contract. */
export interface SignedFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly from: 'filed' | 'act'
}

/** The files filed with a contract, and those of the act of its case that signed it. */
export async function filesOfContract(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<readonly SignedFile[]> {
  const [filed, ofAct] = await Promise.all([
    tx
      .selectFrom('recordFile')
      .select(['sha256', 'name', 'size'])
      .where('institutionId', '=', institution)
      .where('kind', '=', 'contract')
      .where('recordId', '=', contract)
      .where('takenOffAt', 'is', null)
      .orderBy('addedAt')
      .execute(),
    sql<Omit<SignedFile, 'from'>>`
      select file.sha256, named ->> 'name' as name, file.size from contract
      join act on act.institution_id = contract.institution_id and act.case_id = contract.case_id
        and act.seq = contract.seq and not act_withheld(act.case_id, act.seq)
      cross join lateral jsonb_array_elements(act.entry -> 'files') as named
      join file on file.institution_id = contract.institution_id
        and file.sha256 = named ->> 'sha256'
      where contract.institution_id = ${institution} and contract.id = ${contract}
        and jsonb_typeof(act.entry -> 'files') = 'array'
    `.execute(tx),
  ])
  const all = [
    ...ofAct.rows.map((one) => ({ ...one, from: 'act' as const })),
    ...filed.map((one) => ({ ...one, from: 'filed' as const })),
  ]
  return all.filter(({ sha256 }, at) => all.findIndex((one) => one.sha256 === sha256) === at)
}

/** When the case of a contract decided, the last time before it was signed. */
export async function decidedOn(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<string | null> {
  const { rows } = await sql<{ readonly day: string | null }>`
    select max(act.on_day) as day from contract
    join act on act.institution_id = contract.institution_id and act.case_id = contract.case_id
      and act.seq < contract.seq and act.type = 'decided'
    where contract.institution_id = ${institution} and contract.id = ${contract}
  `.execute(tx)
  return rows[0]?.day ?? null
}

/** Every check of the files of a contract, the newest first. */
export async function checksOf(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<SignatureCheckWire[]> {
  const rows = await tx
    .selectFrom('signatureCheck')
    .select(['id', 'sha256', 'name', 'size', 'state', 'signatures', 'checkedAt', 'checkedName'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('checkedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ checkedAt, checkedName, signatures, ...row }) => ({
    ...row,
    signatures: [...signatures],
    at: checkedAt.toISOString(),
    by: checkedName,
  }))
}

/** The authorities that an institution trusts or trusted; those that count come first. */
export async function authoritiesOf(tx: Tx, institution: string): Promise<AuthorityWire[]> {
  const rows = await tx
    .selectFrom('trustedAuthority')
    .selectAll()
    .where('institutionId', '=', institution)
    .orderBy((select) => select('retiredAt', 'is not', null))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    fingerprint: row.fingerprint,
    subject: row.subject,
    issuer: row.issuer,
    serial: row.serial,
    validFrom: row.validFrom.toISOString(),
    validTo: row.validTo.toISOString(),
    enteredAt: row.enteredAt.toISOString(),
    enteredBy: row.enteredName,
    retired: row.retiredAt && {
      at: row.retiredAt.toISOString(),
      by: row.retiredName ?? '',
      reason: row.retiredReason ?? '',
    },
  }))
}

/** The authorities that count now, with their certificates. */
export async function trustedBy(tx: Tx, institution: string): Promise<readonly Trusted[]> {
  const rows = await tx
    .selectFrom('trustedAuthority')
    .select(['name', 'pem'])
    .where('institutionId', '=', institution)
    .where('retiredAt', 'is', null)
    .execute()
  return rows.flatMap(({ name, pem }) => {
    const der = derOf(pem)
    const cert: Cert | undefined = der && certOf(der)
    return cert ? [{ name, cert }] : []
  })
}

/** When the list of authorities was changed last. */
export async function listChangedAt(tx: Tx, institution: string): Promise<Date | null> {
  const { rows } = await sql<{ readonly at: Date | null }>`
    select greatest(max(entered_at), max(retired_at)) as at from trusted_authority
    where institution_id = ${institution}
  `.execute(tx)
  return rows[0]?.at ?? null
}
