// An amendment of a law pack on its way: drafted, submitted, published by a second person. What it
// changes is data; a published revision is never changed again.
import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import { type Edit, type Problem, placeWords, subjectOf } from '@yizhuan/law-authoring'
import type { Check } from './amendment.check.ts'

export type AmendmentState = 'open' | 'submitted' | 'published' | 'withdrawn'
/** The law became another, or we had read it wrongly. */
export type AmendmentChange = 'law-changed' | 'encoding-corrected'

/** Somebody who wrote a part of it: none of them may publish it. */
export interface Author {
  readonly person: string
  readonly name: string
}

/** Why a reviewer gave it back. */
export interface Returned {
  readonly name: string
  readonly on: string
  readonly reason: string
}

/** An amendment as stored. */
export interface Amendment {
  readonly id: string
  readonly pack: string
  readonly origin: 'newest' | 'release'
  readonly state: AmendmentState
  readonly seq: number
  readonly edits: readonly Edit[]
  readonly authors: readonly Author[]
  readonly change: AmendmentChange | null
  readonly note: string | null
  readonly base: number | null
  readonly returned: Returned | null
  readonly begunOn: Day
}

/** Why nothing is drafted, submitted or published. */
export interface AmendmentRefusals {
  'not-the-keeper': Record<string, never>
  'no-such-pack': { readonly pack: string }
  'no-release-waits': { readonly pack: string }
  'another-amendment-waits': { readonly names: string }
  'amendment-not-found': Record<string, never>
  'amendment-not-open': { readonly state: AmendmentState }
  'amendment-not-submitted': { readonly state: AmendmentState }
  'nothing-edited': Record<string, never>
  'edit-not-applicable': { readonly subject: string }
  'no-text-at-hand': { readonly at: string }
  'not-clean': {
    readonly problems: string
    readonly failures: string
    /** The first thing to mend, in both languages. */
    readonly zh: string
    readonly en: string
  }
  'author-may-not-publish': { readonly names: string }
  'newer-revision': { readonly base: string; readonly newest: string }
}

type Answer<Value> = Outcome<Value, AmendmentRefusals>

/** The edits with one more; a later one about the same takes the place of the earlier. */
export function withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const subject = subjectOf(edit)
  const at = edits.findIndex((one) => subjectOf(one) === subject)
  return at < 0 ? [...edits, edit] : edits.with(at, edit)
}

/** The edits without those about a subject. */
export const withoutEdit = (edits: readonly Edit[], subject: string): readonly Edit[] =>
  edits.filter((one) => subjectOf(one) !== subject)

/** Whoever writes a part becomes an author. */
export function withAuthor(authors: readonly Author[], by: Author): readonly Author[] {
  return authors.some(({ person }) => person === by.person) ? authors : [...authors, by]
}

/** Decides whether it may be worked on. */
export function mayEdit({ state }: Amendment): Answer<'open'> {
  return state === 'open' ? accept('open') : refuse('amendment-not-open', { state })
}

/** Decides whether it may be put before a second person: something is changed, and nothing complains. */
export function submit(amendment: Amendment, check: Check): Answer<'submitted'> {
  const open = mayEdit(amendment)
  if (open.kind === 'refused') return open
  if (amendment.edits.length === 0 && amendment.origin === 'newest') {
    return refuse('nothing-edited', {})
  }
  return cleaned(check) ?? accept('submitted')
}

/** Decides whether a person may publish it. Refusals in this order: its state, the person, the check. */
export function publish(
  amendment: Amendment,
  person: string,
  newest: number,
  check: Check,
): Answer<'published'> {
  const { state, authors, base } = amendment
  if (state !== 'submitted') return refuse('amendment-not-submitted', { state })
  if (isAuthor(amendment, person)) {
    return refuse('author-may-not-publish', { names: authors.map(({ name }) => name).join('、') })
  }
  if (base !== newest) return refuse('newer-revision', { base: `${base}`, newest: `${newest}` })
  return cleaned(check) ?? accept('published')
}

/** Decides whether a reviewer may give it back to its authors. */
export function giveBack(amendment: Amendment, person: string): Answer<'open'> {
  const { state, authors } = amendment
  if (state !== 'submitted') return refuse('amendment-not-submitted', { state })
  if (isAuthor(amendment, person)) {
    return refuse('author-may-not-publish', { names: authors.map(({ name }) => name).join('、') })
  }
  return accept('open')
}

/** Decides whether it may be dropped. */
export function withdraw({ state }: Amendment): Answer<'withdrawn'> {
  if (state === 'open' || state === 'submitted') return accept('withdrawn')
  return refuse('amendment-not-open', { state })
}

/** Whether a person wrote a part of it. */
export const isAuthor = ({ authors }: Amendment, person: string): boolean =>
  authors.some((one) => one.person === person)

function cleaned({ blocking, failures }: Check) {
  if (blocking.length === 0 && failures.length === 0) return undefined
  const [problem] = blocking
  const [failure] = failures
  const [about, what] = problem
    ? [placeWords(problem.where), problem.note]
    : [failure?.title, failure?.about]
  const counts = { problems: `${blocking.length}`, failures: `${failures.length}` }
  const first = { zh: `${about?.zh}：${what?.zh}`, en: `${about?.en}: ${what?.en}` }
  return refuse('not-clean', { ...counts, ...first })
}

/** What stands in the way: errors, and warnings that the revision before did not have. */
export function blockingOf(
  problems: readonly Problem[],
  before: readonly Problem[],
): readonly Problem[] {
  const key = ({ code, where, note }: Problem) =>
    `${code} ${where} ${code === 'untried' ? note.en : ''}`
  const known = new Set(before.map(key))
  return problems.filter(
    (one) => one.level === 'error' || (one.level === 'warning' && !known.has(key(one))),
  )
}
