import { queryOptions } from '@tanstack/react-query'
import type { OwnGroundWire } from '@yizhuan/server/wire/policies/own-rules/own-rule'
import { read } from './client.ts'

/** What the house adds to the law of its place: its own numbers and the readings it chose. */
export const ownGroundQuery = queryOptions({
  queryKey: ['own-ground'],
  queryFn: () => read<OwnGroundWire>('/institution/ground'),
})
