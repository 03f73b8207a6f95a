/** Somebody who may be spoken to. */
export interface Person {
  readonly person: string
  readonly name: string
}

/** What is typed of a name after the last @ before the cursor; undefined where nobody is being named. */
export function typedName(text: string, cursor: number): string | undefined {
  return /@([^\s@，。；、]{0,20})$/u.exec(text.slice(0, cursor))?.[1]
}

/** The text with the name in place of what was typed of it, and where the cursor goes. */
export function withName(text: string, cursor: number, name: string) {
  const typed = typedName(text, cursor) ?? ''
  const before = `${text.slice(0, cursor - typed.length)}${name} `
  return { text: before + text.slice(cursor).trimStart(), cursor: before.length }
}

/** Of those who were chosen, the ones still named in the text. */
export function stillNamed(text: string, chosen: readonly Person[]): readonly Person[] {
  return chosen.filter(({ name }) => text.includes(`@${name}`))
}

/** A text in pieces, the names of people marked. */
export function pieces(text: string, people: readonly Person[]) {
  const names = people.map(({ name }) => `@${name}`)
  const found: { text: string; isName: boolean }[] = []
  let rest = text
  while (rest !== '') {
    const next = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0]
    if (!next) return [...found, { text: rest, isName: false }]
    if (next.at > 0) found.push({ text: rest.slice(0, next.at), isName: false })
    found.push({ text: next.name, isName: true })
    rest = rest.slice(next.at + next.name.length)
  }
  return found
}
