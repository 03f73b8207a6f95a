import { useState } from 'react'
import type { StackWire } from '../../api/laws.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'

// What both simulators have at their head.

/** The laws that say how money is shared: in force first, then drafts, the nation alone last. */
export function inOrder(items: readonly StackWire[]): readonly StackWire[] {
  const rank = ({ isDraft, jurisdiction }: StackWire) =>
    jurisdiction === 'CN' ? 2 : isDraft ? 1 : 0
  return items.filter(({ hasMoney }) => hasMoney).toSorted((a, b) => rank(a) - rank(b))
}

/** Copies the address, which has all that was typed but what is nobody else's business. */
export function CopyLink() {
  const { t } = useLanguage()
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      onClick={() => {
        void navigator.clipboard.writeText(location.href).then(() => setCopied(true))
      }}
    >
      {isCopied ? t('simulator.copied') : t('simulator.copy')}
    </Button>
  )
}
