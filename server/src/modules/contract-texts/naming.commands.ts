import { Readable } from 'node:stream'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { headOf, recordChange } from '../../platform/evidence.ts'
import { keepFile } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { takeRoom } from '../../platform/quota.ts'
import { fileEvidence, takeOff } from '../../platform/record-files.routes.ts'
import { recordOf } from '../cases/index.ts'
import { contractFiles } from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import { insertMade, print } from '../papers/index.ts'
import { groundOf } from '../policies/index.ts'
import { lockedText } from './text.commands.ts'
import { textPaper } from './text.paper.ts'
import { namingsOf, type StoredText } from './text.queries.ts'
import { chainOfText } from './text.table.ts'
import { gapsIn } from './text.ts'
import { changedIn, type TextDesk, textDesk, troubleOf } from './text.view.ts'

/** Why a version is not the one to be signed. */
export interface NamingRefusals {
  'no-such-text': Record<string, never>
  'text-has-gaps': { readonly names: string }
  'text-out-of-date': { readonly names: string }
  'text-undecided': { readonly names: string }
  'sums-differ': Record<string, never>
  'named-already': { readonly version: string }
  'nothing-named': Record<string, never>
}

type No = Outcome<never, NamingRefusals> | undefined

interface NamedFile {
  readonly sha256: string
  readonly size: number
  readonly name: string
}

/**
 * Says which version is to be signed: it is printed, and filed with the contract, or kept among the papers of the
 * case, so that the decision and the notice can name it.
 *
 * It is printed outside the transaction, and looked at once more within: a term that changed meanwhile is refused.
 */
export async function nameText(
  context: Context,
  caller: Caller,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string | null },
): Promise<Outcome<{ version: number; file: NamedFile }, NamingRefusals>> {
  const { db, files, clock } = context
  const { institution } = caller
  const ready = await asReader(db, caller, async (tx) => {
    const desk = await textDesk(tx, caller, id, version)
    const no = desk ? await againstNaming(tx, institution, desk) : refuse('no-such-text', {})
    if (no) return no
    return accept(await paperOf(tx, caller, desk as TextDesk, { isNamed: true, isBoth: true }))
  })
  if (ready.kind === 'refused') return ready
  const bytes = await print({ paper: ready.value, day: clock.today() })
  await takeRoom(context, caller, bytes.byteLength)
  const stored = await files.put(Readable.from([bytes]))
  const file = { ...stored, name: `${ready.value.title} 第${version}版.pdf` }
  return await asCaller(db, caller, async (tx) => {
    const found = await lockedText(tx, institution, id)
    const desk = found && (await textDesk(tx, caller, id, version))
    if (!desk) return refuse('no-such-text', {})
    const no = await againstNaming(tx, institution, desk)
    if (no) return no

    // From here on it is named.
    await keepFile(tx, caller, { ...file, type: 'application/pdf' })
    await takeFormerOff(tx, context, caller, desk.stored, `改用合同文本第 ${version} 版`)
    const where = await filed(tx, context, caller, desk, file)
    await writeNaming(tx, context, caller, id, { version, reason, ...where })
    return accept({ version, file })
  })
}

