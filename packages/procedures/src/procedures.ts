// Every procedure of the platform.

import { abandonment } from './abandonment/abandonment.ts'
import { assetLedger } from './asset-ledger/asset-ledger.ts'
import { empowermentOwnership } from './empowerment/ownership.ts'
import { empowermentUse } from './empowerment/use.ts'
import { equityHolding } from './equity-holding/equity-holding.ts'
import { exemption } from './exemption/exemption.ts'
import { machines } from './machines/machines.ts'
import { platformCompany } from './platform-company/platform-company.ts'
import type { Procedure } from './procedure/procedure.ts'
import { rectification } from './rectification/rectification.ts'
import { serviceContract } from './service-contract/service-contract.ts'
import { transferCase } from './transfer-case/transfer-case.ts'
import { useFirst } from './use-first/use-first.ts'

/** Every procedure, the commonest first. */
export const procedures: readonly Procedure[] = [
  transferCase,
  serviceContract,
  equityHolding,
  abandonment,
  empowermentOwnership,
  empowermentUse,
  exemption,
  useFirst,
  rectification,
  ...machines,
  platformCompany,
  assetLedger,
]

/** A procedure by its id; undefined when there is none. */
export function procedureById(id: string): Procedure | undefined {
  return procedures.find((one) => one.id === id)
}

/** The procedure that an act opens; undefined for acts that open none. */
export function procedureOpenedBy(type: string): Procedure | undefined {
  return procedures.find(({ opening }) => opening === type)
}

/**
 * The procedure of a record.
 *
 * @throws {TypeError} for a record that does not begin with an opening.
 */
export function procedureOf(acts: readonly { readonly type: string }[]): Procedure {
  const procedure = procedureOpenedBy(acts[0]?.type ?? '')
  if (!procedure) throw new TypeError(`«${acts[0]?.type}» opens no procedure.`)
  return procedure
}
