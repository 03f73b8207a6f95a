/** The list of papers and their templates. */
export const templates = {
  templates: {
    count: '{{count}} 种文书',
    own: '{{count}} 种用本单位模板',
  },
} as const
