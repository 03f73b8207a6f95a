// What a paper is: data. Which fields it has and where each comes from in the record of a case, and how
// they stand on the page. The same description is shown, printed as PDF and written as DOCX; its fields
// are the placeholders of the templates that institutions make for themselves.
import type { Day, Words } from '@yizhuan/kit'
import type { Assessment, Law } from '@yizhuan/law'

/** What papers are made from. */
export interface PaperSource<State> {
  readonly institution: PaperInstitution
  /** The number of the case. */
  readonly number: string
  readonly today: Day
  readonly state: State
  readonly law: Law
  readonly assessment: Assessment
  readonly acts: readonly PaperAct[]
}

/** The institution as papers name it. */
export interface PaperInstitution {
  readonly name: string
  readonly university?: string | null
  readonly platformCompany?: string | null
  readonly noticeDepartment?: string | null
}

/** The hash of an act that is drafted and not in the record yet. */
export const NOT_SEALED = ''

/** An act as papers point to it. */
export interface PaperAct {
  readonly seq: number
  readonly type: string
  /** What it is called. */
  readonly label: string
  readonly on: Day
  readonly hash: string
  readonly by: { readonly name: string }
  readonly data: Readonly<Record<string, unknown>>
  readonly files: readonly { readonly name: string }[]
}

/** What a field says; undefined while the record does not know it. */
export type Said = string | undefined

interface Named {
  readonly en: string
}

/** One value. */
export interface TextField<State> extends Named {
  readonly kind: 'text'
  say(source: PaperSource<State>): Said
}

/** A list, each of its rows with a value for every column. */
export interface RowsField<State> extends Named {
  readonly kind: 'rows'
  /** The name of each column, which is its placeholder, and how it is called in English. */
  readonly columns: Readonly<Record<string, string>>
  rows(source: PaperSource<State>): readonly Readonly<Record<string, Said>>[] | undefined
}

/** What no record holds: a line to be filled in by hand. */
export interface HandField extends Named {
  readonly kind: 'hand'
  /** How many lines there are to write on. */
  readonly lines: number
}

export type Field<State> = TextField<State> | RowsField<State> | HandField

/** What stands on a page, from above. `{name}` in a text is the value of a field. */
export type Block =
  | { readonly is: 'heading'; readonly text: string }
  /** The heading of a clause, numbered as it stands, with the articles that ask for what it settles. */
  | { readonly is: 'clause'; readonly title: string; readonly topics: readonly string[] }
  /** What stands on the page only where it fits the case. */
  | {
      readonly is: 'only'
      readonly of: readonly Block[]
      holds(source: PaperSource<unknown>): boolean
    }
  | { readonly is: 'text'; readonly text: string; readonly at?: 'left' | 'right' }
  /** A ruled table of fields, each beside its name. */
  | { readonly is: 'facts'; readonly of: readonly string[] }
  /** A ruled table of a list; `foot` is its last row. */
  | { readonly is: 'rows'; readonly of: string; readonly foot?: readonly string[] }
  /** The articles it rests on; left out where there are none. */
  | { readonly is: 'articles' }
  /** Lines to sign on, each by somebody, with the day. */
  | { readonly is: 'sign'; readonly who: readonly string[] }
  /** Whose seal, and the day below it. */
  | { readonly is: 'seal'; readonly who: string; readonly on: string }

/** A paper of a procedure. */
export interface Paper<State> {
  readonly id: string
  readonly name: Words
  /** What stands above the page, where it is more than the name. */
  readonly title?: string
  /** The act that the paper goes with. */
  readonly act: string
  /** The action of the law whose articles it names. */
  readonly action?: string
  /** It is made once the act is in the record; others may also be made to go with the act. */
  readonly isAfter?: true
  /** The act is there, and yet there is nothing to write about. */
  isIdle?(state: State): boolean
  readonly fields: Readonly<Record<string, Field<State>>>
  readonly layout: readonly Block[]
}

/** One value. */
export const value = <State>(en: string, say: TextField<State>['say']): TextField<State> => ({
  kind: 'text',
  en,
  say,
})

/** A list. */
export const list = <State>(
  en: string,
  columns: RowsField<State>['columns'],
  rows: RowsField<State>['rows'],
): RowsField<State> => ({ kind: 'rows', en, columns, rows })

/** A line to be filled in by hand. */
export const byHand = (en: string, lines = 1): HandField => ({ kind: 'hand', en, lines })

export const heading = (text: string): Block => ({ is: 'heading', text })
/** The heading of a clause; topics are those of the norms that ask for it, in whatever law holds. */
export const clause = (title: string, ...topics: readonly string[]): Block => ({
  is: 'clause',
  title,
  topics,
})
/** Blocks for some cases only. */
export const only = <State>(
  holds: (source: PaperSource<State>) => boolean,
  ...of: readonly Block[]
): Block => ({ is: 'only', of, holds: (source) => holds(source as PaperSource<State>) })
export const text = (content: string, at?: 'left' | 'right'): Block => ({
  is: 'text',
  text: content,
  ...(at && { at }),
})
export const facts = (...of: readonly string[]): Block => ({ is: 'facts', of })
export const rows = (of: string, foot?: readonly string[]): Block => ({
  is: 'rows',
  of,
  ...(foot && { foot }),
})
export const articles: Block = { is: 'articles' }
export const sign = (...who: readonly string[]): Block => ({ is: 'sign', who })
export const seal = (on: string, who = '{单位名称}'): Block => ({ is: 'seal', who, on })
