import { dayInChina } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import './agent.table.ts'
import type { RightAgentsWire } from './agent.wire.ts'

/** Who acted for a right from day to day, in their order. */
export async function agentsOf(tx: Tx, institution: string, right: string) {
  const rows = await tx
    .selectFrom('rightAgent')
    .select(['id', 'fromDay as from', 'agency', 'attorney', 'mail', 'reference', 'basis'])
    .select(['recordedAt', 'recordedName'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', right)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return rows.map(({ recordedAt, ...row }) => ({ ...row, recordedOn: dayInChina(recordedAt) }))
}

/** What the agencies of a right were told, the newest first, with who took what back. */
export async function instructionsOf(
  tx: Tx,
  institution: string,
  right: string,
): Promise<RightAgentsWire['instructions']> {
  const rows = await tx
    .selectFrom('rightInstruction')
    .select(['id', 'kind', 'onDay', 'agency', 'about', 'dueOn', 'reverses'])
    .select(['recordedAt', 'recordedName'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', right)
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const given = rows.filter(({ reverses }) => reverses === null)
  return given.map(({ onDay, reverses: _none, recordedAt, ...row }) => {
    const back = rows.find(({ reverses }) => reverses === row.id)
    return {
      ...row,
      on: onDay,
      recordedOn: dayInChina(recordedAt),
      takenBack: back
        ? { name: back.recordedName, on: dayInChina(back.recordedAt), reason: back.about }
        : null,
    }
  })
}
