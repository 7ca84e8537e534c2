// Pages and their packages. Tab pages and sign-in are the main package; every other area loads when it
// is opened. The bar itself is ours (components/tab-bar): WeChat's own cannot hide a tab by role.

// biome-ignore lint/style/noProcessEnv: read while the build runs; the page is in no release.
const styleguide = process.env.STYLEGUIDE === 'on' ? ['styleguide/index'] : []

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/cases/index',
    'pages/bot/index',
    'pages/me/index',
    'pages/sign-in/index',
    ...styleguide,
  ],
  subPackages: [
    {
      root: 'packages/aftersales',
      pages: ['apply/index', 'detail/index', 'rate/index', 'shared/index'],
    },
    { root: 'packages/orders', pages: ['list/index', 'detail/index'] },
    // Of its own: the charts library is larger than all other pages of the desk.
    { root: 'packages/charts', pages: ['figures/index'] },
    { root: 'packages/inbox', pages: ['list/index', 'settings/index'] },
    {
      root: 'packages/staff',
      pages: [
        'desk/index',
        'queue/index',
        'case/index',
        'refunds/index',
        'refund/index',
        'talks/index',
        'talk/index',
        'faq/index',
        'faq-entry/index',
        'unanswered/index',
        'templates/index',
        'policy/index',
        'ratings/index',
        'team/index',
        'keys/index',
        'exports/index',
        'join/index',
        'notices/index',
        'notice/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/aftersales', 'packages/orders'] },
    'packages/staff/desk/index': { network: 'wifi', packages: ['packages/charts'] },
    'pages/me/index': { network: 'wifi', packages: ['packages/staff'] },
  },
  tabBar: {
    custom: true,
    color: '@faint',
    selectedColor: '@brand',
    backgroundColor: '@bar',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/cases/index', text: '售后' },
      { pagePath: 'pages/bot/index', text: '客服' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationBarTitleText: '售后服务',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundTextStyle: '@pull' as 'dark',
    backgroundColor: '@ground',
  },
  // Colours of WeChat's own parts follow the system by themselves; a person's other choice: platform/look.ts.
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
