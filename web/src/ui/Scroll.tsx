import type { ReactNode } from 'react'

/** Something wider than a phone: it scrolls by itself, by touch or by keys. */
export function Scroll(props: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls with the arrows
    <section className="scroll" tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  )
}
