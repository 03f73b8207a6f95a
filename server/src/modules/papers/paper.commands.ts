import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Day } from '@yizhuan/kit'
import {
  type AnyPaper,
  type Composed,
  compose,
  NOT_SEALED,
  PROOF,
  paperOf,
  placeholdersOf,
} from '@yizhuan/procedures'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { keepFile } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { takeRoom } from '../../platform/quota.ts'
import { caseDesk, recordOf, withoutTold } from '../cases/index.ts'
import { profileOf } from '../institutions/index.ts'
import {
  insertMade,
  insertTemplate,
  isStored,
  type MadeRow,
  type OwnTemplate,
  ownTemplates,
  templatesOf,
} from './paper.queries.ts'
import {
  noSuchCase,
  noSuchPaper,
  noSuchVersion,
  notNext,
  onlyDocx,
  templateChanged,
  templateNotStored,
  templateRefused,
} from './paper.refusals.ts'
import { type Drafted, type PaperCase, paperCase } from './paper.ts'
import type { MakeWire } from './paper.wire.ts'
import { docxOf } from './rendering/docx.ts'
import { print } from './rendering/print.ts'
import { knownOf } from './templates/placeholders.ts'
import { filled, troublesOf } from './templates/template-in-thread.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A case with its papers and the templates the institution has of its own. */
export interface PaperDesk extends PaperCase {
  readonly own: ReadonlyMap<string, OwnTemplate>
  /** Whether the caller reads what the case says of a disclosure. */
  readonly readsTold: boolean
}

/**
 * Reads what the papers of a case are made from.
 *
 * @throws {Problem} 404 when the institution has no such case.
 */
export async function paperDesk(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  caller: Caller,
  id: string,
  drafted?: Drafted,
): Promise<PaperDesk> {
  const { institution } = caller
  const [record, desk, profile, templates] = await Promise.all([
    recordOf(tx, caller, id),
    caseDesk(tx, clock, institution, id),
    profileOf(tx, institution),
    templatesOf(tx, institution),
  ])
  if (!record) throw noSuchCase()
  const of = { institution: profile, number: record.line.number, today: clock.today() }
  const entries = await withoutTold(tx, caller, record.entries)
  const readsTold = entries === record.entries
  return { ...paperCase(desk, entries, of, drafted), own: ownTemplates(templates), readsTold }
}

/** A paper of a case with its facts. @throws {Problem} 404 when the case cannot have it now. */
export function composedIn({ papers, source }: PaperDesk, id: string): Composed {
  const found = papers.find(({ paper }) => paper.id === id)
  if (!found) throw noSuchPaper()
  return compose(found.paper, source)
}

/**
 * Makes a paper of a case: a file kept under its hash, ready to go with an act.
 *
 * It is printed outside the transaction: nobody's database connection waits for a typesetter. The
 * paper names the act it was made after, so that an act recorded meanwhile does no harm.
 *
 * With the form of an act filled in, it says what the act will say; only who may record it may do so.
 *
 * @throws {Problem} 404 when the case cannot have the paper now; 422 for a PDF of an own template.
 * @throws {InputError} for a form that could not be recorded.
 */
export async function makePaper(
  context: Context,
  caller: Caller,
  id: string,
  paper: string,
  { format, draft }: MakeWire,
): Promise<MadeRow> {
  const { db, files, clock } = context
  if (draft && knownPaper(paper).act !== draft.type) throw notNext()
  const drafted = draft && draftedBy(caller, clock.today(), draft)
  const desk = await asReader(db, caller, (tx) => paperDesk(tx, context, caller, id, drafted))
  const composed = composedIn(desk, paper)
  const own = desk.own.get(paper)
  if (own && format === 'pdf') throw onlyDocx(own.version)
  const bytes = await bytesOf(context, composed, format, own)
  await takeRoom(context, caller, bytes.byteLength)
  const stored = await files.put(Readable.from([bytes]))
  const last = desk.source.acts.findLast(({ hash }) => hash !== NOT_SEALED)
  const name = `${desk.source.number} ${composed.title}.${format}`
  return await asCaller(db, caller, async (tx) => {
    await keepFile(tx, caller, { ...stored, name, type: types[format] })
    return await insertMade(tx, {
      institutionId: caller.institution,
      caseId: id,
      id: newId(),
      paper,
      format,
      ...stored,
      name,
      seq: last?.seq ?? 0,
      entryHash: last?.hash ?? '',
      law: desk.source.law.id,
      templateVersion: own?.version ?? null,
      missing: composed.missing.filter(({ isByHand }) => !isByHand).length,
      at: clock.now(),
      byPerson: caller.person,
      byName: caller.name,
    })
  })
}

