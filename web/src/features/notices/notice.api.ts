import type {
  NoticePageWire,
  NoticeWire,
  ObjectedWire,
  ObjectWire,
  ProofWire,
} from '@yizhuan/server/wire/portal/notice'
import { read, withQuery, write } from '../../api/client.ts'

export type { NoticeWire } from '@yizhuan/server/wire/portal/notice'

/** A page of public notices. */
export const readNotices = (cursor?: string) =>
  read<NoticePageWire>(withQuery('/public/notices', { cursor }))

/** One notice. */
export const readNotice = (id: string) => read<NoticeWire>(`/public/notices/${id}`)

/** What a reader needs to check a notice alone. */
export const readProof = (id: string) => read<ProofWire>(`/public/notices/${id}/proof`)

/** Objects in one's own name, or gives a tip. */
export const object = (id: string, body: ObjectWire) =>
  write<ObjectedWire>('POST', `/public/notices/${id}/objections`, body)
