import { useEffect } from 'react'

/** Folded menus close when one clicks elsewhere, follows a link of theirs, or presses Escape. */
export function useMenus(): void {
  useEffect(() => {
    const close = (except: Element | null) => {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
        if (menu !== except) menu.open = false
      }
    }
    const click = ({ target }: MouseEvent) => {
      const inside = target instanceof Element ? target.closest('details.menu') : null
      const link = target instanceof Element ? target.closest('a') : null
      close(link ? null : inside)
    }
    const press = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      const open = document.querySelector<HTMLDetailsElement>('details.menu[open]')
      open?.querySelector('summary')?.focus()
      close(null)
    }
    document.addEventListener('click', click)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('click', click)
      document.removeEventListener('keydown', press)
    }
  }, [])
}