function draftedBy(
  by: Caller,
  today: Day,
  { type, on, data }: NonNullable<MakeWire['draft']>,
): Drafted {
  const day = (on ?? today) as Day
  return { type, on: day < today ? day : today, by, data: data ?? {} }
}

async function bytesOf(
  { files, clock }: Context,
  composed: Composed,
  format: 'docx' | 'pdf',
  own: OwnTemplate | undefined,
): Promise<Uint8Array> {
  if (format === 'pdf') {
    return await print({ paper: composed, day: clock.today() })
  }
  if (!own) return docxOf(composed)
  const template = await files.read(own.sha256)
  if (!template) throw templateNotStored()
  return await filled(await buffer(template), composed.values)
}

/** A paper there is. @throws {Problem} 404 */
export function knownPaper(id: string): AnyPaper {
  const paper = paperOf(id)
  if (!paper) throw noSuchPaper()
  return paper
}

/**
 * Puts an institution's own DOCX in the place of the standard template, as its next version.
 *
 * @throws {Problem} 400 for a file that is not stored; 422 with all that is wrong with it; 409 when
 *   somebody else changed the template since `expectedVersion`.
 */
export async function replaceTemplate(
  context: Context,
  caller: Caller,
  id: string,
  {
    file,
    expectedVersion,
  }: {
    readonly file: { readonly name: string; readonly sha256: string; readonly size: number }
    readonly expectedVersion: number
  },
): Promise<void> {
  const paper = knownPaper(id)
  const isHere = await asReader(context.db, caller, (tx) => isStored(tx, caller.institution, file))
  const content = isHere ? await context.files.read(file.sha256) : undefined
  if (!content) throw templateNotStored()
  const known = knownOf(placeholdersOf(paper), PROOF)
  const troubles = await troublesOf(await buffer(content), known)
  if (troubles.length > 0) throw templateRefused(troubles)
  const { name, sha256 } = file
  await asCaller(context.db, caller, (tx) =>
    addVersion(tx, context, caller, id, { name, sha256 }, expectedVersion),
  )
}

/**
 * Puts an earlier version of a template back, or the standard, which is version 0.
 *
 * @throws {Problem} 404 for a version there never was; 409 as above.
 */
export async function putTemplateBack(
  context: Context,
  caller: Caller,
  id: string,
  { version, expectedVersion }: { readonly version: number; readonly expectedVersion: number },
): Promise<void> {
  knownPaper(id)
  await asCaller(context.db, caller, async (tx) => {
    const all = await templatesOf(tx, caller.institution, id)
    const earlier = all.find((one) => one.version === version)
    if (version !== 0 && !earlier) throw noSuchVersion()
    const { name = null, sha256 = null } = earlier ?? {}
    await addVersion(tx, context, caller, id, { name, sha256 }, expectedVersion)
  })
}

async function addVersion(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  by: Caller,
  paper: string,
  file: { readonly name: string | null; readonly sha256: string | null },
  expectedVersion: number,
): Promise<void> {
  const { institution, person, name } = by
  // One at a time in an institution: of two who replace a template at once, the second is told.
  await lockChain(tx, { institution, name: REGISTER })
  const [newest] = await templatesOf(tx, institution, paper)
  const version = newest?.version ?? 0
  if (version !== expectedVersion) throw templateChanged(version, newest?.byName ?? '')

  // From here on the version is recorded.
  const at = clock.now()
  await insertTemplate(tx, {
    institutionId: institution,
    paper,
    version: version + 1,
    ...file,
    at,
    byPerson: person,
    byName: name,
  })
  await recordChange(tx, REGISTER, {
    action: file.sha256 === null ? 'template.standard' : 'template.replaced',
    subject: institution,
    data: { paper, version: version + 1, ...file },
    at,
    by,
  })
}

const REGISTER = 'paper-templates'
