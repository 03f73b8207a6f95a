/** The registers an import writes into, in the order in which one refers to those before it. */
export const registerNames = [
  ...(['unit', 'person', 'post'] as const),
  ...(['achievement', 'right', 'contract', 'receipt'] as const),
  ...(['project', 'projectEntry', 'cost'] as const),
  ...(['carrier', 'credential', 'trusteeship'] as const),
  ...(['internalRule', 'spin-off', 'interest', 'evaluation', 'stockAnswer'] as const),
] as const
export type RegisterName = (typeof registerNames)[number]
