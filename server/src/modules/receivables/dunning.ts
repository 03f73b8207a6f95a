/** What of a letter tells by which others its payments were asked for before it. */
export interface LetterKey {
  readonly id: string
  readonly stage: number
  readonly writtenOn: string
  readonly madeAt: Date
  readonly struckOn: string | null
  readonly lines: readonly { readonly receivable: string }[]
}

/**
 * The letters that asked before another for something it asks for, the oldest first. One that was struck was never
 * sent, and one that was entered later but dated earlier is none that the other could have named.
 */
export function earlierOf<Letter extends LetterKey>(
  letter: Omit<LetterKey, 'struckOn'>,
  all: readonly Letter[],
): readonly Letter[] {
  const asked = new Set(letter.lines.map(({ receivable }) => receivable))
  return all
    .filter(
      (one) =>
        one.id !== letter.id &&
        one.struckOn === null &&
        one.writtenOn < letter.writtenOn &&
        one.madeAt <= letter.madeAt &&
        one.lines.some(({ receivable }) => asked.has(receivable)),
    )
    .toSorted((one, other) => (one.writtenOn < other.writtenOn ? -1 : 1))
}

/** How many letters must have gone before one of a stage: what it says of them has to be true. */
export const lettersBefore: Readonly<Record<number, number>> = { 1: 0, 2: 1, 3: 2 }
