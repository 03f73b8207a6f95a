import type { Words } from '@yizhuan/kit'

// What `packs/assets` holds: the code lists by which the ledger of assets reads the registers.

/** The lists of the ledger of assets. */
export interface AssetLists {
  /** The kinds of rights that make an achievement an authorised one, by text. */
  readonly rights: readonly {
    readonly pack: string
    readonly cite: string
    readonly kinds: readonly string[]
  }[]
  /** The day on which research begins, by text and source of the money. */
  readonly starts: readonly {
    readonly pack: string
    readonly cite: string
    readonly by: Readonly<Record<string, Words>>
  }[]
  readonly costs: readonly {
    readonly code: string
    readonly label: Words
    /** A fee of obtaining a right. */
    readonly isForObtaining?: boolean
  }[]
}
