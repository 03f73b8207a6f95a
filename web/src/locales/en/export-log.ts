/** Which lists were taken out of the platform. */
export const exportLog = {
  exportLog: {
    title: 'Lists taken out',
    note: 'Every export of a list stands here: who, when, which list, by what filter, how many rows. Nothing here is ever changed.',
    which: 'Which lists',
    onlyPersonal: 'Only lists about people',
    none: 'No list was taken out',
    rows_one: '{{count}} row',
    rows_other: '{{count}} rows',
    personal: 'about people',
    filter: 'Filter: ',
  },
} as const
