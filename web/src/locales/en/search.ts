import type { Shape } from '../shape.ts'
import type { search as chinese } from '../zh/search.ts'

/** What the palette, the keys and the bell say. */
export const search = {
  search: {
    title: 'Search and jump',
    hint: 'A page, number, name, or the pinyin of a person’s or department’s name',
    results: 'Results',
    nothing: 'Nothing found. Try another word.',
    more: 'There is more; a further word narrows it down.',
    all: 'All',
    about: '{{kind}} {{count}}',
    over: '{{kind}} 1,000+',
    kindsLabel: 'One kind only',
    keys: '↑ ↓ to choose, Enter to open, Esc to close',
    shortcuts: 'Keyboard shortcuts',
    kinds: {
      page: 'page',
      case: 'case',
      achievement: 'achievement',
      right: 'right',
      contract: 'contract',
      receipt: 'receipt',
      person: 'person',
      project: 'project',
      trusteeship: 'trusteeship',
      holding: 'holding',
      'spin-off': 'spin-off',
      fund: 'fund',
      'grant-bonus': 'bonus at grant',
      'outside-patent': 'outside patent',
      registration: 'registration of a contract',
      contractStandard: 'clause',
      internalRule: 'internal rule',
      carrier: 'centre or incubator',
      unit: 'department',
    },
    shortcut: {
      palette: 'Search and jump',
      search: "To this page's search field",
      choose: 'Choose among results, open one',
      close: 'Close what lies over the page',
      help: 'Show the shortcuts',
    },
  },
  notifications: {
    title: 'Notifications, {{count}} unread',
    heading: 'Notifications',
    markRead: 'Mark all as read',
    none: 'Nothing new.',
    unread: 'Unread:',
  },
} as const satisfies Shape<typeof chinese>
