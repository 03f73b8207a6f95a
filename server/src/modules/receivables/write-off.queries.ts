import type { Tx } from '../../platform/database.ts'
import type { ContractMoneyWire } from './contract-money.wire.ts'
import type { ReceivableRow } from './terms.queries.ts'
import './receivables.table.ts'

/** Whether the case of a contract writes off what is owed by it; that of commissioned work has no act for it. */
export const isWrittenOffInCase = ({
  caseId,
  kind,
}: {
  readonly caseId: string | null
  readonly kind: string
}): boolean => caseId !== null && kind === 'transfer'

/** What of some receivables was written off, the last first, and why it was taken back where it was. */
export async function writeOffsOf(
  tx: Tx,
  institution: string,
  rows: readonly ReceivableRow[],
): Promise<ContractMoneyWire['writeOffs']> {
  if (rows.length === 0) return []
  const lines = await tx
    .selectFrom('receivableWriteOff')
    .selectAll()
    .where('institutionId', '=', institution)
    .where(
      'receivableId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute()
  const proposals = await proposalsOf(tx, institution, rows)
  return lines
    .filter(({ takesBack }) => takesBack === null)
    .map(({ id, receivableId, minor, writtenOn, reason, madeName, caseId }) => {
      const row = rows.find((one) => one.id === receivableId)
      return {
        ...{ id, receivable: receivableId, minor, writtenOn, reason, madeName },
        ...{ label: row?.label ?? '', currency: row?.currency ?? 'CNY', isOfCase: caseId !== null },
        ...proposedBy(proposals.find(({ writeOffId }) => writeOffId === id)),
        takenBack: lines.find(({ takesBack }) => takesBack === id)?.reason ?? null,
      }
    })
}

const proposedBy = (proposal: Proposal | undefined) => ({
  proposedName: proposal?.madeName ?? null,
  files: [...(proposal?.files ?? [])],
})

/** What somebody proposed to write off and nobody confirmed or gave up yet. */
export async function writeOffsWaiting(
  tx: Tx,
  institution: string,
  rows: readonly ReceivableRow[],
): Promise<ContractMoneyWire['writeOffsWaiting']> {
  return (await proposalsOf(tx, institution, rows))
    .filter(({ outcome }) => outcome === null)
    .map(({ id, receivableId, minor, writtenOn, reason, files, madeBy, madeName }) => {
      const row = rows.find((one) => one.id === receivableId)
      return {
        ...{ id, minor, writtenOn, reason, files: [...files], madeBy, madeName },
        ...{ label: row?.label ?? '', currency: row?.currency ?? 'CNY' },
      }
    })
}

async function proposalsOf(tx: Tx, institution: string, rows: readonly ReceivableRow[]) {
  if (rows.length === 0) return []
  return tx
    .selectFrom('writeOffProposal')
    .selectAll()
    .where('institutionId', '=', institution)
    .where(
      'receivableId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

type Proposal = Awaited<ReturnType<typeof proposalsOf>>[number]
