import type { Json } from '../../platform/tables.ts'

interface SavedViewTable {
  institutionId: string
  id: string
  list: string
  personId: string
  personName: string
  name: string
  params: Json<Readonly<Record<string, string>>>
  isShared: boolean
  savedAt: Date
  deletedAt: Date | null
}

interface DefaultViewTable {
  institutionId: string
  personId: string
  list: string
  viewId: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    savedView: SavedViewTable
    defaultView: DefaultViewTable
  }
}
