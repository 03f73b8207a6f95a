import { queryOptions } from '@tanstack/react-query'
import type {
  CalendarWire,
  FeedAddressWire,
  FeedWire,
  LateRuleWire,
  MakeFeedWire,
  SetLateRuleWire,
  SnoozeOrderWire,
} from '@yizhuan/server/wire/calendar/calendar'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  CalendarDueWire,
  CalendarWire,
  LateRuleWire,
  PassedWire,
  SnoozeWire,
} from '@yizhuan/server/wire/calendar/calendar'

/** Which dues a page asks for. */
export interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kind?: string | undefined
  readonly person?: string | undefined
  readonly role?: string | undefined
  readonly overdue?: string | undefined
  readonly record?: string | undefined
}

export const calendarQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['calendar', asked],
    queryFn: () => read<CalendarWire>(withQuery('/calendar', { ...asked })),
    placeholderData: (before) => before,
  })

export const snooze = (order: SnoozeOrderWire) =>
  write<{ id: string }>('POST', '/calendar/snoozes', order)
export const remindAgain = (id: string) => write('DELETE', `/calendar/snoozes/${id}`)

export const feedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: () => read<FeedWire>('/calendar/feed'),
})
export const makeFeed = (choice: MakeFeedWire) =>
  write<FeedAddressWire>('POST', '/calendar/feed', choice)
export const revokeFeed = () => write<FeedWire>('DELETE', '/calendar/feed')

export const lateRuleQuery = queryOptions({
  queryKey: ['late-rule'],
  queryFn: () => read<LateRuleWire>('/calendar/late-rule'),
})
export const setLateRule = (rule: SetLateRuleWire) =>
  write<LateRuleWire>('PATCH', '/calendar/late-rule', rule)
