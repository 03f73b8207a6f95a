import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { articlesOf, type LawText, nodeAt } from '@yizhuan/law-authoring'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockChain, recordChange } from '../../../platform/evidence.ts'
import type { FileStore } from '../../../platform/files.ts'
import { newId } from '../../../platform/ids.ts'
import { answersTo, insertAnswer, insertKeptText, keptText } from './text-import.queries.ts'
import {
  type AnswerKind,
  answer,
  doubtsOf,
  type TextFormat,
  type TextRefusals,
  takeIn,
} from './text-import.ts'

type By = Pick<Caller, 'institution' | 'person' | 'name'>

/** Words on their way in, and the file they came from. */
export interface IncomingText {
  readonly source: string
  /** Where the document is known to have articles. */
  readonly places: readonly string[]
  readonly text: string
  readonly format: TextFormat
  readonly file: { readonly name: string; readonly bytes: Buffer; readonly type: string } | null
}

const registerOf = (source: string) => `policy-text/${source}`

/** Keeps an official text and the bytes it came in; it is compared with what was encoded. */
export async function importText(
  tx: Tx,
  { clock, files }: { readonly clock: Clock; readonly files: FileStore },
  by: By,
  { source, places, text, format, file }: IncomingText,
): Promise<Outcome<{ law: LawText; articles: number }, TextRefusals>> {
  const taken = takeIn(text, places)
  if (taken.kind === 'refused') return taken

  // From here on the text is kept.
  const law = taken.value
  const found = places.filter((at) => !('error' in nodeAt(law, at)))
  const articles = Math.max(articlesOf(law).length, found.length)
  const sha256 = file && createHash('sha256').update(file.bytes).digest('hex')
  if (file) {
    const stored = await files.put(Readable.from(file.bytes))
    await tx
      .insertInto('file')
      .values({
        ...stored,
        name: file.name,
        type: file.type,
        institutionId: by.institution,
        addedBy: by.person,
      })
      .onConflict((on) => on.columns(['institutionId', 'sha256']).doNothing())
      .execute()
  }
  await insertKeptText(tx, {
    institutionId: by.institution,
    source,
    importedBy: by.person,
    importedName: by.name,
    id: newId(),
    body: text,
    format,
    fileName: file?.name ?? null,
    fileSha256: sha256,
  })
  await recordChange(tx, registerOf(source), {
    action: 'policy.textImported',
    data: {
      source,
      articles,
      characters: text.length,
      format,
      ...(file && { file: { name: file.name, sha256, size: file.bytes.length } }),
    },
    at: clock.now(),
    by,
  })
  return accept({ law, articles })
}

/** Keeps a person's answer to a doubt of the newest text of a source. */
export async function answerDoubt(
  tx: Tx,
  clock: Clock,
  by: By,
  source: string,
  given: {
    readonly line: number
    readonly kind: string
    readonly answer: AnswerKind
    readonly correction: string | null
  },
): Promise<Outcome<{ open: number }, TextRefusals>> {
  await lockChain(tx, { institution: by.institution, name: registerOf(source) })
  const kept = await keptText(tx, by.institution, source)
  if (!kept) return refuse('nothing-imported', {})
  const before = await answersTo(tx, by.institution, kept.id)
  const decision = answer(kept.body, before, given)
  if (decision.kind === 'refused') return decision

  // From here on the answer is kept.
  const at = clock.now()
  await insertAnswer(tx, by.institution, kept.id, { ...given, seq: before.length + 1, at, by })
  await recordChange(tx, registerOf(source), {
    action: 'policy.doubtAnswered',
    data: { source, text: kept.id, ...given, line: given.line + 1, before: decision.value.text },
    at,
    by,
  })
  const all = [...before, { ...given, name: by.name, at }]
  return accept({ open: doubtsOf(kept.body, all).filter((one) => one.answer === null).length })
}
