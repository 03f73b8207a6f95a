import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguages } from './locales/index.ts'
import { routerOf } from './pages/router.tsx'
import './styles.css'
import { useLanguage } from './ui/language.ts'
import { theme } from './ui/theme.ts'

startLanguages()
const client = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 10_000 } } })
const router = routerOf(client)

function Root() {
  const { lang } = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  )
}

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  )
