import { queryOptions } from '@tanstack/react-query'
import type {
  NoticePageWire,
  NoticeWire,
  ObjectedWire,
  ObjectWire,
  ProofWire,
} from '@yizhuan/server/wire/portal/notice'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  NoticeLineWire,
  NoticeWire,
  ObjectedWire,
  ProofWire,
} from '@yizhuan/server/wire/portal/notice'

/** A page of public notices. */
export const readNotices = (query: Readonly<Record<string, string | undefined>>) =>
  read<NoticePageWire>(withQuery('/public/notices', query))

/** One notice. */
export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['notice', id],
    queryFn: () => read<NoticeWire>(`/public/notices/${id}`),
  })

/** What a reader needs to check a notice alone. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['notice', id, 'proof'],
    queryFn: () => read<ProofWire>(`/public/notices/${id}/proof`),
  })

/** Objects in one's own name, or gives a tip. */
export const object = (id: string, body: ObjectWire) =>
  write<ObjectedWire>('POST', `/public/notices/${id}/objections`, body)
