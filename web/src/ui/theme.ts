import type { ThemeConfig } from 'antd'

/** Paper, ink and one deep green-blue; red is kept for what is breached. */
export const theme: ThemeConfig = {
  cssVar: { key: 'yz' },
  token: {
    colorPrimary: '#0f5b66',
    colorLink: '#0f5b66',
    colorError: '#a8281c',
    colorWarning: '#9a5b00',
    colorSuccess: '#2c6b45',
    colorInfo: '#0f5b66',
    colorText: '#1d2a2e',
    colorTextSecondary: '#4b5a5f',
    colorTextTertiary: '#5d6b70',
    colorTextDescription: '#556368',
    colorTextPlaceholder: '#6b787c',
    colorBgLayout: '#f6f4ee',
    colorBgContainer: '#fffefb',
    colorBorder: '#cfcabc',
    colorBorderSecondary: '#e4dfd2',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif",
  },
  components: {
    Layout: { headerBg: '#fffefb', bodyBg: '#f6f4ee', headerHeight: 56, headerPadding: '0 20px' },
    Table: { headerBg: '#f1eee5', cellPaddingBlock: 9, cellPaddingInline: 12 },
    Menu: { horizontalItemSelectedColor: '#0f5b66', itemBg: 'transparent' },
  },
}
