import { queryOptions } from '@tanstack/react-query'
import type {
  AudienceWire,
  CommentsWire,
  RewordWire,
  SayWire,
} from '@yizhuan/server/wire/comments/comment'
import { read, withQuery, write } from '../../api/client.ts'

export type { CommentWire } from '@yizhuan/server/wire/comments/comment'

/** A record that something is said of. */
export interface Subject {
  readonly kind: string
  readonly id: string
}

const of = ({ kind, id }: Subject) => `/comments/${kind}/${id}`

/** What is said of a record. */
export const commentsQuery = (subject: Subject) =>
  queryOptions({
    queryKey: ['comments', subject.kind, subject.id],
    queryFn: () => read<CommentsWire>(of(subject)),
  })

/** Those who may be spoken to. */
export const audienceQuery = (subject: Subject, q: string | undefined) =>
  queryOptions({
    queryKey: ['comments', subject.kind, subject.id, 'people', q],
    queryFn: () => read<AudienceWire>(withQuery(`${of(subject)}/people`, { q })),
    enabled: q !== undefined,
    staleTime: 60_000,
  })

export const say = (subject: Subject, body: SayWire) =>
  write<{ id: string }>('POST', of(subject), body)
export const reword = (id: string, body: RewordWire) =>
  write<{ id: string }>('PATCH', `/comments/${id}`, body)
export const strike = (id: string) => write<{ id: string }>('POST', `/comments/${id}/strike`)
