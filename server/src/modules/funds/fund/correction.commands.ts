import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { corrected } from '@yizhuan/money'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { yuanCell } from '../../../platform/csv.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { amendRecord, chainOf } from '../../../platform/register.ts'
import { takeBack } from '../../journal/index.ts'
import { approvers, payers } from '../funds.access.ts'
import type { FundRefusals } from './fund.commands.ts'
import { entriesOf, positionOf, storedFund } from './fund.queries.ts'
import { fundRegister } from './fund.table.ts'
import { standingLines } from './fund.ts'
import type { CorrectLineWire } from './fund.wire.ts'
import { recordedOf } from './posting.ts'

/** Takes back a line that was entered by mistake, with the reason; both stay in the ledger. */
export async function correctLine(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { line, reason, files }: z.output<typeof CorrectLineWire>,
): Promise<Outcome<{ seq: number }, FundRefusals>> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(fundRegister, id) })
  const fund = await storedFund(tx, institution, id)
  if (!fund) return refuse('no-such-fund', {})
  const entries = await entriesOf(tx, institution, id)
  const found = entries.find(({ seq }) => seq === line)
  if (!found || found.kind === 'corrected') return refuse('no-such-fund-line', {})
  const wrong = standingLines(entries).find(({ seq }) => seq === line)
  if (!wrong) return refuse('fund-line-corrected', { line: `${line}` })
  // Whoever may say such a line may take it back: what was decided, those who decide.
  const isDecided = wrong.kind === 'committed' || wrong.kind === 'released'
  const may = isDecided ? approvers : payers
  if (!by.roles.some((role) => may.some((one) => one === role))) {
    return refuse('fund-line-of-others', {})
  }
  const last = entries.at(-1)
  const outcome = corrected(
    { cash: BigInt(last?.cashFen ?? 0), reserved: BigInt(last?.reservedFen ?? 0) },
    positionOf(entries.filter(({ projectId }) => projectId === wrong.projectId)),
    { kind: wrong.kind, fen: BigInt(wrong.amountFen) },
  )
  // What is lacking was used by later lines: they are put right first.
  if (outcome.kind === 'refused') return refuse('fund-line-used', { line: `${line}` })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('fund-file-not-stored', { name: lost.name })

  // From here on it is corrected.
  const { cash, reserved } = outcome.value.fund
  const onDay = clock.today()
  await insertMany(tx, 'fundEntry', [
    {
      ...{ institutionId: institution, fundId: id, seq: (last?.seq ?? 0) + 1, id: newId() },
      ...{ kind: 'corrected' as const, corrects: line, onDay, reference: reason, files },
      ...{ projectId: wrong.projectId, amountFen: wrong.amountFen, party: wrong.party },
      ...{ through: wrong.through, milestone: null },
      ...{ cashFen: `${cash}`, reservedFen: `${reserved}` },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    },
  ])
  const recorded = { ...recordedOf({ id, name: fund.name }, wrong.id), seq: 1, reference: reason }
  await takeBack(tx, clock, institution, onDay, [recorded])
  const told = [`${line}`, yuanCell(wrong.amountFen), wrong.project ?? wrong.party ?? '']
  const amended = await amendRecord(tx, fundRegister, clock, by, id, {
    fields: {},
    beside: [{ field: wrong.kind, from: told.filter(Boolean), to: null }],
    ...{ reason, action: 'corrected' },
  })
  return accept({ seq: amended?.seq ?? 0 })
}
