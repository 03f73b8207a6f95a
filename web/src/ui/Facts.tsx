import type { ReactNode } from 'react'

/** Names and what they are, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="defs">{children}</dl>
}

/** One of them; what is not known is not shown. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) {
    return null
  }
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
