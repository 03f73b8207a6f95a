import { type LapseShown, Lapses } from '../../ui/Lapses.tsx'

/** The laws that are not in force on the day of either side, each once. */
export function BothLapses({ of: sides }: { of: readonly (readonly LapseShown[])[] }) {
  const every = new Map(sides.flat().map((lapse) => [lapse.source + lapse.when, lapse]))
  return <Lapses lapses={[...every.values()]} />
}
