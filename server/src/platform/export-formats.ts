/** In what form something may leave the platform: whoever notes it and whoever shows the note share the list. */
export const exportedAs = ['csv', 'xlsx', 'pdf', 'docx', 'json'] as const
export type ExportedAs = (typeof exportedAs)[number]
