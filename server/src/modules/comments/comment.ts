// Comments: what people say to each other about a record. No part of the legal record.

/** Somebody who is spoken to. */
export interface Mention {
  readonly person: string
  readonly name: string
}

/** A file that came with a comment. */
export interface Attached {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** What a comment said before it was reworded. */
export interface Earlier {
  readonly body: string
  readonly at: string
}

/** For so long its author may reword a comment; what it said before stays readable. */
export const minutesToReword = 15

/** Whether a comment may still be reworded. */
export function isFresh(madeAt: Date, now: Date): boolean {
  return now.getTime() - madeAt.getTime() <= minutesToReword * 60_000
}

/**
 * Whether a text seems to hold an identity-card or bank number, which belong in sealed fields and not
 * among comments that many read.
 */
export function holdsPersonalNumber(text: string): boolean {
  return /(?<!\d)(?:\d{17}[\dXx]|\d{16}|\d{19})(?!\d)/.test(text.replace(/(?<=\d)[ -](?=\d)/g, ''))
}

/** The same text, of such numbers only their ends: for words that somebody else wrote and are shown here. */
export function maskedNumbers(text: string): string {
  return text.replace(/\d(?:[ -]?\d)*[Xx]?/g, (run) => {
    const digits = run.replace(/[ -]/g, '')
    const bare = digits.replace(/[Xx]$/, '')
    const isOne = [16, 18, 19].includes(bare.length) || (bare.length === 17 && digits !== bare)
    return isOne ? `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}` : run
  })
}

/** Somebody as far as it is asked whether they read. */
export interface Reader {
  readonly person: string
  readonly roles: readonly string[]
}

/** Those who handle a closed case: by their roles, unless it concerns them. */
export interface Handlers {
  readonly roles: readonly string[]
  readonly concerned: readonly string[]
}

/** The people of a record: those whose roles let them read it. */
export interface Audience {
  readonly isClosed: boolean
  mayRead(person: Reader): boolean
}

/**
 * Who reads what is said of a record: whoever may read its list, of one that not all of them read
 * whole those who do, and of a closed case only those whose
 * roles handle it. Whom it concerns reads the case, not what its handlers say to each other, and that
 * whatever their own role.
 */
export function audienceOf(
  access: 'public' | 'signedIn' | readonly string[],
  handlers: Handlers | undefined,
  whole?: { readonly roles: readonly string[]; readonly people: readonly string[] },
): Audience {
  const isOneOf = (some: readonly string[], roles: readonly string[]) =>
    roles.some((role) => some.includes(role))
  return {
    isClosed: handlers !== undefined,
    mayRead: ({ person, roles }) =>
      (typeof access === 'string' || isOneOf(access, roles)) &&
      (whole === undefined || isOneOf(whole.roles, roles) || whole.people.includes(person)) &&
      (handlers === undefined ||
        (isOneOf(handlers.roles, roles) && !handlers.concerned.includes(person))),
  }
}
