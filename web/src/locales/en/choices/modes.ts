export const modes = {
  plain: 'Plain licence',
  sole: 'Sole licence',
  exclusive: 'Exclusive licence',
  barred: 'No sublicence',
  consent: 'Sublicence with consent',
  free: 'Sublicence allowed',
  matched: 'Sold',
  unsold: 'Unsold',
  knocked_down: 'Knocked down',
  no_sale: 'No sale',
} as const
