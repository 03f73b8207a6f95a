import type { Values } from './filled.ts'
import type { KnownRight } from './given-up.ts'

/** What is to become of a right by a transfer case. */
export const rightAims = ['sell', 'licence', 'open_licence'] as const
export type RightAim = (typeof rightAims)[number]

/** The aim that an address names; undefined for none of them. */
export function aimOf(text: string | undefined): RightAim | undefined {
  return rightAims.find((aim) => aim === text)
}

/**
 * A transfer of a right that stands in the register without an achievement: what it is called and who
 * made it. Whoever opens the case says the rest.
 */
export function prefillOfRight(one: KnownRight, title: string): Values {
  const { inventors, number } = one
  const achievement = number === null ? one.title : `${one.title}（${number}）`
  return {
    title,
    achievement,
    ...(inventors.length > 0 && {
      team: inventors.map((name) => ({
        ...{ name, isInventor: true, isChief: false, holdsLeadingPost: false },
      })),
    }),
  }
}
