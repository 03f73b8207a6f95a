/** What other registers hold of an achievement. */
export const belongings = {
  belongings: {
    title: 'Related records',
    enterRight: 'Enter a right',
    all: 'All',
    rights: 'Rights',
    noRights:
      'No right is linked yet; once it is, tags, days of novelty and an assignment follow from it.',
    projects: 'Projects',
    noProjects: 'No project is linked.',
    contracts: 'Contracts and receipts',
    noContracts: 'No contract is linked.',
    received: 'Received',
    receivedInAll: 'Received on these contracts',
    asset: 'Tags of the asset',
    noAsset: 'Not in the ledger of assets yet.',
  },
} as const
