import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router'
import { sessionQuery } from '../features/session/session.api.ts'
import { Waiting } from '../ui/Page.tsx'
import { NotFound, PageFailed } from './Failures.tsx'
import { Shell } from './Shell.tsx'

interface Context {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFound,
})

/** Everything below asks for an account, and leads back to where one wanted to go. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/login', search: { back: location.href } as never })
  },
})

/** A page for those who are signed in. */
const within = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => inside, path, component })

const session = () => import('./session.pages.tsx')
const notices = () => import('./notices.pages.tsx')
const workbench = () => import('./workbench.pages.tsx')
const achievements = () => import('./achievements.pages.tsx')
const cases = () => import('./cases.pages.tsx')
const policies = () => import('./policies.pages.tsx')
const simulator = () => import('./simulator.pages.tsx')
const registers = () => import('./registers.pages.tsx')
const texts = () => import('./texts.pages.tsx')
const registrations = () => import('./registrations.pages.tsx')
const funds = () => import('./funds.pages.tsx')
const payouts = () => import('./payouts.pages.tsx')
const journal = () => import('./journal.pages.tsx')
const ledgers = () => import('./ledgers.pages.tsx')
const stock = () => import('./stock.pages.tsx')
const equity = () => import('./equity.pages.tsx')
const trust = () => import('./trust.pages.tsx')
const imports = () => import('./imports.pages.tsx')
const settings = () => import('./settings.pages.tsx')
const institution = () => import('./institution.pages.tsx')
const calendar = () => import('./calendar.pages.tsx')
const letters = () => import('./letters.pages.tsx')
const evidence = () => import('./evidence.pages.tsx')

