import { join } from 'node:path'
import type { InstitutionLists } from '@yizhuan/law'
import { loadInstitutionLists } from '@yizhuan/law-authoring'
import { rootFolder } from './config.ts'

let lists: InstitutionLists | undefined

/** The code lists and periods of an institution's own registers, read once per process. */
export function institutionLists(): InstitutionLists {
  lists ??= loadInstitutionLists(join(rootFolder, 'packs'))
  return lists
}
