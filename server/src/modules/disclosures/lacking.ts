import type { Words } from '@yizhuan/kit'
import type { InventorStanding } from './confirmation.ts'

// What a disclosure lacks of what the texts of the place want of it, and of what its inventors said.

/** What the texts want, as far as this asks. */
interface Wanting {
  readonly speaking: readonly { readonly pack: string; readonly status: string }[]
  readonly groups: readonly {
    readonly pack: string
    readonly cite: string
    readonly groups: readonly { readonly told: readonly string[]; readonly label: Words }[]
  }[]
  readonly documents: {
    readonly kinds: Readonly<Record<string, Words>>
    readonly wanted: readonly {
      readonly pack: string
      readonly cite: string
      readonly by: Readonly<Record<string, readonly string[]>>
    }[]
  }
}

/** A disclosure, as far as this asks. */
interface Told {
  readonly disclosure: Readonly<Record<string, string | undefined>>
  readonly fundingKind: string | null
  readonly files: readonly { readonly as?: string | undefined }[]
}

/** What a text wants and the disclosure has not. */
export interface LackingByText {
  readonly what: 'groups' | 'papers'
  readonly pack: string
  readonly cite: string
  /** A draft advises; it is no reason to ask why. */
  readonly isDraft: boolean
  readonly items: readonly Words[]
}

/** What a disclosure lacks. */
export interface Lacking {
  readonly texts: readonly LackingByText[]
  /** The inventors who have not confirmed their shares, by name. */
  readonly unconfirmed: readonly string[]
}

export function lackingOf(
  { disclosure, fundingKind, files }: Told,
  { speaking, groups, documents }: Wanting,
  inventors: readonly InventorStanding[],
): Lacking {
  const isDraft = (pack: string) =>
    !speaking.some((one) => one.pack === pack && one.status !== 'draft')
  const untold = groups
    .filter(({ pack }) => speaking.some((one) => one.pack === pack))
    .map(({ pack, cite, groups: wanted }) => ({
      ...{ what: 'groups' as const, pack, cite, isDraft: isDraft(pack) },
      items: wanted
        .filter(({ told }) => !told.every((group) => disclosure[group]))
        .map(({ label }) => label),
    }))
  const unfiled = documents.wanted.map(({ pack, cite, by }) => ({
    ...{ what: 'papers' as const, pack, cite, isDraft: isDraft(pack) },
    items: (by[fundingKind ?? ''] ?? [])
      .filter((kind) => !files.some(({ as }) => as === kind))
      .map((kind) => documents.kinds[kind] ?? { zh: kind, en: kind }),
  }))
  return {
    texts: [...untold, ...unfiled].filter(({ items }) => items.length > 0),
    unconfirmed: inventors.filter(({ status }) => status !== 'confirmed').map(({ name }) => name),
  }
}

/** Whether whoever accepts it nevertheless says why: not for what drafts alone want. */
export function asksWhy({ texts, unconfirmed }: Lacking): boolean {
  return unconfirmed.length > 0 || texts.some(({ isDraft }) => !isDraft)
}
