import type { Module } from '../../platform/module.ts'
import { hearOfCase, hearOfHandover, hearOfRule } from './notification.commands.ts'
import { notificationRoutes } from './notification.routes.ts'

/** What is new for each person: whose turn it is, what is overdue, what was objected to. */
export const notifications: Module = {
  name: 'notifications',
  routes: notificationRoutes,
  subscribe: ({ clock }) => ({
    'officers.handedOver': (tx, fact) => hearOfHandover(tx, clock, fact),
    'case.*': (tx, fact) => hearOfCase(tx, clock, fact),
    'ownRule.laxerThanLaw': (tx, fact) => hearOfRule(tx, clock, fact),
  }),
}
