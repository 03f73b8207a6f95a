import { queryOptions } from '@tanstack/react-query'
import type { ArchivesWire, OrderArchiveWire } from '@yizhuan/server/wire/archives/archive'
import { address, read, write } from '../../api/client.ts'

export type { ArchiveWire } from '@yizhuan/server/wire/archives/archive'

/** Looked at again while a file is being made. */
export const archivesQuery = queryOptions({
  queryKey: ['archives'],
  queryFn: () => read<ArchivesWire>('/archives'),
  refetchInterval: ({ state }) =>
    state.data?.items.some((one) => one.state === 'waiting' || one.state === 'making')
      ? 2000
      : false,
})

export const orderArchive = (order: OrderArchiveWire) =>
  write<{ id: string }>('POST', '/archives', order)

export const decideArchive = (id: string, approve: boolean) =>
  write<{ id: string }>('POST', `/archives/${id}/decision`, { approve })

export const fileOf = (id: string) => address(`/archives/${id}/file`)
