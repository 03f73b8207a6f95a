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
    unverified: 'not verified',
    fingerprints: {
      same: 'same as encoded',
      differs: 'differs from what was encoded',
      'not-imported': 'text not imported',
      'not-cited': 'no norm rests on it',
    },
    bounds: {
      floor: 'at least',
      ceiling: 'at most',
      minPeriod: 'at least',
      maxPeriod: 'at most',
      fixed: 'fixed',
    },
    provenances: {
      text: 'in the text',
      external: 'outside source',
      system_default: 'system default',
      institution_rule: "institution's own rule",
    },
  },
} as const satisfies Shape<typeof chinese>
