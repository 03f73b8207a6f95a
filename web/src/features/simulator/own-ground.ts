import { useQuery } from '@tanstack/react-query'
import type { OfHouse } from '@yizhuan/procedures'
import type { OwnGroundWire } from '@yizhuan/server/wire/policies/own-rules/own-rule'
import { type Place, type StackWire, useLaws } from '../../api/laws.ts'
import { ownGroundQuery } from '../../api/own-ground.ts'

/** The law of the house's own place with what the house adds to it, and is judged by. */
export interface OwnPlace extends Place {
  readonly own: Pick<OfHouse, 'rules' | 'chosen'>
}

/** The house's own place; undefined where it adds nothing to the law, or while it is not known yet. */
export function useOwnPlace(stacks: readonly StackWire[]): OwnPlace | undefined {
  const { data } = useQuery(ownGroundQuery)
  const adds = data !== undefined && data.rules.length + data.chosen.length > 0
  const stack = adds ? stackOf(data, stacks) : undefined
  const laws = useLaws(stack ? [stack] : [])
  const [place] = laws.data ?? []
  if (!adds || !place) return undefined
  return { ...place, own: { rules: data.rules.map(untilOf), chosen: data.chosen.map(untilOf) } }
}

/** An open end is no end at all. */
const untilOf = <One extends { readonly to?: string | undefined }>({ to, ...one }: One) => ({
  ...one,
  ...(to !== undefined && { to }),
})

/** As the stack of its most specific pack, under the name of the house. */
function stackOf(
  { institution, packs }: OwnGroundWire,
  stacks: readonly StackWire[],
): StackWire | undefined {
  const closest = stacks.find(({ id }) => id === packs.at(-1))
  if (!closest) return undefined
  const isDraft = stacks.some((one) => packs.includes(one.id) && one.isDraft && one.hasMoney)
  return {
    ...closest,
    ...{ id: `=${packs.join('+')}`, packs, isDraft },
    place: { zh: institution, en: institution },
  }
}
