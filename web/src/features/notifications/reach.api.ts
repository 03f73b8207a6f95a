import { queryOptions } from '@tanstack/react-query'
import type {
  ChangeReachWire,
  ReachWire,
  StopMailWire,
} from '@yizhuan/server/wire/notifications/reach'
import type {
  ChangeWebhookWire,
  DeliveriesWire,
  DeliveryWire,
  MadeWebhookWire,
  NewWebhookWire,
  WebhooksWire,
  WebhookWire,
} from '@yizhuan/server/wire/notifications/webhooks/webhook'
import { read, write } from '../../api/client.ts'

export type { NewWebhookWire, ReachWire, WebhookWire }

export const reachQuery = queryOptions({
  queryKey: ['reach'],
  queryFn: () => read<ReachWire>('/reach'),
})
export const changeReach = (change: ChangeReachWire) => write<ReachWire>('PATCH', '/reach', change)
export const sendTestMail = () => write<ReachWire>('POST', '/reach/test-mail')
export const stopMail = (link: StopMailWire) => write('POST', '/public/mail-stop', link)

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => read<WebhooksWire>('/webhooks'),
})
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: () => read<DeliveriesWire>(`/webhooks/${id}/deliveries`),
  })
export const makeWebhook = (webhook: NewWebhookWire) =>
  write<MadeWebhookWire>('POST', '/webhooks', webhook)
export const changeWebhook = (id: string, change: ChangeWebhookWire) =>
  write<WebhookWire>('PATCH', `/webhooks/${id}`, change)
export const removeWebhook = (id: string) => write<WebhookWire>('DELETE', `/webhooks/${id}`)
export const testWebhook = (id: string) => write<DeliveryWire>('POST', `/webhooks/${id}/test`)
