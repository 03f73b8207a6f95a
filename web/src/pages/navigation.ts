import type { words } from '../locales/zh/index.ts'

/** The name of a page or a group of pages in the navigation. */
export type NavName = keyof typeof words.nav

/** A page in the navigation; only for holders of some roles where it names them. */
export interface NavPage {
  readonly name: NavName
  readonly to: string
  readonly roles?: readonly string[]
}

/** One place in the bar: a page, or a name under which several pages fold. */
export type NavEntry = NavPage | { readonly name: NavName; readonly pages: readonly NavPage[] }

/** Who may see what was agreed and what persons received; the server decides it again. */
export const moneyReaders = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

/** Who may see what achievements cost and how they are booked. */
export const assetReaders = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
]
/** Who reads batches of payments. */
export const payoutReaders = ['finance', 'leaders', 'tto_negotiator', 'tto_reviewer', 'auditor']

/** Who reads batches of annual fees. */
export const feeReaders = ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']

/** Who reads what became of accounts. */
const accountReaders = ['admin', 'auditor', 'discipline', 'leaders']

/** Who reads what is withheld for tax and paid over. */
const taxReaders = ['finance', 'leaders', 'auditor']

/** Who keeps the books and who checks them. */
const bookReaders = ['finance', 'auditor', 'admin']

/** Who reads what others declared of their ties to enterprises. */
const interestReaders = ['tto_negotiator', 'tto_reviewer', 'discipline', 'auditor']

/** Who reads what came of a stock-taking. */
export const stockReaders = ['tto_negotiator', 'tto_reviewer', 'leaders', 'finance', 'auditor']

/** Who reads parties and fees of trusteeships. */
export const trustReaders = [...assetReaders, 'platform_company']

/** Who registers technology contracts. */
export const registrants = ['tto_negotiator', 'tto_reviewer', 'platform_company']

/** Who may look at imports. */
const importReaders = [
  ...['tto_negotiator', 'tto_reviewer', 'admin', 'finance', 'discipline', 'auditor'],
]

/** The navigation in the order in which the work flows. A new page adds its line here. */
export const navigation: readonly NavEntry[] = [
  { name: 'workbench', to: '/' },
  { name: 'calendar', to: '/calendar' },
  { name: 'achievements', to: '/achievements' },
  { name: 'rights', to: '/rights' },
  { name: 'cases', to: '/cases' },
  { name: 'letters', to: '/letters' },
  {
    name: 'ledgers',
    pages: [
      { name: 'fees', to: '/fees' },
      { name: 'feeBatches', to: '/fee-batches', roles: feeReaders },
      { name: 'deadlines', to: '/deadlines', roles: feeReaders },
      { name: 'costShares', to: '/cost-shares', roles: feeReaders },
      { name: 'projects', to: '/projects' },
      { name: 'assets', to: '/assets', roles: assetReaders },
      { name: 'assetProposals', to: '/asset-proposals', roles: assetReaders },
      { name: 'assetReport', to: '/asset-report', roles: assetReaders },
      { name: 'stocktaking', to: '/stocktakings', roles: stockReaders },
      { name: 'sleeping', to: '/sleeping-patents', roles: stockReaders },
      { name: 'trusteeships', to: '/trusteeships', roles: trustReaders },
      { name: 'outsidePatents', to: '/outside-patents' },
    ],
  },
  {
    name: 'proceeds',
    pages: [
      { name: 'contracts', to: '/contracts', roles: moneyReaders },
      { name: 'contractStandards', to: '/contract-standards', roles: moneyReaders },
      { name: 'serviceContracts', to: '/service-contracts', roles: moneyReaders },
      { name: 'registrations', to: '/registrations', roles: moneyReaders },
      { name: 'taxes', to: '/taxes', roles: moneyReaders },
      { name: 'obligations', to: '/obligations', roles: moneyReaders },
      { name: 'receivables', to: '/receivables', roles: moneyReaders },
      { name: 'invoices', to: '/invoices', roles: moneyReaders },
      { name: 'receipts', to: '/receipts', roles: moneyReaders },
      { name: 'payouts', to: '/payouts', roles: payoutReaders },
      { name: 'retained', to: '/retained', roles: payoutReaders },
      { name: 'withheldTaxes', to: '/tax-months', roles: taxReaders },
      { name: 'vat', to: '/vat', roles: taxReaders },
      { name: 'rewards', to: '/rewards' },
      { name: 'holdings', to: '/holdings', roles: trustReaders },
      { name: 'holdingPortfolio', to: '/holding-portfolio', roles: trustReaders },
      { name: 'spinOffs', to: '/spin-offs', roles: trustReaders },
      { name: 'costs', to: '/costs', roles: moneyReaders },
      { name: 'funds', to: '/funds', roles: assetReaders },
      { name: 'bonuses', to: '/grant-bonuses', roles: assetReaders },
      { name: 'staffPurse', to: '/staff-awards', roles: assetReaders },
      { name: 'journal', to: '/journal', roles: bookReaders },
      { name: 'journalBalance', to: '/trial-balance', roles: bookReaders },
      { name: 'journalAccounts', to: '/chart-of-accounts', roles: bookReaders },
      { name: 'vouchers', to: '/vouchers', roles: bookReaders },
      { name: 'closings', to: '/closings', roles: [...bookReaders, 'leaders'] },
    ],
  },
  { name: 'notices', to: '/notices' },
  {
    name: 'law',
    pages: [
      { name: 'policies', to: '/policies' },
      { name: 'revisions', to: '/policies/revisions' },
      { name: 'simulator', to: '/simulator' },
      { name: 'compare', to: '/compare' },
    ],
  },
  { name: 'imports', to: '/imports', roles: importReaders },
  {
    name: 'settings',
    pages: [
      { name: 'people', to: '/people' },
      { name: 'units', to: '/people/units' },
      { name: 'accountsLog', to: '/people/accounts', roles: accountReaders },
      { name: 'managers', to: '/technology-managers' },
      { name: 'substitutes', to: '/substitutes' },
      { name: 'delegations', to: '/delegations' },
      { name: 'institution', to: '/institution/profile' },
      { name: 'internalRules', to: '/internal-rules' },
      { name: 'distributionRules', to: '/distribution-rules' },
      { name: 'carriers', to: '/carriers' },
      { name: 'interests', to: '/interests', roles: interestReaders },
      { name: 'ownRules', to: '/institution/rules' },
      { name: 'readings', to: '/institution/readings' },
      { name: 'templates', to: '/institution/templates' },
      { name: 'authorities', to: '/institution/authorities', roles: moneyReaders },
      { name: 'reminders', to: '/reminders' },
      { name: 'delivery', to: '/institution/delivery', roles: ['admin', 'leaders'] },
      { name: 'checkpoints', to: '/checkpoints' },
      { name: 'operations', to: '/operations', roles: ['admin'] },
      {
        name: 'archives',
        to: '/archives',
        roles: ['admin', 'leaders', 'discipline', 'auditor'],
      },
    ],
  },
]

