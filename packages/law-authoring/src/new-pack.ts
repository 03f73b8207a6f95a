import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The form of a pack's id: the country, the place, and what tells its texts apart, as in cn-gd-2025. */
const ID = /^cn-([a-z]{2,3})-([a-z0-9-]{1,40})$/

/**
 * A new pack below a root: the template with the names of the place. It lints, its cases hold, and it
 * is wrong about everything: its author replaces part after part.
 *
 * @throws {RangeError} for an id that is taken or of another form.
 */
export function newPack(root: string, id: string): string {
  const [, place = '', rest = ''] = ID.exec(id) ?? []
  if (rest === '') throw new RangeError(`«${id}» is not of the form cn-gd-2025`)
  const target = join(root, id)
  if (existsSync(target)) throw new RangeError(`${target} is already there`)
  const renamed = (text: string) =>
    text
      .replaceAll('xx-2026', `${place}-${rest}`)
      .replaceAll('CN-XX', `CN-${place.toUpperCase()}`)
      .replaceAll(/\bxx\./g, `${place}.`)
  const template = join(root, '_template')
  for (const name of readdirSync(template, { recursive: true, encoding: 'utf8' })) {
    const from = join(template, name)
    if (statSync(from).isDirectory()) continue
    mkdirSync(dirname(join(target, name)), { recursive: true })
    writeFileSync(join(target, name), renamed(readFileSync(from, 'utf8')))
  }
  return target
}
