/** Who does the work of transfer, and how they are certified. */
export const managers = {
  managers: {
    title: 'Technology managers',
    note: 'Whoever holds a post of transfer or a certificate of a technology manager, with hours of training and the end of each certificate; they and the reviewer are reminded before it.',
    state: 'Certificate',
    states: { valid: 'Certified', expired: 'Certificate ended', none: 'No certificate' },
    none: 'No technology managers yet',
    noneHint: 'Enter a post of transfer or a certificate on the page of a person.',
    hours: 'Hours of training',
    hoursOf: '{{all}} ({{year}} this year)',
  },
} as const