/** What a visitor without an account can open. */
export const openNavigation: readonly NavEntry[] = [
  { name: 'notices', to: '/notices' },
  { name: 'checkpoints', to: '/checkpoints' },
]

/** What a person with these roles finds in the navigation; a group without pages is left out. */
export function navigationFor(
  entries: readonly NavEntry[],
  roles: readonly string[],
): readonly NavEntry[] {
  const may = (page: NavPage) => page.roles?.some((role) => roles.includes(role)) ?? true
  return entries.flatMap((entry): readonly NavEntry[] => {
    if ('to' in entry) return may(entry) ? [entry] : []
    const pages = entry.pages.filter(may)
    return pages.length > 0 ? [{ ...entry, pages }] : []
  })
}

/** A step on the way from the navigation to what is shown; the last of all is the heading of the page. */
export interface Crumb {
  readonly name: NavName
  /** A group of pages has no address of its own. */
  readonly to?: string
}

/** Pages whose records stand below another page, by what their addresses begin with. */
const below: readonly (readonly [string, string])[] = [
  ['/my-stock', '/stocktakings'],
  ['/contract-texts', '/contract-standards'],
  ['/tax-remittances', '/tax-months'],
  ['/works', '/people'],
]

/**
 * The way to what is shown: the group and the page of the navigation that it lies in, whichever is nearest.
 * A page of the navigation itself shows its group alone, and one outside a group nothing.
 */
export function crumbsTo(entries: readonly NavEntry[], path: string): readonly Crumb[] {
  const alias = below.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))
  const sought = alias ? `${alias[1]}/` : path
  const found = entries
    .flatMap((entry): { readonly group: NavName | undefined; readonly page: NavPage }[] =>
      'to' in entry
        ? [{ group: undefined, page: entry }]
        : entry.pages.map((page) => ({ group: entry.name, page })),
    )
    .filter(({ page }) => page.to !== '/' && isShown(page, sought))
    .sort((a, b) => b.page.to.length - a.page.to.length)[0]
  if (!found) return []
  const { group, page } = found
  return [
    ...(group === undefined ? [] : [{ name: group }]),
    ...(page.to === path ? [] : [{ name: page.name, to: page.to }]),
  ]
}

/** Whether a page is the one shown: the address is its own or lies below it. */
export function isShown(page: NavPage, path: string): boolean {
  return page.to === '/' ? path === '/' : path === page.to || path.startsWith(`${page.to}/`)
}
