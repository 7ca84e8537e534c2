export default definePageConfig({ navigationBarTitleText: '处理售后' })
