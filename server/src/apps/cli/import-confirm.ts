import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '@yizhuan/kit'
import type { ImportWire } from '../../modules/imports/import.wire.ts'
import {
  type Confirmed,
  confirmImport,
  discardImport,
  importOf,
  noneOfEach,
  uploadLedger,
} from '../../modules/imports/index.ts'
import { readConfig, SettingError } from '../../platform/config.ts'
import { asSystem, systemPerson } from '../../platform/database.ts'
import { OperatorError } from '../../platform/operator-error.ts'
import { openGround } from '../../platform/start.ts'
import { UsageError } from './command.ts'
import { institutionOf } from './institution-of.ts'

/** A ledger about to be imported from the command line. */
export interface LedgerFile {
  readonly name: string
  readonly bytes: Buffer
  readonly asOf: Day
}

/**
 * Writes the rows of a ledger that nobody needs to decide about into an institution's registers.
 *
 * @param wanted  the institution by name or id; not needed where there is only one.
 * @throws {UsageError} in one sentence, and nothing was written.
 */
export async function confirmLedger(
  file: LedgerFile,
  wanted: string | undefined,
): Promise<Confirmed> {
  try {
    const config = readConfig(process.env)
    // A key made here would seal what the server could never open.
    if (!existsSync(join(config.dataFolder, 'secrets', 'field.key'))) {
      throw new UsageError(
        `${config.dataFolder} is not the data folder of an installation: set YIZHUAN_DATA`,
      )
    }
    const ground = await openGround(config)
    try {
      return await writeLedger(ground.context, file, wanted)
    } finally {
      await ground.close()
    }
  } catch (error) {
    if (error instanceof OperatorError || error instanceof SettingError) {
      throw new UsageError(error.message)
    }
    throw error
  }
}

type Desk = Awaited<ReturnType<typeof openGround>>['context']

async function writeLedger(
  desk: Desk,
  file: LedgerFile,
  wanted: string | undefined,
): Promise<Confirmed> {
  const institution = await institutionOf(desk.db, wanted)
  const by = { institution, person: systemPerson, name: 'yizhuan import', roles: ['system'] }
  const uploaded = await uploadLedger(desk, by, file)
  if (uploaded.kind === 'refused') throw new UsageError(uploaded.refusal.code)
  const { id, isNew } = uploaded.value
  if (!isNew) {
    throw new UsageError('this file lies in an open draft: confirm or discard it in the browser')
  }
  const draft = await asSystem(desk.db, institution, (tx) => importOf(tx, institution, id))
  if (!draft) throw new TypeError('A draft that was just made is there.')
  if (draft.written === 0) {
    await discardImport(desk, by, id)
    return nothingWritten(draft)
  }
  const seen = { version: draft.version, rows: draft.written }
  const outcome = await confirmImport(desk, by, id, seen)
  if (outcome.kind === 'refused') throw new UsageError(outcome.refusal.code)
  return outcome.value
}

/** Everything was there already, or waits for a decision. */
function nothingWritten({ counts }: ImportWire): Confirmed {
  const none = noneOfEach()
  const leftOut = counts.reduce(
    (sum, { states: { refused = 0, changed = 0, duplicate = 0 } }) =>
      sum + refused + changed + duplicate,
    0,
  )
  return { entered: none, amended: none, linked: 0, leftOut }
}
