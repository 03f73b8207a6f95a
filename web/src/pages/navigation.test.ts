import { expect, test } from 'vitest'
import { crumbsTo, isShown, type NavEntry, navigation, navigationFor } from './navigation.ts'

const entries: readonly NavEntry[] = [
  { name: 'workbench', to: '/' },
  {
    name: 'cases',
    pages: [
      { name: 'cases', to: '/cases' },
      { name: 'notices', to: '/secret', roles: ['finance'] },
    ],
  },
  { name: 'policies', pages: [{ name: 'policies', to: '/rules', roles: ['admin'] }] },
]

test('pages for other roles are left out, and so is a group that has none left', () => {
  expect(navigationFor(entries, ['inventor'])).toEqual([
    entries[0],
    { name: 'cases', pages: [{ name: 'cases', to: '/cases' }] },
  ])
  expect(navigationFor(entries, ['finance', 'admin'])).toEqual(entries)
})

test.each([
  ['/', '/', true],
  ['/', '/cases', false],
  ['/cases', '/cases/1', true],
  ['/cases', '/casework', false],
])('the page %s is shown at %s: %s', (to, path, shown) => {
  expect(isShown({ name: 'cases', to }, path)).toBe(shown)
})

test.each([
  ['/', []],
  ['/calendar', []],
  ['/rights/1', [{ name: 'rights', to: '/rights' }]],
  ['/contracts', [{ name: 'proceeds' }]],
  ['/contracts/1', [{ name: 'proceeds' }, { name: 'contracts', to: '/contracts' }]],
  ['/fee-batches/1', [{ name: 'ledgers' }, { name: 'feeBatches', to: '/fee-batches' }]],
  ['/people/units', [{ name: 'settings' }]],
  ['/people/1', [{ name: 'settings' }, { name: 'people', to: '/people' }]],
  ['/policies/revisions', [{ name: 'law' }]],
  ['/my-stock/1/2', [{ name: 'ledgers' }, { name: 'stocktaking', to: '/stocktakings' }]],
  ['/account', []],
])('the way to %s is %j', (path, crumbs) => {
  expect(crumbsTo(navigation, path)).toEqual(crumbs)
})
