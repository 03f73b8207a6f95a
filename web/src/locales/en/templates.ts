/** The list of papers and their templates. */
export const templates = {
  templates: {
    count: '{{count}} papers',
    own: '{{count}} with a template of our own',
  },
} as const
