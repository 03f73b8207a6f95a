import { queryOptions, useQuery } from '@tanstack/react-query'
import type { UnitsWire } from '@yizhuan/server/wire/people/person'
import { read } from '../api/client.ts'

/** The departments and units of the institution. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () => read<UnitsWire>('/units'),
})

/** The departments that are open, and the one with a name. */
export function useDepartments() {
  const { data } = useQuery(unitsQuery)
  const open = data?.items.filter(({ closedOn }) => closedOn === null) ?? []
  return {
    open,
    names: open.map(({ name }) => name),
    named: (name: string | null) => open.find((one) => one.name === name),
  }
}
