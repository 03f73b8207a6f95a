import { Outlet } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useLanguage } from '../ui/language.ts'
import { theme } from '../ui/theme.ts'

/** Pages that use the component library: they alone load it. */
export function Widgets() {
  const { lang } = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <Outlet />
      </App>
    </ConfigProvider>
  )
}
