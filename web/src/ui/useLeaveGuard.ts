import { useBlocker } from '@tanstack/react-router'
import { useLanguage } from './language.ts'

/** Asks before a page is left on which something was typed that is kept nowhere. */
export function useLeaveGuard(isDirty: boolean): void {
  const { t } = useLanguage()
  useBlocker({
    shouldBlockFn: () => isDirty && !window.confirm(t('general.leaveUnsaved')),
    enableBeforeUnload: isDirty,
    disabled: !isDirty,
  })
}