/** A page of one address for those who signed in. */
// biome-ignore lint/suspicious/noExplicitAny: what a file of pages exports besides is nothing to the router
function inner<const Path extends string, Pages extends Record<string, any>>(
  path: Path,
  load: () => Promise<Pages>,
  name: keyof Pages & string,
) {
  const component = lazyRouteComponent(load, name)
  return createRoute({ getParentRoute: () => inside, path, component })
}

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/login',
    component: lazyRouteComponent(session, 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(session, 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(session, 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices',
    component: lazyRouteComponent(notices, 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices/$id',
    component: lazyRouteComponent(notices, 'NoticeDetailPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices/$id/object',
    component: lazyRouteComponent(notices, 'NoticeObjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices/$id/check',
    component: lazyRouteComponent(notices, 'NoticeCheckPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/confirm/$institution/$token',
    component: lazyRouteComponent(achievements, 'ConfirmSharePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stock/$institution/$token',
    component: lazyRouteComponent(stock, 'LinkedStockPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/checkpoints',
    component: lazyRouteComponent(evidence, 'CheckpointsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mail-stop',
    component: lazyRouteComponent(calendar, 'MailStopPage'),
  }),
  inside.addChildren([
    createRoute({
      getParentRoute: () => inside,
      path: '/calendar',
      component: lazyRouteComponent(calendar, 'CalendarPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/reminders',
      component: lazyRouteComponent(calendar, 'RemindersPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/institution/delivery',
      component: lazyRouteComponent(calendar, 'DeliveryPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/operations',
      component: lazyRouteComponent(evidence, 'OperationsPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/archives',
      component: lazyRouteComponent(evidence, 'ArchivesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/',
      component: lazyRouteComponent(workbench, 'WorkbenchPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/achievements',
      component: lazyRouteComponent(achievements, 'AchievementsPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/achievements/new',
      component: lazyRouteComponent(achievements, 'DisclosePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/achievements/$id',
      component: lazyRouteComponent(achievements, 'AchievementDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/achievements/$id/again',
      component: lazyRouteComponent(achievements, 'DiscloseAgainPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies',
      component: lazyRouteComponent(policies, 'PoliciesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/simulator',
      component: lazyRouteComponent(simulator, 'SimulatorPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/simulator/service',
      component: lazyRouteComponent(simulator, 'ServiceSimulatorPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/compare',
      component: lazyRouteComponent(simulator, 'ComparePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies/norms/$id',
      component: lazyRouteComponent(policies, 'NormDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies/revisions',
      component: lazyRouteComponent(policies, 'RevisionsPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies/amendments/$id',
      component: lazyRouteComponent(policies, 'AmendmentDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies/$id/text',
      component: lazyRouteComponent(policies, 'DoubtsDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/policies/$id',
      component: lazyRouteComponent(policies, 'PolicyDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases',
      component: lazyRouteComponent(cases, 'CasesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases/new',
      component: lazyRouteComponent(cases, 'NewCasePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases/bulk/$id',
      component: lazyRouteComponent(cases, 'BulkRunPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases/handover',
      component: lazyRouteComponent(cases, 'HandOverPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/cases/$id',
      component: lazyRouteComponent(cases, 'CaseDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/account',
      component: lazyRouteComponent(session, 'AccountPage'),
    }),
    within('/rights', lazyRouteComponent(registers, 'RightsPage')),
    within('/rights/new', lazyRouteComponent(registers, 'NewRightPage')),
    within('/rights/$id', lazyRouteComponent(registers, 'RightDetailPage')),
    within('/stocktakings', lazyRouteComponent(stock, 'StocktakingsPage')),
    within('/stocktakings/new', lazyRouteComponent(stock, 'NewStocktakingPage')),
    within('/stocktakings/$id', lazyRouteComponent(stock, 'StocktakingPage')),
    within('/sleeping-patents', lazyRouteComponent(stock, 'SleepingPatentsPage')),
    within('/trusteeships', lazyRouteComponent(trust, 'TrusteeshipsPage')),
    within('/trusteeships/new', lazyRouteComponent(trust, 'NewTrusteeshipPage')),
    within('/trusteeships/$id', lazyRouteComponent(trust, 'TrusteeshipDetailPage')),
    within('/outside-patents', lazyRouteComponent(trust, 'OutsidePatentsPage')),
    within('/outside-patents/$id', lazyRouteComponent(trust, 'OutsidePatentPage')),
    within('/my-stock/$id/$part', lazyRouteComponent(stock, 'MyStockPage')),
    within('/fees', lazyRouteComponent(registers, 'FeesPage')),
    within('/deadlines', lazyRouteComponent(registers, 'DeadlinesPage')),
    within('/cost-shares', lazyRouteComponent(registers, 'CostSharesPage')),
    within('/fee-batches', lazyRouteComponent(registers, 'FeeBatchesPage')),
    within('/fee-batches/$id', lazyRouteComponent(registers, 'FeeBatchPage')),
    within('/projects', lazyRouteComponent(ledgers, 'ProjectsPage')),
    within('/projects/new', lazyRouteComponent(ledgers, 'NewProjectPage')),
    within('/projects/$id', lazyRouteComponent(ledgers, 'ProjectDetailPage')),
    within('/assets', lazyRouteComponent(ledgers, 'AssetsPage')),
    within('/assets/$id', lazyRouteComponent(ledgers, 'AssetDetailPage')),
    within('/asset-proposals', lazyRouteComponent(ledgers, 'AssetProposalsPage')),
    within('/asset-report', lazyRouteComponent(ledgers, 'AssetReportPage')),
    within('/journal', lazyRouteComponent(journal, 'JournalPage')),
    within('/trial-balance', lazyRouteComponent(journal, 'BalancePage')),
    within('/chart-of-accounts', lazyRouteComponent(journal, 'AccountsPage')),
    within('/chart-of-accounts/$account', lazyRouteComponent(journal, 'AccountSheetPage')),
    within('/vouchers', lazyRouteComponent(journal, 'VouchersPage')),
    within('/closings', lazyRouteComponent(journal, 'ClosingsPage')),
    within('/closings/$id', lazyRouteComponent(journal, 'ClosingsPage')),
    within('/contracts', lazyRouteComponent(registers, 'ContractsPage')),
    within('/contracts/$id', lazyRouteComponent(registers, 'ContractDetailPage')),
    inner('/contract-standards', texts, 'ContractStandardsPage'),
    inner('/contract-standards/$id', texts, 'ContractStandardPage'),
    inner('/contract-texts/$id', texts, 'ContractTextPage'),
    inner('/registrations', registrations, 'RegistrationsPage'),
    inner('/registrations/$id', registrations, 'RegistrationDetailPage'),
    inner('/funds', funds, 'FundsPage'),
    inner('/funds/$id', funds, 'FundDetailPage'),
    inner('/grant-bonuses', funds, 'BonusesPage'),
    inner('/grant-bonuses/$id', funds, 'BonusDetailPage'),
    inner('/staff-awards', funds, 'StaffPursePage'),
    inner('/staff-awards/$id', funds, 'AwardDetailPage'),
    inner('/payouts', payouts, 'PayoutsPage'),
    inner('/payouts/new', payouts, 'NewPayoutPage'),
    inner('/payouts/$id', payouts, 'PayoutDetailPage'),
    inner('/retained', payouts, 'RetainedPage'),
    inner('/tax-months', payouts, 'WithheldTaxesPage'),
    inner('/tax-months/$id', payouts, 'WithheldTaxesPage'),
    inner('/tax-remittances/$id', payouts, 'TaxRemittancePage'),
    inner('/vat', payouts, 'VatOwedPage'),
    inner('/vat/$id', payouts, 'VatSettlementPage'),
    inner('/rewards', payouts, 'RewardsPage'),
    inner('/people/$id/rewards', payouts, 'PersonRewardsPage'),
    inner('/service-contracts', registrations, 'ServiceContractsPage'),
    inner('/taxes', registrations, 'TaxesPage'),
    inner('/unregistered-contracts', registrations, 'UnregisteredPage'),
    inner('/taxes/$id', registrations, 'ContractTaxPage'),
    within('/obligations', lazyRouteComponent(registers, 'ObligationsPage')),
    within('/receivables', lazyRouteComponent(registers, 'ReceivablesPage')),
    within('/invoices', lazyRouteComponent(registers, 'InvoicesPage')),
    within('/receipts', lazyRouteComponent(registers, 'ReceiptsPage')),
    within('/receipts/waiting', lazyRouteComponent(registers, 'WaitingReceiptsPage')),
    within('/holdings', lazyRouteComponent(equity, 'HoldingsPage')),
    within('/holdings/$id', lazyRouteComponent(equity, 'HoldingDetailPage')),
    within('/holding-portfolio', lazyRouteComponent(equity, 'PortfolioPage')),
    within('/spin-offs', lazyRouteComponent(equity, 'SpinOffsPage')),
    within('/spin-offs/new', lazyRouteComponent(equity, 'NewSpinOffPage')),
    within('/spin-offs/$id', lazyRouteComponent(equity, 'SpinOffDetailPage')),
    within('/receipts/$id', lazyRouteComponent(registers, 'ReceiptDetailPage')),
    createRoute({
      getParentRoute: () => inside,
      path: '/imports',
      component: lazyRouteComponent(imports, 'ImportsPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/imports/$id',
      component: lazyRouteComponent(imports, 'ImportDetailPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/delegations',
      component: lazyRouteComponent(settings, 'DelegationsPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/substitutes',
      component: lazyRouteComponent(settings, 'SubstitutesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/people',
      component: lazyRouteComponent(settings, 'PeoplePage'),
    }),
    inner('/people/units', settings, 'UnitsPage'),
    inner('/people/accounts', settings, 'AccountsLogPage'),
    inner('/people/$id', settings, 'PersonDetailPage'),
    inner('/technology-managers', institution, 'ManagersPage'),
    inner('/institution/profile', settings, 'InstitutionPage'),
    inner('/interests', institution, 'InterestsPage'),
    inner('/interests/$id', institution, 'PersonInterestsPage'),
    inner('/works/$id', institution, 'WorksPage'),
    inner('/carriers', institution, 'CarriersPage'),
    inner('/internal-rules', institution, 'InternalRulesPage'),
    inner('/internal-rules/$id', institution, 'InternalRulePage'),
    inner('/distribution-rules', institution, 'DistributionRulesPage'),
    inner('/costs', institution, 'CostsPage'),
    inner('/institution/rules', settings, 'OwnRulesPage'),
    inner('/institution/readings', settings, 'ReadingsPage'),
    inner('/letters', letters, 'LettersPage'),
    inner('/letters/$id', letters, 'LetterDetailPage'),
    inner('/institution/authorities', settings, 'AuthoritiesPage'),
    inner('/institution/templates', settings, 'TemplatesPage'),
  ]),
])

/** The addresses of the client. */
export function routerOf(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultPendingMs: 200,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerOf>
  }
}