/** Takes back which version is to be signed; what was printed stays in the record, with why. */
export async function unnameText(
  tx: Tx,
  context: Pick<Context, 'clock'>,
  caller: Caller,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, NamingRefusals>> {
  const found = await lockedText(tx, caller.institution, id)
  const desk = found && (await textDesk(tx, caller, id))
  if (!desk) return refuse('no-such-text', {})
  const [last] = await namingsOf(tx, caller.institution, id)
  if (last?.version == null) return refuse('nothing-named', {})

  // From here on none is named.
  await takeFormerOff(tx, context, caller, desk.stored, reason)
  await writeNaming(tx, context, caller, id, {
    ...{ version: null, paperId: null, recordFileId: null, reason },
  })
  return accept({ id })
}

/** A version as a paper that says which entry of its chain it was printed after. */
export async function paperOf(
  tx: Tx,
  { institution }: Pick<Caller, 'institution'>,
  { stored, version }: TextDesk,
  { isNamed, isBoth }: { readonly isNamed: boolean; readonly isBoth: boolean },
) {
  const profile = await profileOf(tx, institution)
  const entry = await headOf(tx, { institution, name: chainOfText(stored.id) })
  return textPaper({ id: stored.id, institution: profile.name, version, isNamed, isBoth, entry })
}

async function againstNaming(tx: Tx, institution: string, desk: TextDesk): Promise<No> {
  const { stored, version, deal, slots } = desk
  const [last] = await namingsOf(tx, institution, stored.id)
  if (last?.version === version.version)
    return refuse('named-already', { version: `${version.version}` })
  const troubled = version.parts.filter((part) => {
    const slot = slots.find(({ key }) => key === part.slot)
    return troubleOf(part, slot, desk) !== null
  })
  if (troubled.length > 0) {
    const names = troubled.map(({ name, slot }) => (name === '' ? slotName(desk, slot) : name))
    return refuse('text-undecided', { names: names.join('、') })
  }
  const gaps = gapsIn(version.parts, version.facts, version.inputs).filter(
    ({ comesLater }) => !comesLater,
  )
  if (gaps.length > 0)
    return refuse('text-has-gaps', { names: gaps.map(({ name }) => name).join('、') })
  const changed = changedIn(version, deal)
  if (changed.length > 0)
    return refuse('text-out-of-date', { names: changed.map(({ name }) => name).join('、') })
  return deal.sumDiffers ? refuse('sums-differ', {}) : undefined
}

/** A place that stands empty is called by its first clause. */
function slotName({ slots, library }: TextDesk, key: string): string {
  const [first = ''] = slots.find((slot) => slot.key === key)?.clauses ?? []
  return library.get(first)?.name ?? key
}

/** Puts the printed text where its deal is looked up: with the contract, or among the papers of the case. */
async function filed(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  caller: Caller,
  { stored, version, deal }: TextDesk,
  file: NamedFile,
): Promise<{ readonly paperId: string | null; readonly recordFileId: string | null }> {
  const { institution, person, name: byName } = caller
  if (deal.contractId !== null) {
    const note = `合同文本第 ${version.version} 版（定稿）`
    const files = [file]
    const [recordFileId = null] = await fileEvidence(
      tx,
      clock.now(),
      contractFiles,
      caller,
      deal.contractId,
      { files, note },
    )
    return { paperId: null, recordFileId }
  }
  const caseId = stored.caseId ?? ''
  const last = (await recordOf(tx, caller, caseId))?.entries.at(-1)
  const { law } = await groundOf(tx, institution, clock.today())
  const made = await insertMade(tx, {
    ...{ institutionId: institution, caseId, id: newId(), paper: 'contract-text', format: 'pdf' },
    ...{ ...file, seq: last?.seq ?? 0, entryHash: last?.hash ?? '', law: law.id },
    ...{ templateVersion: null, missing: 0, at: clock.now(), byPerson: person, byName },
  })
  return { paperId: made.id, recordFileId: null }
}

/** A contract shows the text that counts: the file of the version before is taken off, unless somebody did. */
async function takeFormerOff(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  caller: Caller,
  { id }: StoredText,
  reason: string,
): Promise<void> {
  const [last] = await namingsOf(tx, caller.institution, id)
  if (!last?.recordFileId) return
  const file = await tx
    .selectFrom('recordFile')
    .select(['recordId', 'takenOffAt'])
    .where('institutionId', '=', caller.institution)
    .where('id', '=', last.recordFileId)
    .executeTakeFirst()
  if (!file || file.takenOffAt !== null) return
  const of = { id: file.recordId, file: last.recordFileId, reason }
  await takeOff(tx, clock.now(), contractFiles, caller, of)
}

async function writeNaming(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  caller: Caller,
  id: string,
  naming: {
    readonly version: number | null
    readonly reason: string | null
    readonly paperId: string | null
    readonly recordFileId: string | null
  },
): Promise<void> {
  const { institution, person, name } = caller
  const [last] = await namingsOf(tx, institution, id)
  const at = clock.now()
  await tx
    .insertInto('contractTextNaming')
    .values({
      ...{ institutionId: institution, textId: id, seq: (last?.seq ?? 0) + 1, ...naming },
      ...{ namedAt: at, namedBy: person, namedName: name },
    })
    .execute()
  await recordChange(tx, chainOfText(id), {
    action: naming.version === null ? 'contractText.unnamed' : 'contractText.named',
    subject: id,
    data: { ...naming },
    at,
    by: caller,
  })
}
