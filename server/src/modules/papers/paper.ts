// Which papers a case has now, and what each says: the procedures' papers bound to the record.
import { type Day, InputError, type Words } from '@yizhuan/kit'
import {
  type Act,
  type AnyPaper,
  actOf,
  type CommonState,
  type Entry,
  type Ground,
  nextActs,
  type PaperInstitution,
  type PaperSource,
  type Procedure,
  paperSource,
  papersNow,
  papersOfProcedure,
  parseActData,
  procedureOf,
} from '@yizhuan/procedures'
import { forbidden } from '../../platform/problem.ts'
import { notNext } from './paper.refusals.ts'

/** A case as its papers read it. */
export interface PaperCase {
  readonly source: PaperSource<CommonState>
  readonly papers: readonly PaperOfCase[]
}

/** A paper that may be made of a case now. */
export interface PaperOfCase {
  readonly paper: AnyPaper
  readonly actLabel: Words
  /** Its act may come next: it goes with the act. */
  readonly isNext: boolean
  /** Its act is in the record already. */
  readonly isRecorded: boolean
}

/** An act whose form is filled in: by whom, on which day. */
export interface Drafted {
  readonly type: string
  readonly on: Day
  readonly by: { readonly person: string; readonly name: string; readonly roles: readonly string[] }
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * The act as it would be recorded.
 *
 * @throws {InputError} naming the field and the rule, as recording it would.
 * @throws {Problem} 403 when it is not the caller's to record.
 */
function actDrafted(procedure: Procedure, entries: readonly Entry[], drafted: Drafted): Act {
  const { type, on, by } = drafted
  const role = actOf(procedure, type)?.who.find((one) => by.roles.includes(one))
  if (role === undefined) throw forbidden()
  const data = parsedIn(procedure, drafted)
  const { person, name } = by
  const seq = (entries.at(-1)?.seq ?? 0) + 1
  return { seq, type, on, at: `${on}T12:00:00+08:00`, by: { person, name, role }, data, files: [] }
}

function parsedIn(procedure: Procedure, { type, data }: Drafted) {
  try {
    return parseActData(procedure, type, data)
  } catch (error) {
    throw error instanceof InputError ? error.within('draft.data') : error
  }
}

/** The papers of a case as its record stands on a day. */
export function paperCase(
  ground: Ground,
  entries: readonly Entry[],
  of: {
    readonly institution: PaperInstitution
    readonly number: string
    readonly today: Day
  },
  drafted?: Drafted,
): PaperCase {
  const procedure = procedureOf(entries)
  const recorded = paperSource(procedure, ground, entries, of)
  const context = { ...ground, today: of.today }
  const possible = nextActs(procedure, context, recorded.state, undefined, recorded.assessment)
  const next = new Set(possible.filter(({ can }) => can !== 'no').map(({ type }) => type))
  if (drafted && !next.has(drafted.type)) throw notNext()
  const source = drafted
    ? paperSource(procedure, ground, entries, of, actDrafted(procedure, entries, drafted))
    : recorded
  const types = new Set(entries.map(({ type }) => type))
  const papers = papersOfProcedure[procedure.id] ?? []
  return {
    source,
    papers: papersNow(papers, types, next, recorded.state).map((paper) => ({
      paper,
      actLabel: actOf(procedure, paper.act)?.label ?? paper.name,
      isNext: next.has(paper.act),
      isRecorded: types.has(paper.act),
    })),
  }
}
