import { join } from 'node:path'
import { compile, type Law } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { rootFolder } from '../../platform/config.ts'

let law: Law | undefined

/** The pack that Guangdong's transfer cases are judged by, compiled once per process. */
export function lawInForce(): Law {
  const packs = join(rootFolder, 'packs')
  law ??= compile([loadPack(join(packs, 'cn-gd-2025'))], loadCalendars(packs))
  return law
}
