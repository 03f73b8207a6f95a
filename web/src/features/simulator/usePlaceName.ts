import type { StackWire } from '../../api/laws.ts'
import { useLanguage } from '../../ui/language.ts'

/** The name of a place where columns stand below each other; a draft says that it is one. */
export function usePlaceName(): (stack: StackWire) => string {
  const { t, say } = useLanguage()
  return ({ place, isDraft }) => (isDraft ? `${say(place)} ${t('library.draft')}` : say(place))
}
