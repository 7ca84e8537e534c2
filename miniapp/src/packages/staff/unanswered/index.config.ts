export default definePageConfig({ navigationBarTitleText: '未答问题' })
