// What a scenario is: a whole case told in the words of the field, and what everybody can verify of it.
import type { Words } from '@yizhuan/kit'
import type { Scene } from './scene.ts'

/** Where the institution is and what it said of itself, beside its name. */
export interface House {
  readonly province?: 'CN-GD' | 'CN-SH'
  readonly pilot?: 'listed' | 'voluntary'
  readonly universityAffiliated?: boolean
  readonly university?: string
  readonly platformCompany?: string
}

/** A case from its first day to its last. */
export interface Scenario {
  readonly title: Words
  /** What happens, as somebody would tell it over a table. */
  readonly story: Words
  /** The institution in which it happens; in Guangdong unless told otherwise. */
  readonly house?: House
  /** The acts, the refusals on the way, and the final standing. */
  readonly tells: (scene: Scene) => Promise<void>
}
