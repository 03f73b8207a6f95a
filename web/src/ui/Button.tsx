import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface Look {
  /** The one act that moves things on is primary; there is at most one in view. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  small?: boolean
  block?: boolean
}

const classOf = ({ kind = 'plain', small, block }: Look, extra = '') =>
  `button button-${kind}${small ? ' button-small' : ''}${block ? ' button-block' : ''} ${extra}`.trim()

/** A button; while `busy` it takes no second click and says so. */
export function Button({
  kind,
  small,
  block,
  busy,
  className,
  children,
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ kind, small, block } as Look, className)}
      disabled={rest.disabled === true || busy === true}
      aria-busy={busy}
    >
      {busy && <span aria-hidden>…</span>}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function LinkButton(
  props: Look & {
    href: string
    download?: boolean | string
    children: ReactNode
    className?: string
  },
) {
  const { kind, small, block, href, download, children, className } = props
  return (
    <a
      className={classOf({ kind, small, block } as Look, className)}
      href={href}
      {...(download && { download: download === true ? '' : download })}
    >
      {children}
    </a>
  )
}
