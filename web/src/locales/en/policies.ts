import type { Shape } from '../shape.ts'
import type { policies as chinese } from '../zh/policies.ts'

/** What the policy library says. */
export const policies = {
  policies: {
    title: 'Policies',
    articles: '{{count}} articles',
    status: { draft: 'Draft', 'in-force': 'In force', expired: 'Expired', repealed: 'Repealed' },
    article: 'Art.',
    digest: 'Digest',
    official: 'Official text',
    noOfficial: 'The official text has not been imported. Once it is, it stands beside the digest.',
    norms: 'Norms',
    parameters: 'Parameters',
    importText: 'Import the official text (txt)',
    importHint:
      'Choose the plain text as officially published; it is split into articles and its fingerprint is checked.',
    imported: 'Imported',
    notImported: 'Not imported',
    choose: 'Choose an article on the left',
    fingerprint: 'Fingerprint',
    from: 'from',
    document: 'Document',
    none: 'No norm is drawn from this article',
  },
} as const satisfies Shape<typeof chinese>
