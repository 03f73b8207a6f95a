// Which papers a case has now, and what each says: the procedures' papers bound to the record.
import type { Day, Words } from '@yizhuan/kit'
import {
  type AnyPaper,
  actOf,
  type CommonState,
  type Entry,
  type Ground,
  nextActs,
  type PaperInstitution,
  type PaperSource,
  paperSource,
  papersNow,
  papersOfProcedure,
  procedureOf,
} from '@yizhuan/procedures'

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

/** The papers of a case as its record stands on a day. */
export function paperCase(
  ground: Ground,
  entries: readonly Entry[],
  of: {
    readonly institution: PaperInstitution
    readonly number: string
    readonly today: Day
  },
): PaperCase {
  const procedure = procedureOf(entries)
  const source = paperSource(procedure, ground, entries, of)
  const context = { ...ground, today: of.today }
  const possible = nextActs(procedure, context, source.state, undefined, source.assessment)
  const next = new Set(possible.filter(({ can }) => can !== 'no').map(({ type }) => type))
  const recorded = new Set(entries.map(({ type }) => type))
  const papers = papersOfProcedure[procedure.id] ?? []
  return {
    source,
    papers: papersNow(papers, recorded, next, source.state).map((paper) => ({
      paper,
      actLabel: actOf(procedure, paper.act)?.label ?? paper.name,
      isNext: next.has(paper.act),
      isRecorded: recorded.has(paper.act),
    })),
  }
}
