import type { Instalment } from '@yizhuan/procedures'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'

/** What the costs exceed a receipt by, who covers it, and by which article and reading. */
export function NotCovered({ of }: { of: Instalment['uncovered'] }) {
  const { t, say } = useLanguage()
  if (!of) return null
  const { amount, isCarried, text, cite } = of
  // A reading says itself who covers it; said twice it reads as two amounts.
  const words = text ? 'short' : isCarried ? 'waits' : 'borne'
  return (
    <div className="muted">
      {t(`simulator.${words}`)} <Money fen={`${amount}`} />
      {text && ` · ${say(text)}`} {cite && <CiteText cite={cite} />}
    </div>
  )
}
