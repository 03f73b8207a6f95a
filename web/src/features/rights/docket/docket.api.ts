import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AttachFilesWire,
  CloseDeadlineWire,
  DocketFiguresWire,
  DocketWire,
  MoveDeadlineWire,
  RecordEventWire,
  RelateRightWire,
  ReviewRightWire,
  SetDeadlineWire,
} from '@yizhuan/server/wire/rights/docket/docket'
import { read, write } from '../../../api/client.ts'

export type {
  AnnuityWire,
  DeadlineWire,
  DocketEventWire,
  DocketWire,
} from '@yizhuan/server/wire/rights/docket/docket'

/** The docket of a right as it stands today. */
export function docketQuery(id: string) {
  return queryOptions({
    queryKey: ['docket', id],
    queryFn: () => read<DocketWire>(`/rights/${id}/docket`),
  })
}

/** How the docket of the institution stands. */
export const docketFiguresQuery = queryOptions({
  queryKey: ['docket-figures'],
  queryFn: () => read<DocketFiguresWire>('/docket/figures'),
})

/** Records what befell a right. */
export function recordEvent(id: string, body: RecordEventWire): Promise<unknown> {
  return write('POST', `/rights/${id}/events`, body)
}

/** Takes an event out of the record. */
export function strikeEvent(id: string, event: string, reason: string): Promise<unknown> {
  return write('POST', `/rights/${id}/events/${event}/strike`, { reason })
}

/** Attaches papers to a right, or to one of its events. */
export function attachFiles(id: string, body: AttachFilesWire): Promise<unknown> {
  return write('POST', `/rights/${id}/files`, body)
}

/** Takes a paper away. */
export function withdrawFile(id: string, file: string, reason: string): Promise<unknown> {
  return write('POST', `/rights/${id}/files/${file}/withdraw`, { reason })
}

/** Sets a deadline of one's own. */
export function setDeadline(id: string, body: SetDeadlineWire): Promise<unknown> {
  return write('POST', `/rights/${id}/deadlines`, body)
}

/** Puts a deadline off. */
export function moveDeadline(id: string, of: string, body: MoveDeadlineWire): Promise<unknown> {
  return write('POST', `/rights/${id}/deadlines/${of}/move`, body)
}

/** Says that a deadline is done, or dropped. */
export function closeDeadline(id: string, of: string, body: CloseDeadlineWire): Promise<unknown> {
  return write('POST', `/rights/${id}/deadlines/${of}/close`, body)
}

/** Takes down what was decided before a fee. */
export function reviewRight(id: string, body: ReviewRightWire): Promise<unknown> {
  return write('POST', `/rights/${id}/reviews`, body)
}

/** Relates a right to the earlier one it comes from. */
export function relateRight(id: string, body: RelateRightWire): Promise<unknown> {
  return write('POST', `/rights/${id}/family`, body)
}

/** Takes back a relation. */
export function unrelateRight(id: string, earlier: string): Promise<unknown> {
  return write('DELETE', `/rights/${id}/family/${earlier}`)
}

/** Has everything that shows a right read it again. */
export function useRereadRight(id: string): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const keys = [
      ['docket', id],
      ['right', id],
      [`/rights/${id}/history`],
      ['docket-figures'],
      ['calendar'],
      ['fees'],
    ]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
