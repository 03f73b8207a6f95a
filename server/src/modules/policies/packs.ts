import { join } from 'node:path'
import { compile, type Law, type Pack } from '@yizhuan/law'
import {
  buildPacks,
  type Lock,
  loadCalendars,
  packFoldersIn,
  readPackSource,
} from '@yizhuan/law-authoring'
import { rootFolder } from '../../platform/config.ts'
import { badField } from '../../platform/problem.ts'

const folder = join(rootFolder, 'packs')
const laws = new Map<string, Law>()
let packs: readonly Pack[] | undefined

/** The packs of this installation, read once per process. */
export function allPacks(): readonly Pack[] {
  packs ??= buildPacks(folder)
  return packs
}

/** The law of some packs, base first, compiled once per process. */
export function lawOf(ids: readonly string[]): Law {
  const key = ids.join('+')
  const known = laws.get(key)
  if (known) return known
  const chosen = ids.map((id) => {
    const pack = allPacks().find((one) => one.id === id)
    if (!pack) {
      const list = allPacks().map((one) => one.id)
      throw badField('#/packs', 'known-pack', {
        zh: `没有规则包“${id}”；现有：${list.join('、')}。`,
        en: `There is no pack “${id}”; there are: ${list.join(', ')}.`,
      })
    }
    return pack
  })
  const law = compile(chosen, loadCalendars(folder))
  laws.set(key, law)
  return law
}

/** The law that cases of this installation are judged by: every published pack. */
export function lawInForce(): Law {
  return lawOf(
    allPacks()
      .filter(({ status }) => status === 'published')
      .map(({ id }) => id),
  )
}

/** The fingerprints of a source's articles as they were encoded. */
export function lockOfSource(packId: string, source: string): Readonly<Record<string, string>> {
  const dir = packFoldersIn(folder).find((each) => readPackSource(each).id === packId)
  return dir === undefined ? {} : ((readPackSource(dir).lock as Lock)[source]?.nodes ?? {})
}
