export default defineAppConfig({
  pages: ['pages/home/index', 'pages/cases/index', 'pages/bot/index', 'pages/me/index'],
  window: { navigationBarTitleText: '售后' },
  lazyCodeLoading: 'requiredComponents',
})
