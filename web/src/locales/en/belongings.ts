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
    ledgerSaid: 'The old ledger says otherwise',
    ledgerSaidWhy:
      'Tags follow from rights, contracts and cases; nobody types them. Find out whether the contract or certificate that the ledger means is not registered yet, or the ledger was wrong.',
  },
} as const
