/** Words of the ways to a price and of the modes of a transfer. */
export const transfer = {
  differs: {
    title: '与公示内容不一致',
    hint: '登记后原公示不再有效，须按程序重新公示。',
    nothing: '未填',
  },
}
