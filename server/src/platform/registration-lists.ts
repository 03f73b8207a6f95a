import { join } from 'node:path'
import type { RegistrationLists } from '@yizhuan/law'
import { loadRegistrationLists } from '@yizhuan/law-authoring'
import { rootFolder } from './config.ts'

let lists: RegistrationLists | undefined

/** The code lists of the registration of technology contracts, read once per process. */
export function registrationLists(): RegistrationLists {
  lists ??= loadRegistrationLists(join(rootFolder, 'packs'))
  return lists
}
