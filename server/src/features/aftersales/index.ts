// What other slices may ask of aftersales.
export { casesOfShopper } from './cases-of-shopper.ts'
