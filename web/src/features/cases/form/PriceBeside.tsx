import { PriceGround } from '../../../ui/deals/PriceGround.tsx'
import type { Values } from './filled.ts'

/** The acts that say a price, or how it is found. */
const priced: ReadonlySet<string> = new Set([
  'transfer/negotiationStarted',
  'transfer/proposed',
  'transfer/termsChanged',
])

/** Beside a price that is being said: what companies said of it, and what comparable deals came to. */
export function PriceBeside(props: {
  /** The procedure and the act. */
  of: string
  values: Values
  achievement: string | undefined
}) {
  const { values, achievement } = props
  if (!priced.has(props.of)) return null
  const mode = values['mode'] ?? (values['terms'] as Values | undefined)?.['mode']
  const chosen = typeof mode === 'string' && mode !== '' ? mode : undefined
  return <PriceGround key={chosen} achievement={achievement} mode={chosen} />
}
