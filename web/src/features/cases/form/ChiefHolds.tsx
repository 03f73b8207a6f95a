import { Callout } from '../../../ui/Callout.tsx'
import { CiteText } from '../../../ui/CiteText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import type { Values } from './filled.ts'

/** One forbids it, the other is a draft and advises against it. */
const FORBIDS = { source: 'gd-2025', at: 'a21.p1' }
const ADVISES = { source: 'sh-draft-2024', at: 'a11.p1.i3' }

/** Says before anything is sent that a chief is told to hold equity as an award, and by which articles not. */
export function ChiefHolds({ data }: { data: Values }) {
  const { t, listed } = useLanguage()
  const holders = Array.isArray(data['holders']) ? (data['holders'] as readonly Values[]) : []
  const chiefs = holders.filter(({ kind, isChief }) => kind === 'contributor' && isChief === true)
  if (chiefs.length === 0) return null
  const names = listed(chiefs.map(({ name }) => String(name ?? '')).filter(Boolean))
  return (
    <Callout tone="due" title={t('form.chiefHolds', { names: names || t('form.chief') })}>
      <div>
        {t('form.chiefForbidden')} <CiteText cite={FORBIDS} />
      </div>
      <div>
        {t('form.chiefAdvised')} <CiteText cite={ADVISES} />{' '}
        <span className="chip chip-draft">{t('library.draft')}</span>
      </div>
    </Callout>
  )
}
