import type { NextTextWire, TextPartWire, TextWire } from './text.api.ts'

/** A place of a text as it is being worked on. */
export interface PartDraft {
  readonly slot: string
  readonly clause: string | null
  readonly takesNewest: boolean
  /** The texts where they are edited; null while they are as they were loaded. */
  readonly edit: { name: string; zh: string; headingEn: string; en: string } | null
  readonly reason: string
}

/** The next version as it is being worked on. */
export interface TextDraft {
  readonly title: string
  readonly parts: readonly PartDraft[]
  readonly inputs: Readonly<Record<string, string>>
  readonly note: string
}

const editOf = ({ name, zh, headingEn, en }: TextPartWire) => ({
  ...{ name, zh, headingEn: headingEn ?? '', en: en ?? '' },
})

export const draftOf = ({ title, parts, inputs }: TextWire): TextDraft => ({
  ...{ title, inputs, note: '' },
  parts: parts.map((part) => ({
    ...{ slot: part.slot, clause: part.clause, takesNewest: false },
    // What differs already goes on differing until somebody takes the library's text again.
    edit: part.isEdited ? editOf(part) : null,
    reason: part.reason ?? '',
  })),
})

/** Begins to change the text of a place. */
export const beginEdit = (draft: PartDraft, part: TextPartWire): PartDraft => ({
  ...draft,
  edit: editOf(part),
})

export const bodyOf = (
  { title, parts, inputs, note }: TextDraft,
  expectedVersion: number,
): NextTextWire => ({
  ...{ title, inputs, note: note.trim() || null, expectedVersion },
  parts: parts.map(({ slot, clause, takesNewest, edit, reason }) => ({
    ...{ slot, clause, takesNewest, reason: reason.trim() || null },
    edit: edit && {
      ...{ name: edit.name, zh: edit.zh },
      headingEn: edit.headingEn.trim() || null,
      en: edit.en.trim() || null,
    },
  })),
})

/** The key of a place that is added beside those of the model contract. */
export function extraKey(parts: readonly PartDraft[]): string {
  const numbers = parts.map(({ slot }) => Number(/^extra-(\d+)$/.exec(slot)?.[1] ?? 0))
  return `extra-${Math.max(0, ...numbers) + 1}`
}
