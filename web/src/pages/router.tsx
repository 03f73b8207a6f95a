import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { sessionQuery } from '../features/session/session.api.ts'
import { useLanguage } from '../ui/language.ts'
import { Nothing } from '../ui/Page.tsx'
import { Shell } from './Shell.tsx'

interface Context {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFound,
})

function NotFound() {
  const { t } = useLanguage()
  return <Nothing text={t('general.notFound')} />
}

/** Everything below asks for an account. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context }) => {
    const session = await context.client.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/login' })
  },
})

const open = () => import('./open.pages.tsx')
const office = () => import('./office.pages.tsx')

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/login',
    component: lazyRouteComponent(open, 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(open, 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices',
    component: lazyRouteComponent(open, 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices/$id',
    component: lazyRouteComponent(open, 'NoticeDetailPage'),
  }),
  inside.addChildren([
    createRoute({
      getParentRoute: () => inside,
      path: '/achievements',
      component: lazyRouteComponent(office, 'AchievementsPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/achievements/$id',
      component: lazyRouteComponent(office, 'AchievementDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/',
      component: lazyRouteComponent(office, 'WorkbenchPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases',
      component: lazyRouteComponent(office, 'CasesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases/$id',
      component: lazyRouteComponent(office, 'CaseDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies',
      component: lazyRouteComponent(office, 'PoliciesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies/$id',
      component: lazyRouteComponent(office, 'PolicyDetailPage'),
    }),
  ]),
])

/** The addresses of the client. */
export function routerOf(client: QueryClient) {
  return createRouter({ routeTree: tree, context: { client }, defaultPreload: 'intent' })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerOf>
  }
}
