// A paper with its facts filled in: what is shown, printed and written, and what is still missing.
import type { Words } from '@yizhuan/kit'

/** A piece of a line: words of the record, or a blank that a field left. */
export interface Run {
  readonly text: string
  /** The field whose value is missing. */
  readonly blank?: string
  /** How many lines are left free for it, where it is more than one. */
  readonly lines?: number
}

export type ComposedBlock =
  /** Of a clause with its number as it stands, such as 第三条: a document counts them itself. */
  | { readonly is: 'heading'; readonly number?: string; readonly runs: readonly Run[] }
  | { readonly is: 'text'; readonly runs: readonly Run[]; readonly at: 'body' | 'left' | 'right' }
  | {
      readonly is: 'facts'
      readonly rows: readonly { readonly name: string; readonly runs: readonly Run[] }[]
    }
  | {
      readonly is: 'rows'
      readonly columns: readonly string[]
      /** Figures stand at the right. */
      readonly figures: readonly boolean[]
      readonly rows: readonly (readonly (readonly Run[])[])[]
      readonly foot: readonly (readonly Run[])[]
    }
  | { readonly is: 'articles'; readonly runs: readonly Run[] }
  | { readonly is: 'sign'; readonly who: readonly string[] }
  | { readonly is: 'seal'; readonly who: readonly Run[]; readonly on: readonly Run[] }

/** A fact the paper needs and the record does not hold. */
export interface Missing {
  readonly field: string
  readonly label: Words
  /** No record holds it: it is written in by hand. */
  readonly isByHand: boolean
}

/** The values of a paper's fields for a template of the institution's own. */
export type PaperValues = Readonly<
  Record<string, string | readonly Readonly<Record<string, string>>[]>
>

export interface Composed {
  readonly id: string
  readonly title: string
  readonly institution: string
  readonly blocks: readonly ComposedBlock[]
  readonly missing: readonly Missing[]
  readonly proof: string
  /** It rests on drafts of law: every page says so. */
  readonly isDraft: boolean
  /** A list of many columns lies across the page. */
  readonly isWide?: true
  readonly values: PaperValues
}
