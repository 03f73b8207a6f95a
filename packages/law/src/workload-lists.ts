import type { Words } from '@yizhuan/kit'

/** What `packs/workload` holds: what the ledger of work tells of a project. */
export interface WorkloadLists {
  readonly entries: readonly {
    readonly code: string
    readonly label: Words
    readonly cite: string
    /** An entry of this kind names a share. */
    readonly asksShare?: boolean
    /** The kind of entry that one of this kind ends, which was told of the person before. */
    readonly ends?: string
  }[]
}
