import type { ReactNode } from 'react'

/** Something that must be seen before going on; a bad one is read out at once. */
export function Callout(props: {
  tone: 'info' | 'good' | 'due' | 'bad'
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div
      className={`callout callout-${props.tone}`}
      role={props.tone === 'bad' ? 'alert' : 'status'}
    >
      <strong>{props.title}</strong>
      {props.children}
    </div>
  )
}
