import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** Libraries that change rarely stay in files of their own, so that a new version of ours is a small download. */
function chunkOf(id: string): string | undefined {
  if (!id.includes('/node_modules/')) return undefined
  if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react'
  if (/node_modules\/(@tanstack|i18next|react-i18next|zod)\//.test(id)) return 'base'
  if (/node_modules\/(antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs)\//.test(id)) return 'antd'
  return undefined
}

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'dist',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ debugName: 'libraries', name: (id) => chunkOf(id) ?? null }] },
      },
    },
  },
})
