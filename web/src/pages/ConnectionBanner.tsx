import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '../ui/Button.tsx'
import { useConnection } from '../ui/connection.ts'
import { useLanguage } from '../ui/language.ts'

/** Says that the server cannot be reached, tries again by itself, and goes away when it answers. */
export function ConnectionBanner() {
  const { t } = useLanguage()
  const { reach } = useConnection()
  const client = useQueryClient()
  useEffect(() => {
    if (reach === 'ok') return
    const again = () => void client.invalidateQueries()
    const timer = setInterval(again, 10_000)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [reach, client])
  if (reach === 'ok') return null
  return (
    <div className="banner" role="status">
      {t(`app.${reach}`)}{' '}
      <Button small onClick={() => void client.invalidateQueries()}>
        {t('general.retry')}
      </Button>
    </div>
  )
}
