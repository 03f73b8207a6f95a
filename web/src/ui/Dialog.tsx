import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useLanguage } from './language.ts'

/** A window over the page. The browser keeps the focus inside it and gives it back afterwards. */
export function Dialog(props: {
  title: ReactNode
  onClose: () => void
  className?: string
  /** A dialog that asks for something indispensable has no way out but its own buttons. */
  isFirm?: boolean
  children: ReactNode
}) {
  const { t } = useLanguage()
  const place = useRef<HTMLDialogElement>(null)
  const title = useId()
  // As a layout effect: it is closed before it leaves the page, so that the focus goes back.
  useLayoutEffect(() => {
    const dialog = place.current
    if (dialog && !dialog.open) dialog.showModal()
    // What is asked for comes first, not the way out.
    dialog?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    // A click on the backdrop closes, as Escape does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key, and the browser's own
    <dialog
      ref={place}
      className={props.className}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        if (!props.isFirm) props.onClose()
      }}
      onClick={({ target }) => {
        if (target === place.current && !props.isFirm) props.onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={title}>{props.title}</h2>
        {!props.isFirm && (
          <Button kind="quiet" small aria-label={t('general.close')} onClick={props.onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      {props.children}
    </dialog>
  )
}
