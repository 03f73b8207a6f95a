import { queryOptions } from '@tanstack/react-query'
import type { ChangeViewWire, SaveViewWire, ViewsWire } from '@yizhuan/server/wire/views/view'
import { read, write } from '../../api/client.ts'

export type { ViewWire } from '@yizhuan/server/wire/views/view'

/** The views of a list that I may use. */
export const viewsQuery = (list: string) =>
  queryOptions({
    queryKey: ['views', list],
    queryFn: () => read<ViewsWire>(`/views/${list}`),
    staleTime: 60_000,
  })

export const saveView = (list: string, body: SaveViewWire) =>
  write<{ id: string }>('POST', `/views/${list}`, body)
export const changeView = (id: string, body: ChangeViewWire) =>
  write<{ id: string }>('PATCH', `/saved-views/${id}`, body)
export const deleteView = (id: string) => write<{ id: string }>('DELETE', `/saved-views/${id}`)
export const returnView = (id: string) => write<{ id: string }>('POST', `/saved-views/${id}/return`)
export const chooseDefault = (list: string, view: string | null) =>
  write<{ id: string }>('PUT', `/views/${list}/default`, { view })
